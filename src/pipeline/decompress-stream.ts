import { createGunzip } from 'node:zlib'
import { decompressFrame, frameBound } from '../codec/compression.ts'
import { damaged } from '../codec/damage.ts'
import { zstdFrameLength } from '../codec/zstd-frame.ts'
import type { Compression } from '../domain/manifest.ts'
import { decodeStream } from './decode-stream.ts'

export interface DecompressOptions {
  readonly compression: Compression
  /** Plain bytes that a frame has at most. */
  readonly frame: number
}

/** The plain bytes of frames one after another that arrive in pieces of any size; `object-damaged` where they are none. */
export async function* decompressStream(
  source: AsyncIterable<Uint8Array>,
  { compression, frame }: DecompressOptions,
): AsyncGenerator<Uint8Array> {
  switch (compression.type) {
    case 'zstd':
      for await (const stored of zstdFrames(source, frame)) yield decompressFrame(stored, compression, frame)
      return
    case 'gzip':
      return yield* gunzip(source, frame)
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

/** Members are handed out once their checksums were compared; all but the last one have `frame` plain bytes. */
async function* gunzip(source: AsyncIterable<Uint8Array>, frame: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const piece of decodeStream(source, createGunzip({ chunkSize: 256 * 1024 }))) {
      let rest: Uint8Array = piece
      // More than a member: the one before was whole.
      while (bytes + rest.length > frame) {
        const last = rest.subarray(0, frame - bytes)
        yield* held
        yield last
        held = []
        bytes = 0
        rest = rest.subarray(last.length)
      }
      held.push(rest)
      bytes += rest.length
    }
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('Z_')
      ? damaged('it does not decompress', undefined, error)
      : error
  }
  yield* held
}
