import type { CatalogueEntry, ProofSummary } from '../../catalog/entry.ts'
import type { Catalogue } from '../../catalog/listing.ts'
import type { RetentionRules } from '../../domain/retention.ts'
import type { StoredObject } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { DestinationPoints } from '../../retention/plan-destinations.ts'
import type { RetentionPlan } from '../../retention/plan-types.ts'
import type { Destination } from '../repository/destination.ts'
import { toRecoveryPoint } from '../repository/entries.ts'

/** A destination as cleanup sees it. */
export interface Cleanable extends Destination {
  readonly catalogue: Catalogue
  /** What others wrote under this job's names. */
  readonly adopted: readonly StoredObject[]
  readonly rules: RetentionRules | undefined
  /** The store's own time. */
  readonly storeNow: Date
}

/** The newest conclusive drill of any backup of the job, if it failed: then nothing may be deleted. */
function failedDrill(entries: readonly CatalogueEntry[]): { id: string; finishedAt: string } | undefined {
  let newest: { id: string; proof: ProofSummary } | undefined
  for (const { id, lastVerdict: proof } of entries) {
    if (proof !== undefined && (newest === undefined || proof.finishedAt > newest.proof.finishedAt))
      newest = { id, proof }
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

/** A plan that lets nothing go: where a manifest is damaged nobody knows what its backup was the base of. */
export function sparing(plan: RetentionPlan): RetentionPlan {
  const reason = 'a manifest here is damaged: nothing is deleted'
  const decisions = plan.decisions.map((decision) =>
    decision.keep ? decision : { ...decision, keep: true, reasons: [reason] },
  )
  return { ...plan, decisions, note: reason }
}

/** Why nothing was deleted where manifests are damaged. */
export function damageError(job: string, destination: string, damaged: Catalogue['damaged']): HoldfastError {
  const keys = damaged.map(({ key }) => key)
  const what = keys.length === 1 ? `${keys[0]} is damaged` : `${keys.length} manifests are damaged`
  return new HoldfastError('manifest-damaged', `nothing of ${job} was deleted at ${destination}: ${what}`, {
    hint: 'Bring the manifests back from another destination, or repeat with --force if these backups are given up.',
    context: { job, destination, damaged: keys },
  })
}
