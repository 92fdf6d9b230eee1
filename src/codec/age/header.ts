import { Decrypter, type Identity, type Stanza } from 'age-encryption'
import type { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import { damaged } from '../damage.ts'
import { passphraseIdentity } from './passphrase.ts'
import { derivePayloadKey, nonceBytes } from './payload.ts'

/** No header of ours comes near; a longer one is not searched for its end. */
const longestHeader = 1 << 20

/** What may open an age file; all are tried. */
export interface Keyring {
  readonly identities?: readonly Secret[]
  readonly passphrases?: readonly Secret[]
}

export interface OpenedHeader {
  readonly payloadKey: Uint8Array
  /** Where the payload begins. */
  readonly length: number
  /** Arguments of all stanzas, also of those that no key is for. */
  readonly stanzas: readonly (readonly string[])[]
}

/**
 * Length of the header and nonce at the start of `file`; undefined while `file` is too short to tell.
 * `object-damaged` where no age header can become of it.
 */
export function headerLength(file: Uint8Array): number | undefined {
  const text = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, longestHeader))
  const mac = text.indexOf('\n---')
  const end = mac < 0 ? -1 : text.indexOf('\n', mac + 1)
  if (end >= 0) return end + 1 + nonceBytes <= file.length ? end + 1 + nonceBytes : undefined
  if (file.length >= longestHeader) throw damaged('it is not an age file')
  return undefined
}

/**
 * Opens the header at the start of `file`.
 *
 * `identity-wrong` or `passphrase-wrong` where no key of the ring matches a stanza, `object-damaged` where the header is
 * malformed, cut off or its MAC is wrong.
 */
export async function openHeader(file: Uint8Array, keyring: Keyring): Promise<OpenedHeader> {
  const length = headerLength(file)
  if (length === undefined) throw damaged('the age header is cut off')
  const decrypter = new Decrypter()
  const witness = { stanzas: [] as readonly Stanza[], unmatched: false }
  for (const identity of identitiesOf(keyring, witness)) decrypter.addIdentity(identity)
  try {
    const fileKey = await decrypter.decryptHeader(Uint8Array.from(file.subarray(0, length - nonceBytes)))
    const nonce = Uint8Array.from(file.subarray(length - nonceBytes, length))
    return {
      payloadKey: derivePayloadKey(fileKey, nonce),
      length,
      stanzas: witness.stanzas.map(({ args }) => args),
    }
  } catch (error) {
    if (witness.unmatched) throw unmatched(witness.stanzas, keyring)
    throw damaged('the age header is not valid', undefined, error)
  }
}

/** The last identity is asked only when no other matched: that tells a wrong key from a damaged header. */
function* identitiesOf(
  keyring: Keyring,
  witness: { stanzas: readonly Stanza[]; unmatched: boolean },
): Generator<string | Identity> {
  yield {
    unwrapFileKey(stanzas) {
      witness.stanzas = stanzas
      return null
    },
  }
  for (const identity of keyring.identities ?? []) yield identity.reveal()
  for (const passphrase of keyring.passphrases ?? []) yield passphraseIdentity(passphrase)
  yield {
    unwrapFileKey() {
      witness.unmatched = true
      return null
    },
  }
}

function unmatched(stanzas: readonly Stanza[], keyring: Keyring): HoldfastError {
  if (stanzas.some(({ args }) => args[0] === 'scrypt')) {
    const given = (keyring.passphrases ?? []).length > 0
    return new HoldfastError(
      'passphrase-wrong',
      given ? 'the passphrase does not fit' : 'a passphrase is needed',
      {
        hint: 'Give the passphrase that this was encrypted with as encryption.passphrase.',
      },
    )
  }
  return new HoldfastError('identity-wrong', 'none of the identities can open this', {
    hint: 'Give the identity whose public half is among the recipients that this was encrypted to.',
  })
}
