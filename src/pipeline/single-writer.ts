import { createBlake3, createSha256 } from '../codec/hash.ts'
import type { SingleOptions } from './single-options.ts'
import { compress, cut, encrypt } from './single-stages.ts'

export interface SingleResult {
  /** Plain bytes. */
  readonly bytes: number
  readonly sha256?: string
  readonly blake3?: string
  readonly storedBytes: number
  /** Lower-case hex SHA-256 of the stored bytes. */
  readonly storedSha256: string
}

export interface SingleWriter {
  /** The stored bytes, for `Store.putStream`; read once. Fails where the source does. */
  readonly body: AsyncIterable<Uint8Array>
  /** Resolves when the body has been read to its end, rejects when it failed. */
  readonly result: Promise<SingleResult>
}

/**
 * A whole stream as one object: frames one after another in one age file, which `age -d | zstd -d` (or `gunzip`) reads.
 * Frames are compressed side by side in libuv's threads and stay in order; an empty stream is one empty frame.
 */
export function createSingleWriter(source: AsyncIterable<Uint8Array>, options: SingleOptions): SingleWriter {
  const { promise: result, resolve, reject } = Promise.withResolvers<SingleResult>()
  result.catch(() => undefined)
  async function* body(): AsyncGenerator<Uint8Array> {
    try {
      resolve(yield* seal(source, options))
    } catch (error) {
      reject(error)
      throw error
    } finally {
      // Only the first settlement counts: this one is for a reader that stopped early.
      reject(options.signal.reason ?? new Error('the stream was not read to its end'))
    }
  }
  return { body: body(), result }
}

async function* seal(
  source: AsyncIterable<Uint8Array>,
  options: SingleOptions,
): AsyncGenerator<Uint8Array, SingleResult> {
  const stored = createSha256()
  const sha256 = options.hashes.sha256 ? createSha256() : undefined
  const blake3 = options.hashes.blake3 ? await createBlake3() : undefined
  let bytes = 0
  let storedBytes = 0
  const frames = cut(source, options, (chunk) => {
    bytes += chunk.length
    sha256?.update(chunk)
    blake3?.update(chunk)
  })
  for await (const piece of encrypt(compress(frames, options), options.recipient)) {
    options.signal.throwIfAborted()
    stored.update(piece)
    storedBytes += piece.length
    yield piece
  }
  return {
    bytes,
    ...(sha256 ? { sha256: sha256.hex() } : {}),
    ...(blake3 ? { blake3: blake3.hex() } : {}),
    storedBytes,
    storedSha256: stored.hex(),
  }
}
