import { generateKeyPair } from '../../src/codec/age/keys.ts'
import type { Compression, VolumeRecord } from '../../src/domain/manifest.ts'
import type { StreamOptions } from '../../src/pipeline/stream-options.ts'
import type { StreamResult } from '../../src/pipeline/stream-writer.ts'
import { createVolumeWriter, type VolumeWriter } from '../../src/pipeline/volume-writer.ts'
import type { VolumeInfo, VolumeWriterOptions } from '../../src/pipeline/workshop.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'

export const workerUrl = new URL('../../src/entry/volume-worker.ts', import.meta.url)
export const keys = await generateKeyPair()
export const frame = 64 * 1024
export const span = 256 * 1024
export const zstd: Compression = { type: 'zstd', level: 3 }
export const never = new AbortController().signal

/** A writer into a store in memory, with what it was told. */
export function createRun(options: Partial<VolumeWriterOptions> = {}) {
  const store = createMemoryStore()
  const told: { record: VolumeRecord; info: VolumeInfo }[] = []
  const writer = createVolumeWriter({
    workers: 2,
    workerUrl,
    sink: async (key, body, sha256) => {
      await store.put(key, body, { signal: never, sha256 })
    },
    onVolume: (record, info) => {
      told.push({ record, info })
    },
    signal: never,
    dataPrefix: 'data/job/id',
    largestSpan: span,
    ...options,
  })
  return { store, told, writer }
}

export const streamOptions: StreamOptions = {
  name: 'dump',
  compression: zstd,
  frame,
  span,
  recipient: keys.recipient,
  hashes: { sha256: true, blake3: true },
}

/** Writes `plain` in chunks of `step` and ends the stream. */
export async function writeAll(
  writer: VolumeWriter,
  plain: Uint8Array,
  options: Partial<StreamOptions> = {},
  step = 50_001,
): Promise<StreamResult> {
  const stream = writer.stream({ ...streamOptions, ...options })
  for (let at = 0; at < plain.length; at += step) {
    const waiting = stream.write(plain.subarray(at, at + step))
    if (waiting) await waiting
  }
  return stream.end()
}

/** Streams options of a backup without encryption. */
export function unencrypted(options: StreamOptions): StreamOptions {
  const { recipient, ...rest } = options
  return rest
}
