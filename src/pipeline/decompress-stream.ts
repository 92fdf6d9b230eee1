import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { decompressFrame, frameBound } from '../codec/compression.ts'
import { damaged } from '../codec/damage.ts'
import { zstdFrameLength } from '../codec/zstd-frame.ts'
import type { Compression } from '../domain/manifest.ts'

export interface DecompressOptions {
  readonly compression: Compression
  /** Plain bytes that a frame has at most. */
  readonly frame: number
  readonly signal: AbortSignal
}

/** The plain bytes of frames one after another that arrive in pieces of any size; `object-damaged` where they are none. */
export async function* decompressStream(
  source: AsyncIterable<Uint8Array>,
  { compression, frame, signal }: DecompressOptions,
): AsyncGenerator<Uint8Array> {
  switch (compression.type) {
    case 'zstd':
      for await (const stored of zstdFrames(source, frame)) yield decompressFrame(stored, compression, frame)
      return
    case 'gzip':
      return yield* gunzip(source, signal)
    case 'none':
      return yield* source
  }
}

async function* zstdFrames(source: AsyncIterable<Uint8Array>, frame: number): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0)
  for await (const piece of source) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    for (let length = zstdFrameLength(rest); length !== undefined; length = zstdFrameLength(rest)) {
      yield rest.subarray(0, length)
      rest = rest.subarray(length)
    }
    if (rest.length > frameBound(frame)) throw damaged('a frame is larger than it may be')
  }
  if (rest.length > 0) throw damaged('the last frame is cut off')
}

async function* gunzip(source: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const decoder = createGunzip({ chunkSize: 256 * 1024 })
  const running = pipeline(source, decoder, { signal })
  // Its failure destroys the decoder, which is where it is noticed.
  running.catch(() => undefined)
  try {
    yield* decoder as AsyncIterable<Uint8Array>
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('Z_')
      ? damaged('it does not decompress', undefined, error)
      : error
  }
  await running
}
