import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { damaged } from '../damage.ts'
import { release } from '../release.ts'

/** Plain bytes of a chunk of an age payload (STREAM, https://c2sp.org/age). */
export const chunkBytes = 65_536
const tagBytes = 16
/** A chunk with its tag. */
export const sealedChunkBytes = chunkBytes + tagBytes

/** Bytes of the nonce between the header and the payload. */
export const nonceBytes = 16

/** The key of the payload, out of the file key that the header wraps and the nonce that follows it. */
export function derivePayloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
}

/** Stored bytes of a payload of `plainBytes`. */
export function sealedPayloadBytes(plainBytes: number): number {
  return plainBytes + tagBytes * Math.max(1, Math.ceil(plainBytes / chunkBytes))
}

function nonceOf(index: number, final: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  // The counter has eleven bytes; six of them reach beyond any file.
  nonce.writeUIntBE(index, 5, 6)
  nonce[11] = final ? 1 : 0
  return nonce
}

/** Encrypts chunk number `index` into `out` at `at`; returns the bytes written. */
export function sealChunk(
  key: Uint8Array,
  index: number,
  final: boolean,
  plain: Uint8Array,
  out: Uint8Array,
  at: number,
): number {
  const cipher = createCipheriv('chacha20-poly1305', key, nonceOf(index, final), { authTagLength: tagBytes })
  const sealed = cipher.update(plain)
  cipher.final()
  out.set(sealed, at)
  out.set(cipher.getAuthTag(), at + plain.length)
  release(sealed)
  return plain.length + tagBytes
}

/** Decrypts chunk number `index` into `out` at `at`; returns the bytes written, or throws `object-damaged`. */
export function openChunk(
  key: Uint8Array,
  index: number,
  final: boolean,
  sealed: Uint8Array,
  out: Uint8Array,
  at: number,
): number {
  const length = sealed.length - tagBytes
  if (length < 0 || (length === 0 && index > 0)) throw damaged('an age chunk is cut off')
  const decipher = createDecipheriv('chacha20-poly1305', key, nonceOf(index, final), {
    authTagLength: tagBytes,
  })
  decipher.setAuthTag(sealed.subarray(length))
  const plain = decipher.update(sealed.subarray(0, length))
  try {
    decipher.final()
  } catch (error) {
    throw damaged('an age chunk does not authenticate', undefined, error)
  }
  out.set(plain, at)
  release(plain)
  return length
}
