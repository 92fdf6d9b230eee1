import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { damaged, type Naming } from './json.ts'

/** One zstd frame with a checksum. */
export function compress(plain: Uint8Array): Uint8Array {
  return zstdCompressSync(plain, {
    params: { [constants.ZSTD_c_compressionLevel]: 6, [constants.ZSTD_c_checksumFlag]: 1 },
  })
}

/** What Node gives with `info: true`; its types leave it out. */
interface Decompressed {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}

/**
 * All frames, one after another: Node's own function stops after the first one without a word.
 * Errors: the code of `naming` for damage, anything behind the last frame, and more than `limit` plain bytes.
 */
export function decompress(stored: Uint8Array, limit: number, naming: Naming): Buffer {
  const parts: Buffer[] = []
  let rest = stored
  let room = limit
  do {
    const { buffer, engine } = decompressFrame(rest, room, limit, naming)
    if (engine.bytesWritten === 0) throw damaged(naming, 'it is not whole zstd')
    parts.push(buffer)
    rest = rest.subarray(engine.bytesWritten)
    room -= buffer.length
  } while (rest.byteLength > 0)
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
}

function decompressFrame(stored: Uint8Array, room: number, limit: number, naming: Naming): Decompressed {
  const options = { maxOutputLength: Math.max(room, 1), info: true }
  try {
    const done = zstdDecompressSync(stored, options) as unknown as Decompressed
    if (done.buffer.length <= room) return done
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    if (!tooLarge) throw damaged(naming, 'it is not whole zstd', cause)
  }
  throw damaged(naming, `it holds more than ${limit} bytes`)
}
