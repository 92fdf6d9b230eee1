import { isUtf8 } from 'node:buffer'
import type { ByteString } from '../../domain/index-entry.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: a file name may hold any byte
const ascii = /^[\x00-\x7f]*$/

/**
 * A JSON member for a byte string: `"n":"text"` where the bytes are valid UTF-8, else `"N":"base64"` under the
 * upper-case letter, so that ordinary names stay readable and odd ones survive byte for byte.
 */
export function bytesMember(letter: string, bytes: ByteString): string {
  if (ascii.test(bytes)) return `"${letter}":${JSON.stringify(bytes)}`
  const buffer = Buffer.from(bytes, 'latin1')
  if (isUtf8(buffer)) return `"${letter}":${JSON.stringify(buffer.toString('utf8'))}`
  return `"${letter.toUpperCase()}":"${buffer.toString('base64')}"`
}

/** The byte string that {@link bytesMember} wrote, or undefined where the members are missing, both there or malformed. */
export function bytesOfMember(text: unknown, base64: unknown): ByteString | undefined {
  if (typeof text === 'string' && base64 === undefined) {
    if (ascii.test(text)) return text
    return text.isWellFormed() ? Buffer.from(text, 'utf8').toString('latin1') : undefined
  }
  if (typeof base64 !== 'string' || text !== undefined) return undefined
  const buffer = Buffer.from(base64, 'base64')
  return buffer.toString('base64') === base64 ? buffer.toString('latin1') : undefined
}
