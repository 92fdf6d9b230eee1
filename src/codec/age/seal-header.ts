import { randomBytes } from 'node:crypto'
import { Encrypter, type Recipient } from 'age-encryption'
import { HoldfastError } from '../../errors/error.ts'
import { derivePayloadKey, nonceBytes } from './payload.ts'

/** What the library appends for an empty payload: nonce and one tag. */
const emptyPayload = 32

export interface SealedHeader {
  /** Header and nonce: all that precedes the payload. */
  readonly bytes: Uint8Array
  readonly payloadKey: Uint8Array
}

/** Makes the header of a new age file (https://c2sp.org/age) for `recipients`: strings or objects of the library. */
export async function sealHeader(recipients: readonly (string | Recipient)[]): Promise<SealedHeader> {
  const encrypter = new Encrypter()
  let fileKey = new Uint8Array()
  const capture: Recipient = {
    wrapFileKey(key) {
      fileKey = Uint8Array.from(key)
      return []
    },
  }
  for (const recipient of recipients) addRecipient(encrypter, recipient)
  encrypter.addRecipient(capture)
  const empty = await encrypter.encrypt(new Uint8Array(0)).catch(refuse)
  const nonce = randomBytes(nonceBytes)
  const header = empty.subarray(0, empty.length - emptyPayload)
  // In memory of its own: what goes to another thread is copied with all of its buffer.
  const bytes = new Uint8Array(header.length + nonceBytes)
  bytes.set(header)
  bytes.set(nonce, header.length)
  return { bytes, payloadKey: derivePayloadKey(fileKey, nonce) }
}

function addRecipient(encrypter: Encrypter, recipient: string | Recipient): void {
  try {
    encrypter.addRecipient(recipient)
  } catch (cause) {
    refuse(cause)
  }
}

/** Also for what is well-formed and yet no point to agree on a key with. */
function refuse(cause: unknown): never {
  throw new HoldfastError('key-invalid', 'nothing can be encrypted to one of the recipients', {
    hint: 'Make a key pair with keygen and put its public half under recipients.',
    cause,
  })
}
