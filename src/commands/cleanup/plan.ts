import type { CatalogueEntry, ProofSummary } from '../../catalog/entry.ts'
import type { Catalogue } from '../../catalog/listing.ts'
import type { RetentionRules } from '../../domain/retention.ts'
import type { DestinationPoints } from '../../retention/plan-destinations.ts'
import type { Destination } from '../repository/destination.ts'
import { toRecoveryPoint } from '../repository/entries.ts'

/** A destination as cleanup sees it. */
export interface Cleanable extends Destination {
  readonly catalogue: Catalogue
  readonly rules: RetentionRules | undefined
  /** The store's own time. */
  readonly storeNow: Date
}

/** The newest conclusive drill of any backup of the job, if it failed: then nothing may be deleted. */
function failedDrill(entries: readonly CatalogueEntry[]): { id: string; finishedAt: string } | undefined {
  let newest: { id: string; proof: ProofSummary } | undefined
  for (const { id, lastProof } of entries) {
    if (lastProof === undefined || lastProof.result === 'inconclusive') continue
    if (newest === undefined || lastProof.finishedAt > newest.proof.finishedAt)
      newest = { id, proof: lastProof }
  }
  if (newest?.proof.result !== 'failed') return undefined
  return { id: newest.id, finishedAt: newest.proof.finishedAt.toISOString() }
}

/** What retention needs to know of a destination; `force` sets a failed drill aside. */
export function pointsOf({ name, catalogue, rules, storeNow }: Cleanable, force: boolean): DestinationPoints {
  const failed = force ? undefined : failedDrill(catalogue.points)
  return {
    name,
    points: catalogue.points.map(toRecoveryPoint),
    rules,
    storeNow,
    ...(failed && { failedDrill: failed }),
  }
}
