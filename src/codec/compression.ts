import { constants, gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Compression } from '../domain/manifest.ts'
import { damaged } from './damage.ts'

/** Below this Node takes small outputs from a pool that is shared and cannot be freed. */
const smallestChunk = Buffer.poolSize + 1024

/** More than any frame of `plainBytes` can have when stored, whatever the compression (RFC 8878 and RFC 1952 framing). */
export function frameBound(plainBytes: number): number {
  return plainBytes + (plainBytes >> 8) + 1024
}

/** Node's options for one frame: `chunkSize` as large as the bound, or zlib works in steps of 16 KiB. */
export function zstdFrameOptions(plainBytes: number, level: number) {
  return {
    chunkSize: Math.max(smallestChunk, frameBound(plainBytes)),
    pledgedSrcSize: plainBytes,
    params: {
      [constants.ZSTD_c_compressionLevel]: level,
      [constants.ZSTD_c_checksumFlag]: 1,
      [constants.ZSTD_c_contentSizeFlag]: 1,
    },
  }
}

/** Node's options for one gzip member. */
export function gzipMemberOptions(plainBytes: number, level: number) {
  return { chunkSize: Math.max(smallestChunk, frameBound(plainBytes)), level }
}

/**
 * One frame: a zstd frame with checksum and content size (RFC 8878), a gzip member (RFC 1952), or with `none` the
 * very `plain` given. Otherwise the result has a buffer of its own, which the caller may `release`.
 */
export function compressFrame(plain: Uint8Array, compression: Compression): Uint8Array {
  switch (compression.type) {
    case 'zstd':
      return zstdCompressSync(plain, zstdFrameOptions(plain.length, compression.level))
    case 'gzip':
      return gzipSync(plain, gzipMemberOptions(plain.length, compression.level))
    case 'none':
      return plain
  }
}

/** Blocks of zstd and gzip decode to at most this much: so much more of a frame may be needed than was asked for. */
const blockBytes = 128 * 1024

/** Stored bytes that most likely decode to the first `plainBytes` of a frame; of what cannot be compressed for sure. */
export function headBound(plainBytes: number): number {
  return frameBound(Math.ceil(plainBytes / blockBytes) * blockBytes)
}

/** What the beginning of a frame decodes to, at most `limit`: all whole blocks. The frame's own checksum is not looked at. */
export function decompressHead(stored: Uint8Array, compression: Compression, limit: number): Uint8Array {
  if (compression.type === 'none') return stored.subarray(0, limit)
  const unfinished = compression.type === 'gzip' ? constants.Z_SYNC_FLUSH : constants.ZSTD_e_flush
  return inflate(stored, compression.type, limit, { finishFlush: unfinished }).buffer
}

interface Inflated {
  readonly buffer: Uint8Array
  readonly engine: { readonly bytesWritten: number }
}

/**
 * The plain bytes of one frame, at most `limit`. `object-damaged` where the frame is broken, larger than `limit`
 * or followed by anything: memory never exceeds the limit, whatever the frame claims.
 */
export function decompressFrame(stored: Uint8Array, compression: Compression, limit: number): Uint8Array {
  if (compression.type === 'none') {
    if (stored.length > limit) throw damaged('a frame is larger than it may be')
    return stored
  }
  const { buffer, engine } = inflate(stored, compression.type, limit)
  if (engine.bytesWritten !== stored.length) throw damaged('a frame has trailing bytes')
  return buffer
}

function inflate(
  stored: Uint8Array,
  type: 'zstd' | 'gzip',
  limit: number,
  end: { readonly finishFlush?: number } = {},
): Inflated {
  const chunkSize = Math.max(smallestChunk, limit + 64)
  const options = { info: true, maxOutputLength: limit, chunkSize, ...end }
  const params = { [constants.ZSTD_d_windowLogMax]: windowLog(limit) }
  try {
    const result: unknown =
      type === 'gzip' ? gunzipSync(stored, options) : zstdDecompressSync(stored, { ...options, params })
    return result as Inflated
  } catch (error) {
    throw damaged('a frame does not decompress', undefined, error)
  }
}

/** No frame needs a window beyond its content; a header that asks for more is a bomb. */
function windowLog(limit: number): number {
  return Math.min(27, Math.max(17, Math.ceil(Math.log2(limit)) + 1))
}
