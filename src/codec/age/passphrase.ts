import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { type Identity, type Recipient, Stanza } from 'age-encryption'
import type { Secret } from '../../domain/secret.ts'

// The library's scrypt is JavaScript: it blocks for a second and leaves 256 MB to the garbage collector.
const derive: (passphrase: string, salt: Uint8Array, bytes: number, options: object) => Promise<Buffer> =
  promisify(scrypt)

const label = Buffer.from('age-encryption.org/v1/scrypt')
const workFactor = 18
const highestWorkFactor = 20
const zeroNonce = Buffer.alloc(12)

function wrapKey(passphrase: Secret, salt: Uint8Array, logN: number): Promise<Buffer> {
  const cost = { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** logN * 1024 + 2 ** 20 }
  return derive(passphrase.reveal(), Buffer.concat([label, salt]), 32, cost)
}

/** Wraps a file key with a passphrase: the scrypt stanza of https://c2sp.org/age, work factor 18. */
export function passphraseRecipient(passphrase: Secret): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16)
      const key = await wrapKey(passphrase, salt, workFactor)
      const cipher = createCipheriv('chacha20-poly1305', key, zeroNonce, { authTagLength: 16 })
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
      return [new Stanza(['scrypt', base64(salt), String(workFactor)], body)]
    },
  }
}

/** Unwraps what a passphrase wrapped; throws where a scrypt stanza is malformed, returns null where it does not fit. */
export function passphraseIdentity(passphrase: Secret): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const stanza = stanzas.find((candidate) => candidate.args[0] === 'scrypt')
      if (!stanza) return null
      if (stanzas.length !== 1) throw new Error('a scrypt stanza must be the only one')
      const { salt, logN } = parse(stanza)
      const key = await wrapKey(passphrase, salt, logN)
      const decipher = createDecipheriv('chacha20-poly1305', key, zeroNonce, { authTagLength: 16 })
      decipher.setAuthTag(stanza.body.subarray(16))
      const fileKey = decipher.update(stanza.body.subarray(0, 16))
      try {
        decipher.final()
      } catch {
        return null
      }
      return fileKey
    },
  }
}

function parse(stanza: Stanza): { salt: Buffer; logN: number } {
  const [, encoded = '', factor = ''] = stanza.args
  const salt = Buffer.from(encoded, 'base64')
  const logN = Number(factor)
  if (
    stanza.args.length !== 3 ||
    stanza.body.length !== 32 ||
    salt.length !== 16 ||
    base64(salt) !== encoded ||
    !/^[1-9][0-9]*$/.test(factor) ||
    logN > highestWorkFactor
  ) {
    throw new Error('invalid scrypt stanza')
  }
  return { salt, logN }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
