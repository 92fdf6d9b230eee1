import type { PutStreamOptions, StoredObject } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { completeUpload, isThere } from './complete.ts'
import { cutParts, type Part } from './cut-parts.ts'
import { type PartPlan, planParts, tooLong } from './part-size.ts'
import { conditionFailed, putObject } from './put.ts'
import { refuseUnsupported, storedFields } from './put-fields.ts'
import type { Session } from './session.ts'
import {
  abandonUpload,
  beginUpload,
  hashOf,
  patiently,
  sendPart,
  type Upload,
  type Uploaded,
} from './upload.ts'

/** Sends parts side by side, as many as the plan allows; the first failure ends all of them. */
async function sendParts(
  session: Session,
  upload: Upload,
  parts: AsyncIterable<Part>,
  plan: PartPlan,
  signal: AbortSignal,
): Promise<Uploaded[]> {
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const done: Uploaded[] = []
  const underWay = new Set<Promise<void>>()
  try {
    for await (const part of parts) {
      either.throwIfAborted()
      if (part.number > plan.most) throw tooLong(upload.key, plan)
      const sending = sendPart(session, upload, part, either).then(
        (uploaded) => {
          done.push(uploaded)
          underWay.delete(sending)
        },
        (error) => stop.abort(error),
      )
      underWay.add(sending)
      if (underWay.size >= plan.inFlight) await Promise.race(underWay)
    }
    await Promise.all(underWay)
    either.throwIfAborted()
    return done.sort((a, b) => a.PartNumber - b.PartNumber)
  } catch (error) {
    stop.abort(error)
    await Promise.all(underWay)
    throw error
  }
}

async function* startingWith(first: Part, rest: AsyncGenerator<Part>): AsyncGenerator<Part> {
  yield first
  yield* rest
}

async function sendWhole(
  session: Session,
  key: string,
  parts: AsyncIterable<Part>,
  plan: PartPlan,
  options: PutStreamOptions,
): Promise<StoredObject> {
  const { signal, when } = options
  const upload = await beginUpload(session, key, storedFields(session, key, options), signal)
  try {
    const uploaded = await sendParts(session, upload, parts, plan, signal)
    return await completeUpload(session, upload, uploaded, { signal, createOnly: when !== undefined })
  } catch (error) {
    await abandonUpload(session, upload)
    throw error
  }
}

/**
 * One object from a stream, by parts of one size; a stream of a single part is one ordinary put. The object appears when
 * the last part is there; what fails or is stopped leaves nothing. Errors: those of `put`, and `store-unsupported` for
 * what does not fit into 10,000 parts.
 */
export async function putStream(
  session: Session,
  key: string,
  body: AsyncIterable<Uint8Array>,
  options: PutStreamOptions,
): Promise<StoredObject> {
  const { signal, estimate, when } = options
  refuseUnsupported(session, options)
  const plan = planParts(estimate)
  // Before hours of sending; the condition itself is the last request's.
  if (when && (await isThere(session, key, signal))) throw conditionFailed(key)
  const parts = cutParts(body, plan.bytes)
  try {
    const { value: first } = await parts.next()
    if (!first) throw new HoldfastError('internal', 'a stream was cut into no parts')
    if (!first.last) return await sendWhole(session, key, startingWith(first, parts), plan, options)
    const sha256 = await hashOf(first.bytes)
    return await patiently(session, signal, () =>
      putObject(session, key, first.bytes, { ...options, sha256 }),
    )
  } finally {
    await parts.return(undefined)
  }
}
