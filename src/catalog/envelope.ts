import { verify } from 'node:crypto'
import { z } from 'zod'
import { checkShape, damaged, jsonBytes, type Naming, parseJson } from './json.ts'
import { sha256Of } from './object-io.ts'
import { publicKeyOf, type Signer } from './signing-key.ts'

export const manifestPayloadType = 'application/vnd.holdfast.manifest+json'

const envelopeSchema = z.strictObject({
  payloadType: z.string().max(100),
  payload: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  // One at most: DSSE allows more, format 1 has no use for them.
  signatures: z.array(z.strictObject({ keyid: z.string().max(200), sig: z.string().max(200) })).max(1),
})

/** A checked envelope. */
export interface Opened {
  readonly payload: Uint8Array
  readonly payloadType: string
  /** The public key that really signed. */
  readonly signedBy: string | undefined
  /** Signed by a key of `trust`; always true where no trust is set. */
  readonly trusted: boolean
}

/** The bytes that DSSE signs: https://github.com/secure-systems-lab/dsse, protocol.md, "PAE". */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = Buffer.from(payloadType)
  const head = `DSSEv1 ${type.length} ${payloadType} ${payload.byteLength} `
  return Buffer.concat([Buffer.from(head), payload])
}

/**
 * A DSSE envelope with the SHA-256 of its payload besides, so that damage is found without a key, as stored bytes.
 * `keyid` holds the whole public key: who signed can be told even where nobody is trusted yet.
 */
export function sealEnvelope(payload: Uint8Array, payloadType: string, signer?: Signer): Uint8Array {
  const message = preAuthEncoding(payloadType, payload)
  return jsonBytes({
    payloadType,
    payload: Buffer.from(payload).toString('base64'),
    sha256: sha256Of(payload),
    signatures: signer
      ? [{ keyid: signer.keyid, sig: Buffer.from(signer.sign(message)).toString('base64') }]
      : [],
  })
}

/** Canonical base64 only, so that no stored bit is without meaning. */
function decoded(text: string, naming: Naming, path: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw damaged(naming, `${path}: no base64`)
  return bytes
}

/**
 * Opens an envelope: the SHA-256 over the payload finds damage, the ed25519 signature forgery. A signature that
 * does not fit is damage too, whoever's it is; other kinds of keys would be a feature that `holdfast.json` requires.
 * Errors: the code of `naming` (by default `manifest-damaged`).
 */
export function openEnvelope(
  bytes: Uint8Array,
  options: { readonly trust?: readonly string[] | undefined; readonly naming?: Naming } = {},
): Opened {
  const naming = options.naming ?? { code: 'manifest-damaged', what: 'the manifest' }
  const envelope = checkShape(envelopeSchema, parseJson(bytes, naming), naming)
  const payload = decoded(envelope.payload, naming, 'payload')
  if (sha256Of(payload) !== envelope.sha256) throw damaged(naming, 'its payload does not match its sha-256')
  const [signature] = envelope.signatures
  const signedBy = signature && signer(signature, preAuthEncoding(envelope.payloadType, payload), naming)
  return { payload, payloadType: envelope.payloadType, signedBy, trusted: isTrusted(signedBy, options.trust) }
}

function signer(signature: { keyid: string; sig: string }, message: Uint8Array, naming: Naming): string {
  const key = publicKeyOf(signature.keyid)
  if (!key) throw damaged(naming, 'signatures.0.keyid: it is no ed25519 public key')
  if (verify(null, message, key, decoded(signature.sig, naming, 'signatures.0.sig'))) return signature.keyid
  throw damaged(naming, 'its signature does not fit its payload')
}

/** Whether a signature counts: by a key of `trust`, or anybody's, and nobody's, where no trust is set. */
export function isTrusted(signedBy: string | undefined, trust: readonly string[] | undefined): boolean {
  if (trust === undefined || trust.length === 0) return true
  return signedBy !== undefined && trust.includes(signedBy)
}
