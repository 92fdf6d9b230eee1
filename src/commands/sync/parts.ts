import { claimsPrefix, dataPrefix, isOutside, manifestKey } from '../../catalog/keys.ts'
import { decodeManifest } from '../../catalog/manifest.ts'
import { findObject, sha256Of } from '../../catalog/object-io.ts'
import { checksumKey, checksumLine } from '../../catalog/outside.ts'
import { decodeVolumesList } from '../../catalog/volumes-list.ts'
import { readWraps } from '../../catalog/wraps.ts'
import type { ObjectReference } from '../../domain/manifest.ts'
import type { CommandContext } from '../context.ts'
import { type Offer, storesOf } from './offers.ts'
import { fetchWhole } from './sources.ts'

/** An object of a backup; `body` where its bytes are known already. */
export interface Part extends ObjectReference {
  readonly body?: Uint8Array
}

/** Everything that a backup consists of, as good destinations have it. */
export interface Parts {
  readonly manifest: Part
  /** The wrapped keys. */
  readonly wraps: readonly Part[]
  /** Claims, volumes and side objects, in the order in which they are to be written. */
  readonly objects: readonly Part[]
}

function known(key: string, body: Uint8Array): Part {
  return { key, bytes: body.byteLength, sha256: sha256Of(body), body }
}

async function wrapsOf(context: CommandContext, offer: Offer): Promise<Part[]> {
  const { job, id, encrypted } = offer.entry
  if (!encrypted) return []
  for (const store of storesOf(offer)) {
    const wraps = await readWraps(store, job, id, context.signal)
    if (wraps.length > 0) return wraps.map(({ key, wrapped }) => known(key, wrapped))
  }
  return []
}

/** What a single object outside of the backup's folder needs beside it: claims first, and its checksum. */
async function outsideParts(
  offer: Offer,
  object: ObjectReference,
): Promise<{ before: Part[]; after: Part[] }> {
  if (!isOutside(object.key)) return { before: [], after: [] }
  const { job, id } = offer.entry
  const claim = (key: string) => known(`${claimsPrefix(job, id)}${key}`, Buffer.from(`${key}\n`))
  const beside = checksumKey(object.key)
  const [source] = storesOf(offer)
  const hasChecksum = source !== undefined && (await findObject(source, beside)) !== undefined
  const checksum = known(beside, Buffer.from(checksumLine(object.key, object.sha256)))
  return {
    before: [claim(object.key), ...(hasChecksum ? [claim(beside)] : [])],
    after: hasChecksum ? [checksum] : [],
  }
}

/**
 * Reads manifest, volumes list and wraps of a backup. Nothing needs a key. Errors: `object-damaged` where no source has
 * a good one of them.
 */
export async function partsOf(context: CommandContext, offer: Offer): Promise<Parts> {
  const { job, id, bytes, manifestSha256: sha256 } = offer.entry
  const key = manifestKey(job, id)
  const body = await fetchWhole(context, storesOf(offer), { key, bytes, sha256 })
  const { manifest } = decodeManifest(body, key)
  const { volumes, meta, index, state } = manifest.objects
  const list = await fetchWhole(context, storesOf(offer), volumes)
  const singles = manifest.streams.flatMap(({ object }) => object ?? [])
  const before: Part[] = []
  const after: Part[] = []
  for (const single of singles) {
    const beside = await outsideParts(offer, single)
    before.push(...beside.before)
    after.push(single, ...beside.after)
  }
  const records = decodeVolumesList(list, dataPrefix(job, id))
  const side = [meta, index, state].filter((object) => object !== undefined)
  return {
    manifest: { key, bytes, sha256, body },
    wraps: await wrapsOf(context, offer),
    objects: [
      ...before,
      ...records.map((record) => ({ key: record.key, bytes: record.bytes, sha256: record.sha256 })),
      ...after,
      { ...volumes, body: list },
      ...side,
    ],
  }
}
