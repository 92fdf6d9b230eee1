import { createHash } from 'node:crypto'
import type { Clock } from '../../domain/clock.ts'
import type { Store, StoredObject } from '../../domain/store.ts'
import { type Fault, type FaultMethod, type FaultPlan, unreachable } from './fault-plan.ts'
import { forward } from './forward.ts'
import { through } from './through.ts'

export { createFaults, type FaultPlan } from './fault-plan.ts'

function hashOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

/** The first `keep` bytes, and then what `end` does. */
async function* cut<T extends Uint8Array>(chunks: AsyncIterable<T>, keep: number, end: () => void) {
  let left = keep
  for await (const chunk of chunks) {
    if (chunk.byteLength >= left) {
      if (left > 0) yield chunk.subarray(0, left) as T
      return end()
    }
    left -= chunk.byteLength
    yield chunk
  }
  end()
}

async function* flipped(chunks: AsyncIterable<Buffer>) {
  let first = true
  for await (const chunk of chunks) {
    const copy = Buffer.from(chunk)
    if (first && copy.length > 0) copy[0] = (copy[0] ?? 0) ^ 1
    first = false
    yield copy
  }
}

function breakOff(): never {
  throw unreachable()
}

/** What a broken store yields of a body. */
function brokenBody(
  fault: Fault | undefined,
): ((chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer>) | undefined {
  if (fault?.type === 'reset') return (chunks) => cut(chunks, fault.after, breakOff)
  if (fault?.type === 'short') return (chunks) => cut(chunks, fault.keep, () => {})
  if (fault?.type === 'lie') return flipped
  return undefined
}

async function* brokenList(objects: AsyncIterable<StoredObject>, fault: Fault | undefined) {
  let given = 0
  for await (const object of objects) {
    if (fault?.type === 'reset' && given === fault.after) breakOff()
    if (fault?.type === 'short' && given === fault.keep) return
    given++
    yield fault?.type === 'lie' ? { ...object, bytes: object.bytes + 1 } : object
  }
  if (fault?.type === 'reset') breakOff()
}

/**
 * A Store with planned faults, for tests and rehearsals. Each call meets at most one. See FaultChoice for what each kind
 * does to each method; `plan.verifyAllExercised()` in the end.
 */
export function withFaults(store: Store, plan: FaultPlan, { clock }: { readonly clock: Clock }): Store {
  async function begin(method: FaultMethod, key: string, signal?: AbortSignal): Promise<Fault | undefined> {
    const fault = plan.next(method, key)
    if (fault?.type === 'error') throw fault.error
    if (fault?.type === 'slow') await clock.sleep(fault.milliseconds, signal)
    return fault
  }

  function pretend(key: string, bytes: number, sha256: string): StoredObject {
    return { key, bytes, etag: '"lie"', modified: clock.now(), sha256 }
  }

  async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
    const chunks: Uint8Array[] = []
    for await (const chunk of body) chunks.push(Uint8Array.from(chunk))
    return Buffer.concat(chunks)
  }

  const { putStream } = forward(store)
  return {
    ...forward(store),
    async put(key, body, options) {
      const fault = await begin('put', key, options.signal)
      if (fault?.type === 'lie') return pretend(key, body.byteLength, options.sha256)
      if (fault?.type === 'short') {
        const part = body.subarray(0, fault.keep)
        const stored = await store.put(key, part, { ...options, sha256: hashOf(part) })
        return { ...stored, bytes: body.byteLength, sha256: options.sha256 }
      }
      const stored = await store.put(key, body, options)
      if (fault?.type === 'reset') breakOff()
      return stored
    },
    ...(putStream && {
      putStream: async (key, body, options) => {
        const fault = await begin('putStream', key, options.signal)
        if (fault?.type === 'lie' || fault?.type === 'short') {
          const whole = await collect(body)
          if (fault.type === 'short') {
            const part = whole.subarray(0, fault.keep)
            await store.put(key, part, { ...options, sha256: hashOf(part) })
          }
          return pretend(key, whole.byteLength, hashOf(whole))
        }
        const stored = await putStream(key, body, options)
        if (fault?.type === 'reset') breakOff()
        return stored
      },
    }),
    async get(key, options) {
      const fault = await begin('get', key, options.signal)
      const body = await store.get(key, options)
      const broken = brokenBody(fault)
      return broken ? through(body, broken, options.signal) : body
    },
    async stat(key) {
      const fault = await begin('stat', key)
      const found = await store.stat(key)
      if (fault?.type === 'reset') breakOff()
      if (fault?.type === 'short') return found && { ...found, bytes: fault.keep }
      return fault?.type === 'lie' ? undefined : found
    },
    async *list(prefix) {
      const fault = await begin('list', prefix)
      yield* brokenList(store.list(prefix), fault)
    },
    async delete(key, options) {
      const fault = await begin('delete', key)
      if (fault?.type === 'lie') return
      await store.delete(key, options)
      if (fault?.type === 'reset' || fault?.type === 'short') breakOff()
    },
  }
}
