import { armor } from 'age-encryption'
import type { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import { damaged } from '../damage.ts'
import { createChunker } from './chunker.ts'
import { type Keyring, openHeader } from './header.ts'
import { parseRecipients } from './keys.ts'
import { passphraseRecipient } from './passphrase.ts'
import { chunkBytes, openChunk, sealChunk, sealedChunkBytes, sealedPayloadBytes } from './payload.ts'
import { sealHeader } from './seal-header.ts'

export interface EncryptFor {
  readonly recipients?: readonly string[]
  readonly passphrase?: Secret
}

/**
 * `plain` as one age file, for small objects. Age forbids recipients and a passphrase in one file: exactly one of the
 * two is given, or it is `recipient-missing`. A recipient that is none is `key-invalid`.
 */
export async function encryptBytes(
  plain: Uint8Array,
  { recipients = [], passphrase }: EncryptFor,
): Promise<Uint8Array> {
  if (passphrase === undefined ? recipients.length === 0 : recipients.length > 0) {
    throw new HoldfastError('recipient-missing', 'an age file is for recipients or for a passphrase', {
      hint: 'Set encryption.recipients or encryption.passphrase; each gets a file of its own.',
    })
  }
  const { bytes, payloadKey } = await sealHeader(
    passphrase === undefined ? parseRecipients(recipients) : [passphraseRecipient(passphrase)],
  )
  const out = new Uint8Array(bytes.length + sealedPayloadBytes(plain.length))
  out.set(bytes)
  let at = bytes.length
  const chunker = createChunker(chunkBytes, (chunk, index, final) => {
    at += sealChunk(payloadKey, index, final, chunk, out, at)
  })
  chunker.push(plain)
  chunker.end()
  return out
}

/**
 * The content of an age file, armored or not. `identity-wrong` or `passphrase-wrong` where no key fits,
 * `object-damaged` where a key fits but the bytes are not whole.
 */
export async function decryptBytes(stored: Uint8Array, keyring: Keyring): Promise<Uint8Array> {
  const file = dearmor(stored)
  const { payloadKey, length } = await openHeader(file, keyring)
  const out = new Uint8Array(file.length - length)
  let at = 0
  const chunker = createChunker(sealedChunkBytes, (chunk, index, final) => {
    at += openChunk(payloadKey, index, final, chunk, out, at)
  })
  chunker.push(file.subarray(length))
  chunker.end()
  return out.subarray(0, at)
}

function dearmor(stored: Uint8Array): Uint8Array {
  const start = Buffer.from(stored.buffer, stored.byteOffset, Math.min(stored.length, 1024)).toString(
    'latin1',
  )
  if (!start.trimStart().startsWith('-----BEGIN')) return stored
  try {
    return armor.decode(Buffer.from(stored).toString('latin1'))
  } catch (error) {
    throw damaged('the age armor is not valid', undefined, error)
  }
}
