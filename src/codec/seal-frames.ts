import type { Compression } from '../domain/manifest.ts'
import { HoldfastError } from '../errors/error.ts'
import { createChunker } from './age/chunker.ts'
import { chunkBytes, sealChunk, sealedPayloadBytes } from './age/payload.ts'
import type { SealedHeader } from './age/seal-header.ts'
import { compressFrame } from './compression.ts'
import { sha256Hex } from './hash.ts'
import { release } from './release.ts'

export interface SealFramesOptions {
  readonly compression: Compression
  /** Plain bytes of a frame. */
  readonly frame: number
  /** Of the volume's age file; absent: not encrypted. */
  readonly header?: SealedHeader
}

export interface SealedVolume {
  /** Stored bytes, at the beginning of the output buffer. */
  readonly bytes: number
  /** Lower-case hex SHA-256 of the stored bytes. */
  readonly sha256: string
  /** Compressed size of each frame, before encryption. */
  readonly frames: readonly number[]
}

/** Header of an age file for one recipient of any type the library knows, with the label. */
const longestHeader = 4096

/** Size of an output buffer that any volume of `plainBytes` fits into. */
export function sealedBound(plainBytes: number, frame: number): number {
  const frames = Math.ceil(plainBytes / frame)
  return longestHeader + sealedPayloadBytes(frames * 1024 + plainBytes + (plainBytes >> 8))
}

interface Sink {
  push(stored: Uint8Array): void
  /** Ends the volume and returns its stored bytes. */
  end(): number
}

/**
 * Makes one volume of `plain`, synchronously: frames of `frame` bytes, each compressed on its own, one after another in
 * one age file that begins with `header`. `out` must have at least `sealedBound` bytes.
 *
 * Worker threads run this: nothing here loads the age library, which costs each of them 20 MB.
 */
export function sealFrames(plain: Uint8Array, out: Uint8Array, options: SealFramesOptions): SealedVolume {
  if (out.length < sealedBound(plain.length, options.frame)) {
    throw new HoldfastError('internal', 'the output buffer is smaller than a volume may become')
  }
  const sink = options.header === undefined ? plainSink(out) : ageSink(out, options.header)
  const frames: number[] = []
  for (let at = 0; at < plain.length; at += options.frame) {
    const content = plain.subarray(at, Math.min(at + options.frame, plain.length))
    const stored = compressFrame(content, options.compression)
    sink.push(stored)
    frames.push(stored.length)
    if (stored !== content) release(stored)
  }
  const bytes = sink.end()
  return { bytes, sha256: sha256Hex(out.subarray(0, bytes)), frames }
}

function plainSink(out: Uint8Array): Sink {
  let at = 0
  return {
    push(stored) {
      out.set(stored, at)
      at += stored.length
    },
    end: () => at,
  }
}

function ageSink(out: Uint8Array, { bytes, payloadKey }: SealedHeader): Sink {
  out.set(bytes)
  let at = bytes.length
  const chunker = createChunker(chunkBytes, (chunk, index, final) => {
    at += sealChunk(payloadKey, index, final, chunk, out, at)
  })
  return {
    push: chunker.push,
    end() {
      chunker.end()
      return at
    },
  }
}
