import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'

export interface KeyPair {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: Secret
  /** `age1…` */
  readonly recipient: string
}

/** A new age X25519 key pair. */
export async function generateKeyPair(): Promise<KeyPair> {
  const identity = await generateX25519Identity()
  return { identity: new Secret(identity), recipient: await identityToRecipient(identity) }
}

/** The public half of an identity; `key-invalid` if it is none. */
export async function recipientOf(identity: Secret): Promise<string> {
  try {
    return await identityToRecipient(identity.reveal().trim())
  } catch {
    // The library's error may quote the key, so it is not kept as the cause.
    throw invalidIdentity('this is not an age identity')
  }
}

/** Age recipients, trimmed and checked; `key-invalid` names the first that is none. */
export function parseRecipients(recipients: readonly string[]): string[] {
  return recipients.map((recipient, index) => {
    const text = recipient.trim()
    try {
      new Encrypter().addRecipient(text)
    } catch {
      throw invalidRecipient(text, index)
    }
    return text
  })
}

function invalidRecipient(text: string, index: number): HoldfastError {
  // Only what looks public is shown: people paste the identity into the wrong field.
  const shown = /^age1[a-z0-9]*$/.test(text) ? text : `number ${index + 1}`
  const secret = text.toUpperCase().startsWith('AGE-SECRET-KEY')
  return new HoldfastError(
    'key-invalid',
    `recipient ${shown} is ${secret ? 'a secret key' : 'no age recipient'}`,
    {
      hint: secret
        ? 'Put the public half (age1…) under recipients; `age-keygen -y FILE` prints it.'
        : 'A recipient begins with age1; check that it was copied whole.',
      context: { position: index + 1 },
    },
  )
}

/**
 * The identities of an identity file: one `AGE-SECRET-KEY-…` a line, `#` comments and empty lines between.
 * `key-invalid` names the line that is none; a text without any identity is invalid too.
 */
export function parseIdentities(text: Secret): Secret[] {
  const identities: Secret[] = []
  for (const [index, raw] of text.reveal().split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    try {
      new Decrypter().addIdentity(line)
    } catch {
      throw invalidIdentity(`line ${index + 1} is not an age identity`)
    }
    identities.push(new Secret(line))
  }
  if (identities.length === 0) throw invalidIdentity('the text holds no age identity')
  return identities
}

function invalidIdentity(message: string): HoldfastError {
  return new HoldfastError('key-invalid', message, {
    hint: 'Give the file that keygen wrote: lines beginning with AGE-SECRET-KEY-, not encrypted themselves.',
  })
}
