import type { CatalogueEntry } from '../../catalog/entry.ts'
import { readObject } from '../../catalog/object-io.ts'
import { type OpenedProof, proofLimit, readProofs } from '../../catalog/proofs.ts'
import type { HoldfastError } from '../../errors/error.ts'
import type { ProofResult } from '../../report/proof-result.ts'
import type { CommandContext } from '../context.ts'
import type { Destination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'

/** What a proof says, and how it stands to the manifests that are there now. */
export function proofResult(
  { key, proof, signedBy, trusted }: OpenedProof,
  destination: string,
  backup: ProofResult['backup'],
): ProofResult {
  const { job, id, result, evidence, checks, startedAt, finishedAt, rtoSeconds, restoredBytes, host, run } =
    proof
  return {
    job,
    id,
    destination,
    readAt: proof.destination,
    key,
    result,
    evidence,
    signedBy: signedBy ?? null,
    trusted,
    backup,
    createdAt: proof.backup?.createdAt ?? null,
    startedAt,
    finishedAt,
    rtoSeconds,
    rpoSeconds: proof.backup?.ageSeconds ?? null,
    restoredBytes,
    checks,
    host,
    versions: proof.versions ?? {},
    ...(run && { run }),
  }
}

function standing(proof: OpenedProof['proof'], entries: ReadonlyMap<string, CatalogueEntry>) {
  if (!entries.has(proof.id)) return 'gone'
  const same = proof.chain.every(
    ({ id, manifest }) => manifest === `sha256:${entries.get(id)?.manifestSha256 ?? ''}`,
  )
  return same ? 'there' : 'changed'
}

export interface Collected {
  readonly results: readonly ProofResult[]
  readonly damaged: readonly HoldfastError[]
}

/** All proofs of a job at a destination, or those of one backup; `envelopes` keeps the stored bytes beside them. */
export async function collectProofs(
  context: CommandContext,
  destination: Destination,
  subject: { readonly job: string; readonly id?: string | undefined },
  envelopes: boolean,
): Promise<Collected> {
  const { signal, config } = context
  const { store, name } = destination
  const { trust } = config.signing()
  const { proofs, damaged } = await readProofs(store, subject.job, subject.id, { trust, signal })
  if (proofs.length + damaged.length === 0) return { results: [], damaged: [] }
  const { points } = await readEntries(context, destination, subject.job, { proofs: false })
  const entries = new Map(points.map((entry) => [entry.id, entry]))
  const results: ProofResult[] = []
  for (const opened of proofs) {
    const result = proofResult(opened, name, standing(opened.proof, entries))
    const envelope: unknown = envelopes
      ? JSON.parse(Buffer.from(await readObject(store, opened.key, proofLimit, signal)).toString())
      : undefined
    results.push({ ...result, ...(envelopes && { envelope }) })
  }
  return { results, damaged: damaged.map(({ error }) => error) }
}
