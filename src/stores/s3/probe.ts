import { createHash, randomInt, randomUUID } from 'node:crypto'
import type { Abilities } from './abilities.ts'
import { fullKey } from './keys.ts'
import { checksumField, withBodyHash } from './middleware.ts'
import { bareEtag } from './object.ts'
import { probeComplete } from './probe-complete.ts'
import { holds, isRefused, type ProbeTarget, works } from './probe-target.ts'
import type { PutFields } from './sdk.ts'
import { request } from './session.ts'

/** Nobody may have the right to delete, so what is left behind is bounded: one of so many names. */
const slots = 256

const hashOf = (body: Uint8Array) => createHash('sha256').update(body).digest('hex')
const bodyOf = () => Buffer.from(JSON.stringify({ probe: randomUUID() }))

/** Puts `body` with these fields, signed with `sha256`. */
async function send(
  target: ProbeTarget,
  key: string,
  body: Buffer,
  fields: PutFields,
  sha256 = hashOf(body),
) {
  const { sdk, client, settings } = target
  const command = new sdk.PutObjectCommand({
    Bucket: settings.bucket,
    Key: fullKey(settings.prefix, key),
    Body: body,
    ContentLength: body.byteLength,
    ...fields,
  })
  return request(target, 's3:PutObject', key, (options) =>
    client.send(withBodyHash(command, sha256), options),
  )
}

function slot(): string {
  return `leases/_probe/${String(randomInt(slots)).padStart(3, '0')}.json`
}

/** How `If-Match` works. Another probe may have written in between, so a refusal is believed the third time only. */
async function probeMatch(target: ProbeTarget, key: string): Promise<Abilities['ifMatch']> {
  for (const at of [key, slot(), slot()]) {
    const form = await tryMatch(target, at)
    if (form !== 'none') return form
  }
  return 'none'
}

async function tryMatch(target: ProbeTarget, key: string): Promise<Abilities['ifMatch']> {
  const etag = bareEtag((await send(target, key, bodyOf(), {})).ETag)
  for (const [form, value] of [
    ['quoted', `"${etag}"`],
    ['bare', etag],
  ] as const) {
    const swap = () => send(target, key, bodyOf(), { IfMatch: value })
    if (!(await works(swap))) continue
    // The ETag is stale now: a store that takes it once more takes anything.
    return (await isRefused(swap)) ? form : 'none'
  }
  return 'none'
}

/** One name for all who ever ask, most of whom may not delete. */
const created = 'proofs/_probe.json'

/** Whether writes that must create are refused where something is, for a role that may write to `proofs/` only. */
export async function probeCreateOnly(target: ProbeTarget): Promise<boolean> {
  const create = () => send(target, created, bodyOf(), { IfNoneMatch: '*' })
  // The first time there is nothing yet.
  return (await isRefused(create)) || (await isRefused(create))
}

/**
 * What this bucket really does, tried on one object under `leases/`, where every role that writes may put without a
 * condition. Servers ignore conditions without a word (rclone serve), answer 501 (B2) or want the ETag bare (Ceph).
 *
 * Errors: those of a bucket that cannot be used; `store-unwritable` where nothing may be put there.
 */
export async function probe(target: ProbeTarget): Promise<Abilities> {
  const key = slot()
  const first = await send(target, key, bodyOf(), {})
  const body = bodyOf()
  const checksumHeader = await works(() => send(target, key, body, checksumField(hashOf(body))))
  const createOnly = await isRefused(() => send(target, key, bodyOf(), { IfNoneMatch: '*' }))
  return {
    createOnly,
    completeCreateOnly: createOnly && (await holds(() => probeComplete(target, key, checksumHeader))),
    ifMatch: await probeMatch(target, key),
    enforcesSha256: await isRefused(() => send(target, key, bodyOf(), {}, hashOf(bodyOf()))),
    checksumHeader,
    versions: first.VersionId !== undefined && first.VersionId !== 'null',
  }
}
