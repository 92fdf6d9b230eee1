import { z } from 'zod'
import type { StreamSummary, VolumeRecord } from '../domain/manifest.ts'
import { checkShape, damaged, type Naming, parseJson } from './json.ts'
import { objectReference } from './manifest-schema.ts'
import { compress, decompress } from './zstd-json.ts'

/** Some 60 TB of backup at the usual span. */
const largest = 1024 ** 3

const record = objectReference.extend({
  stream: z.string().min(1).max(1000),
  seq: z.int().nonnegative(),
  frames: z.array(z.int().nonnegative()),
})

/**
 * The stored bytes of `volumes-….jsonl.zst`: one JSON line a volume, in the given order, zstd.
 * Errors: `internal` when the volumes of a stream do not count up from 0, above all when two streams have one name.
 */
export function encodeVolumesList(records: readonly VolumeRecord[]): Uint8Array {
  const chunks: Buffer[] = []
  const count = inSequence({ code: 'internal', what: 'the new volumes list' })
  let lines: string[] = []
  for (const { stream, seq, key, bytes, sha256, frames } of records) {
    count(stream, seq)
    lines.push(`${JSON.stringify({ stream, seq, key, bytes, sha256, frames })}\n`)
    if (lines.length < 1000) continue
    chunks.push(Buffer.from(lines.join('')))
    lines = []
  }
  chunks.push(Buffer.from(lines.join('')))
  return compress(Buffer.concat(chunks))
}

/**
 * Decodes a volumes list. Each key must lie under `prefix` (`data/<job>/<id>`), and of each stream the volumes must
 * count up from 0 without a gap. Errors: `object-damaged` naming line and field.
 */
export function decodeVolumesList(stored: Uint8Array, prefix: string): VolumeRecord[] {
  const whole: Naming = { code: 'object-damaged', what: 'the volumes list of', key: prefix }
  const plain = decompress(stored, largest, whole)
  const records: VolumeRecord[] = []
  const count = inSequence(whole)
  let start = 0
  while (start < plain.length) {
    const end = plain.indexOf(0x0a, start)
    const naming = { ...whole, what: `line ${records.length + 1} of the volumes list of` }
    if (end < 0) throw damaged(naming, 'it has no end')
    const volume = checkShape(record, parseJson(plain.subarray(start, end), naming), naming)
    if (!volume.key.startsWith(`${prefix}/`)) throw damaged(naming, 'key: it belongs to another backup')
    count(volume.stream, volume.seq)
    records.push(volume)
    start = end + 1
  }
  return records
}

function inSequence(naming: Naming): (stream: string, seq: number) => void {
  const next = new Map<string, number>()
  return (stream, seq) => {
    const expected = next.get(stream) ?? 0
    if (seq !== expected) {
      throw damaged(naming, `seq: expected ${expected} of stream ${stream}, found ${seq}`)
    }
    next.set(stream, expected + 1)
  }
}

/** The volumes of one stream, in order. Errors: `object-damaged` when there are not as many as the manifest says. */
export function volumesOf(
  stream: Pick<StreamSummary, 'name' | 'volumes'>,
  records: readonly VolumeRecord[],
): VolumeRecord[] {
  const own = records.filter((volume) => volume.stream === stream.name)
  if (own.length === stream.volumes) return own
  const naming: Naming = { code: 'object-damaged', what: `the volumes list of stream ${stream.name}` }
  throw damaged(naming, `${own.length} of ${stream.volumes} volumes are in it`)
}
