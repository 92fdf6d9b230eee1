import type { Proof } from '../domain/proof.ts'
import type { Store } from '../domain/store.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'
import { openEnvelope, sealEnvelope } from './envelope.ts'
import { preciseTime } from './ids.ts'
import { checkShape, damaged, type Naming, parseJson } from './json.ts'
import { branchPrefix, proofKey } from './keys.ts'
import { createObject, findObject, readObject } from './object-io.ts'
import { parseProofKey } from './parse-keys.ts'
import { proofSchema } from './proof-schema.ts'
import { decodeStatement, encodeStatement, statementPayloadType } from './proof-statement.ts'
import type { Signer } from './signing-key.ts'

/** Stored bytes of a proof; many checks fit. */
export const proofLimit = 1024 * 1024

/** A proof with who vouches for it. */
export interface OpenedProof {
  readonly key: string
  readonly proof: Proof
  readonly signedBy: string | undefined
  /** Always true where no trust is set. */
  readonly trusted: boolean
}

/**
 * Writes the outcome of a drill, signed where a signer is given; returns its key.
 * Errors: `internal` for a proof that could not be read again, `commit-conflict` when its key is taken, `store-lied`
 * when it is not there afterwards.
 */
export async function writeProof(
  store: Store,
  proof: Proof,
  options: { readonly signer?: Signer | undefined; readonly signal: AbortSignal },
): Promise<string> {
  checkShape(proofSchema, proof, { code: 'internal', what: 'the new proof', key: proof.id })
  const key = proofKey(proof.job, proof.id, preciseTime(new Date(proof.finishedAt)))
  const stored = sealEnvelope(encodeStatement(proof), statementPayloadType, options.signer)
  if (await createObject(store, key, stored, options.signal)) {
    const listed = await findObject(store, key)
    if (listed?.bytes === stored.byteLength) return key
    throw new HoldfastError(
      'store-lied',
      `${store.name} took the proof ${key} and ${listed ? 'cut it short' : 'does not list it'}`,
      {
        hint: 'The drill counts for nothing. Run `holdfast doctor` against this destination, then drill again.',
        context: { key, destination: store.name },
      },
    )
  }
  throw new HoldfastError('commit-conflict', `there is a proof ${key} already`, {
    hint: 'Another drill of this backup ended at the same moment; run the drill again.',
    context: { key, destination: store.name },
  })
}

function proofIn(payloadType: string, value: unknown, naming: Naming): Proof {
  if (payloadType === statementPayloadType) return decodeStatement(value, naming)
  // Before there were statements, the proof stood alone.
  if (payloadType === 'application/vnd.holdfast.proof+json') return checkShape(proofSchema, value, naming)
  throw damaged(naming, `payloadType: it holds ${payloadType}`)
}

/**
 * Opens a proof by itself, wherever it was found. Errors: `object-damaged`, also for a signature that does not fit.
 */
export function openProof(stored: Uint8Array, name: string, trust?: readonly string[]): OpenedProof {
  const naming: Naming = { code: 'object-damaged', what: 'the proof', key: name }
  const { payload, payloadType, signedBy, trusted } = openEnvelope(stored, { trust, naming })
  return { key: name, proof: proofIn(payloadType, parseJson(payload, naming), naming), signedBy, trusted }
}

/** Opens the stored bytes of the proof at `key`. Errors: `object-damaged`, also for one that stands under another's key. */
export function decodeProof(
  stored: Uint8Array,
  key: string,
  options: { readonly trust?: readonly string[] | undefined } = {},
): OpenedProof {
  const opened = openProof(stored, key, options.trust)
  const name = parseProofKey(key)
  if (name?.job !== opened.proof.job || name.id !== opened.proof.id) {
    throw damaged({ code: 'object-damaged', what: 'the proof', key }, 'it belongs to another backup')
  }
  return opened
}

export interface ReadProofsResult {
  /** Oldest first. */
  readonly proofs: readonly OpenedProof[]
  readonly damaged: readonly { readonly key: string; readonly error: HoldfastError }[]
}

/** The proofs of one backup, or of all of a job's. Damaged ones are listed apart; they prove nothing. */
export async function readProofs(
  store: Store,
  job: string,
  id: string | undefined,
  options: { readonly trust?: readonly string[] | undefined; readonly signal: AbortSignal },
): Promise<ReadProofsResult> {
  const proofs: OpenedProof[] = []
  const bad: { key: string; error: HoldfastError }[] = []
  const prefix = `${branchPrefix('proofs', job)}${id === undefined ? '' : `${id}/`}`
  for await (const { key } of store.list(prefix)) {
    if (!parseProofKey(key)) continue
    try {
      proofs.push(decodeProof(await readObject(store, key, proofLimit, options.signal), key, options))
    } catch (error) {
      if (!hasCode(error, 'object-damaged')) throw error
      bad.push({ key, error })
    }
  }
  proofs.sort((a, b) => compareText(a.proof.finishedAt, b.proof.finishedAt))
  return { proofs, damaged: bad }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
