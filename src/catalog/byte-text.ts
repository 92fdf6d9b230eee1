import { z } from 'zod'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A name in JSON: text where its bytes are UTF-8, else `{"base64": …}` of the bytes. */
export const byteText = z.union([z.string(), z.strictObject({ base64: z.base64() })])

type ByteText = z.infer<typeof byteText>

/** From a byte string (each character one byte); a text with wider characters is taken as it is. */
export function toByteText(name: string): ByteText {
  const bytes = Buffer.from(name, 'latin1')
  if (bytes.toString('latin1') !== name) return name.toWellFormed()
  try {
    return utf8.decode(bytes)
  } catch {
    return { base64: bytes.toString('base64') }
  }
}

/** Always a byte string: each character one byte. */
export function fromByteText(text: ByteText): string {
  const bytes = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.base64, 'base64')
  return bytes.toString('latin1')
}
