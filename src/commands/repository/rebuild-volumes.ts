import { dataPrefix, streamPrefix } from '../../catalog/keys.ts'
import { readObject, sha256Of } from '../../catalog/object-io.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
import { zstdFrameLength } from '../../codec/zstd-frame.ts'
import type { Manifest, StreamSummary, VolumeRecord } from '../../domain/manifest.ts'
import type { Secret } from '../../domain/secret.ts'
import { hasCode } from '../../errors/error.ts'
import type { Opening } from './chain-objects.ts'
import { indexStream } from './index-stream.ts'

type Format = Pick<StreamSummary, 'name' | 'compression' | 'frame' | 'span'>

/** More than a volume of 16 MiB plain bytes can take. */
const largestVolume = 64 * 1024 * 1024

/** The stored sizes of a volume's frames, found in its compressed bytes; undefined where they do not tell. */
function framesIn(compressed: Uint8Array, { compression, frame }: Format): number[] | undefined {
  const frames: number[] = []
  for (let at = 0; at < compressed.length; ) {
    const rest = compressed.subarray(at)
    const length = compression.type === 'zstd' ? zstdFrameLength(rest) : Math.min(frame, rest.length)
    if (length === undefined) return undefined
    frames.push(length)
    at += length
  }
  return frames
}

/** The record of one volume, if its bytes have the hash that its name ends with. */
async function recordOf(
  { context, found }: Opening,
  format: Format,
  seq: number,
  key: string,
  identity: Secret | undefined,
): Promise<VolumeRecord | undefined> {
  try {
    const stored = await readObject(found.destination.store, key, largestVolume, context.signal)
    const sha256 = sha256Of(stored)
    if (!key.endsWith(sha256.slice(0, 12))) return undefined
    const compressed = identity ? await decryptBytes(stored, { identities: [identity] }) : stored
    const frames = framesIn(compressed, format)
    return frames && { stream: format.name, seq, key, bytes: stored.byteLength, sha256, frames }
  } catch (error) {
    if (!hasCode(error, 'store-not-found', 'object-damaged', 'identity-wrong')) throw error
    return undefined
  }
}

/** Stands for a volume that is damaged or gone: whoever reads of it meets `object-damaged`. */
function placeholder({ name, frame, span }: Format, seq: number, key: string): VolumeRecord {
  return {
    stream: name,
    seq,
    key,
    bytes: 0,
    sha256: '',
    frames: Array.from({ length: span / frame }, () => 0),
  }
}

async function volumesOfStream(
  opening: Opening,
  prefix: string,
  format: Format & { readonly volumes: number },
  identity: Secret | undefined,
): Promise<VolumeRecord[]> {
  const own = streamPrefix(prefix, format.name)
  const keys: string[] = []
  for await (const { key } of opening.found.destination.store.list(`${own}/`)) {
    const seq = /^(\d{8})-[0-9a-f]{12}$/.exec(key.slice(own.length + 1))?.[1]
    if (seq !== undefined) keys[Number(seq)] = key
  }
  const records: VolumeRecord[] = []
  for (let seq = 0; seq < Math.max(keys.length, format.volumes); seq += 1) {
    const key = keys[seq] ?? `${own}/${String(seq).padStart(8, '0')}-`
    const record = keys[seq] && (await recordOf(opening, format, seq, key, identity))
    records.push(record || placeholder(format, seq, key))
  }
  return records
}

/**
 * The volumes list of a backup that lost it, for a salvage: every volume is fetched and looked into; its name holds the
 * beginning of its hash. Undefined where the ends of frames cannot be told, which is gzip.
 */
export async function rebuildVolumes(
  opening: Opening,
  { job, id, streams, objects }: Manifest,
  identity: Secret | undefined,
): Promise<VolumeRecord[] | undefined> {
  if (streams.some(({ compression, object }) => compression.type === 'gzip' && object === undefined))
    return undefined
  const prefix = dataPrefix(job, id)
  const records: VolumeRecord[] = []
  const formats = [
    ...streams.filter(({ object }) => object === undefined),
    ...(objects.index ? [indexStream] : []),
  ]
  for (const format of formats) records.push(...(await volumesOfStream(opening, prefix, format, identity)))
  return records
}
