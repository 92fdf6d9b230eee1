import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { Secret } from '../domain/secret.ts'
import { HoldfastError } from '../errors/error.ts'

const filePrefix = 'HOLDFAST-SIGNING-KEY-ed25519:'
const publicPrefix = 'ed25519:'
/** PKCS#8 and SPKI around a raw ed25519 key, RFC 8410. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spki = Buffer.from('302a300506032b6570032100', 'hex')

/** The private half, ready to sign. */
export interface Signer {
  /** `ed25519:<base64 of the raw public key>`, as `signing.trust` lists it. */
  readonly keyid: string
  sign(message: Uint8Array): Uint8Array
}

function invalid(what: string): HoldfastError {
  return new HoldfastError('key-invalid', what, {
    hint: 'Give signing.key the content of a file that `holdfast keygen` wrote, and signing.trust the public halves it printed.',
  })
}

/** The bytes of canonical base64 of just this length; undefined otherwise. */
function rawKey(text: string): Buffer | undefined {
  const raw = Buffer.from(text, 'base64')
  return raw.length === 32 && raw.toString('base64') === text ? raw : undefined
}

/**
 * Reads a private signing key: one line `HOLDFAST-SIGNING-KEY-ed25519:<base64 of the raw 32-byte seed>`; empty lines
 * and lines that begin with `#` are comments. Errors: `key-invalid`, which never repeats the text.
 */
export function parseSigningKey(text: Secret): Signer {
  const lines = text
    .reveal()
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const [line] = lines
  if (line === undefined) throw invalid('the signing key holds no key line')
  if (lines.length > 1) throw invalid('the signing key holds more than one key line')
  if (!line.startsWith(filePrefix)) throw invalid(`the signing key does not begin with ${filePrefix}`)
  const seed = rawKey(line.slice(filePrefix.length))
  if (!seed) throw invalid('the signing key is not the base64 of 32 bytes')
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  return { keyid: publicText(createPublicKey(key)), sign: (message) => sign(null, message, key) }
}

/** A new key pair: `private` is the line for a file, `public` what verifiers list under `signing.trust`. */
export function generateSigningKey(): { readonly private: Secret; readonly public: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8.length)
  return { private: new Secret(`${filePrefix}${seed.toString('base64')}`), public: publicText(publicKey) }
}

function publicText(key: KeyObject): string {
  const raw = key.export({ format: 'der', type: 'spki' }).subarray(spki.length)
  return `${publicPrefix}${raw.toString('base64')}`
}

/** A listing of 100,000 manifests meets a handful of keys. */
const keys = new Map<string, KeyObject>()
const mostKeys = 64

/** A public key from its text `ed25519:<base64>`; undefined when it is none. */
export function publicKeyOf(text: string): KeyObject | undefined {
  const known = keys.get(text)
  const raw = !known && text.startsWith(publicPrefix) ? rawKey(text.slice(publicPrefix.length)) : undefined
  if (!raw) return known
  const key = createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' })
  if (keys.size >= mostKeys) keys.clear()
  keys.set(text, key)
  return key
}

/** Checks a `signing.trust` list. Errors: `key-invalid` naming the entry. */
export function parseTrust(list: readonly string[]): readonly string[] {
  for (const text of list) {
    if (!publicKeyOf(text)) throw invalid(`${text} is no public key of the form ed25519:<base64 of 32 bytes>`)
  }
  return list
}
