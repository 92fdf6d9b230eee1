import { promisify } from 'node:util'
import { gzip, zstdCompress } from 'node:zlib'
import { createChunker } from '../codec/age/chunker.ts'
import { chunkBytes, sealChunk, sealedPayloadBytes } from '../codec/age/payload.ts'
import { sealHeader } from '../codec/age/seal-header.ts'
import { gzipMemberOptions, zstdFrameOptions } from '../codec/compression.ts'
import type { Compression } from '../domain/manifest.ts'
import type { SingleOptions } from './single-options.ts'
import { defaultFrame, defaultWorkers } from './workshop.ts'

const zstd = promisify(zstdCompress)
const deflate = promisify(gzip)

/** Frames of plain bytes, each in memory of its own; at least one. */
export async function* cut(
  source: AsyncIterable<Uint8Array>,
  { frame = defaultFrame, observer, onBytes, signal }: SingleOptions,
  onChunk: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  let current = Buffer.allocUnsafeSlow(frame)
  let used = 0
  let first = true
  for await (const chunk of source) {
    signal.throwIfAborted()
    observer?.write(chunk)
    onChunk(chunk)
    onBytes?.(chunk.length)
    for (let rest = chunk; rest.length > 0; ) {
      const taken = Math.min(frame - used, rest.length)
      current.set(rest.subarray(0, taken), used)
      used += taken
      rest = rest.subarray(taken)
      if (used < frame) break
      yield current
      first = false
      current = Buffer.allocUnsafeSlow(frame)
      used = 0
    }
  }
  observer?.end()
  if (used > 0 || first) yield current.subarray(0, used)
}

/** Compresses frames side by side, as many as there are `workers`, and yields them in order. */
export async function* compress(
  frames: AsyncIterable<Uint8Array>,
  { compression, workers = defaultWorkers() }: SingleOptions,
): AsyncGenerator<Uint8Array> {
  const ahead: Promise<Uint8Array>[] = []
  for await (const plain of frames) {
    const stored = compressAside(plain, compression)
    stored.catch(() => undefined)
    ahead.push(stored)
    if (ahead.length > workers) yield (await ahead.shift()) ?? plain
  }
  for (const stored of ahead) yield await stored
}

async function compressAside(plain: Uint8Array, compression: Compression): Promise<Uint8Array> {
  switch (compression.type) {
    case 'zstd':
      return zstd(plain, zstdFrameOptions(plain.length, compression.level))
    case 'gzip':
      return deflate(plain, gzipMemberOptions(plain.length, compression.level))
    case 'none':
      return plain
  }
}

/** One age file of all pieces; without a recipient the pieces themselves. */
export async function* encrypt(
  pieces: AsyncIterable<Uint8Array>,
  recipient: string | undefined,
): AsyncGenerator<Uint8Array> {
  if (recipient === undefined) return yield* pieces
  const { bytes, payloadKey } = await sealHeader([recipient])
  yield bytes
  let out = new Uint8Array(0)
  let at = 0
  const chunker = createChunker(chunkBytes, (chunk, index, final) => {
    at += sealChunk(payloadKey, index, final, chunk, out, at)
  })
  for await (const piece of pieces) {
    out = Buffer.allocUnsafeSlow(sealedPayloadBytes(piece.length + chunkBytes))
    at = 0
    chunker.push(piece)
    if (at > 0) yield out.subarray(0, at)
  }
  out = Buffer.allocUnsafeSlow(sealedPayloadBytes(chunkBytes))
  at = 0
  chunker.end()
  yield out.subarray(0, at)
}
