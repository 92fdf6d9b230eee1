import type { Proof } from '../domain/proof.ts'
import type { Store, StoredObject } from '../domain/store.ts'
import type { HoldfastError } from '../errors/error.ts'
import { readCachedObjects } from './cached-objects.ts'
import { branchPrefix } from './keys.ts'
import { readIfPresent } from './object-io.ts'
import { parseProofKey } from './parse-keys.ts'
import { decodeProof, proofLimit } from './proofs.ts'

const version = 'proofs 2'

/** What the catalogue needs of a proof. */
export interface ProofFacts
  extends Pick<Proof, 'repository' | 'id' | 'chain' | 'destination' | 'result' | 'evidence' | 'rtoSeconds'> {
  readonly key: string
  /** Milliseconds since the epoch. */
  readonly finishedAt: number
  readonly signedBy?: string
}

export interface JobProofs {
  readonly proofs: ReadonlyMap<string, readonly ProofFacts[]>
  readonly damaged: readonly { readonly key: string; readonly error: HoldfastError }[]
}

export interface ReadJobProofsOptions {
  readonly cacheFile: string | undefined
  readonly parallel: number
  readonly signal: AbortSignal
}

/** All proofs of a job by backup, newest first, fetching only what the cache lacks. Whom to trust is the caller's question. */
export async function readJobProofs(
  store: Store,
  job: string,
  { cacheFile, parallel, signal }: ReadJobProofsOptions,
): Promise<JobProofs> {
  const read = async (object: StoredObject): Promise<ProofFacts | undefined> => {
    const stored = await readIfPresent(store, object.key, proofLimit, signal, object)
    return stored && factsOf(stored, object.key)
  }
  const isProof = (key: string) => parseProofKey(key) !== undefined
  const options = { cacheFile, version, parallel, signal }
  const { found, damaged } = await readCachedObjects(
    store,
    branchPrefix('proofs', job),
    isProof,
    read,
    options,
  )
  const newestFirst = found.toSorted((a, b) => b.finishedAt - a.finishedAt || (a.key < b.key ? 1 : -1))
  return { proofs: Map.groupBy(newestFirst, (proof) => proof.id), damaged }
}

function factsOf(stored: Uint8Array, key: string): ProofFacts {
  const { proof, signedBy } = decodeProof(stored, key)
  const { repository, id, chain, destination, result, evidence, rtoSeconds } = proof
  return {
    key,
    repository,
    id,
    chain,
    destination,
    result,
    evidence,
    rtoSeconds,
    finishedAt: new Date(proof.finishedAt).getTime(),
    ...(signedBy === undefined ? {} : { signedBy }),
  }
}
