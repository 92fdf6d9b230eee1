import { encryptBytes } from '../../codec/age/bytes.ts'
import { generateKeyPair } from '../../codec/age/keys.ts'
import type { Secret } from '../../domain/secret.ts'

/** A backup's own key: volumes, meta and index are encrypted to `recipient`; `wraps` are what `keys/` stores. */
export interface DataKey {
  readonly recipient: string
  readonly wraps: readonly Uint8Array[]
}

/** What later steps of a run need of it. */
export type PublicKey = Pick<DataKey, 'recipient'>

/**
 * Makes a backup's X25519 data key and wraps it: one age file for the recipients, one for the passphrase (age
 * forbids both in one file). The private half is forgotten when this returns: the run itself cannot read what it writes.
 */
export async function makeDataKey(encryption: {
  recipients: readonly string[]
  passphrase?: Secret | undefined
}): Promise<DataKey> {
  const { identity, recipient } = await generateKeyPair()
  const plain = new TextEncoder().encode(`${identity.reveal()}\n`)
  const wraps: Uint8Array[] = []
  if (encryption.recipients.length > 0) {
    wraps.push(await encryptBytes(plain, { recipients: [...encryption.recipients] }))
  }
  if (encryption.passphrase !== undefined) {
    wraps.push(await encryptBytes(plain, { passphrase: encryption.passphrase }))
  }
  plain.fill(0)
  return { recipient, wraps }
}
