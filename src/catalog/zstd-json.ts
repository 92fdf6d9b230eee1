import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { damaged, type Naming } from './json.ts'

/** One zstd frame with a checksum. */
export function compress(plain: Uint8Array): Uint8Array {
  return zstdCompressSync(plain, {
    params: { [constants.ZSTD_c_compressionLevel]: 6, [constants.ZSTD_c_checksumFlag]: 1 },
  })
}

/** Errors: the code of `naming` for damage, and for more than `limit` plain bytes. */
export function decompress(stored: Uint8Array, limit: number, naming: Naming): Buffer {
  try {
    return zstdDecompressSync(stored, { maxOutputLength: limit })
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw damaged(naming, tooLarge ? `it holds more than ${limit} bytes` : 'it is not whole zstd', cause)
  }
}
