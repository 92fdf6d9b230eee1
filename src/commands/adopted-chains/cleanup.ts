import { type DeletionOptions, deleteObject } from '../../catalog/garbage-deletion.ts'
import type { Lease } from '../../catalog/lease.ts'
import type { CleanupResult } from '../../report/results.ts'
import type { RetentionDecision } from '../../retention/plan-types.ts'
import { audit } from '../cleanup/execute.ts'
import type { CleanupOptions } from '../cleanup/options.ts'
import type { Cleanable } from '../cleanup/plan.ts'
import type { CommandContext } from '../context.ts'
import { judgeChains } from './judge.ts'
import { type AdoptedChains, adoptedPlaces, readPlace } from './places.ts'

/** Deletes each backup's manifest before its data, increments before what they build on. */
async function deleteChains(
  { backups, store }: AdoptedChains,
  doomed: ReadonlySet<string>,
  deletion: DeletionOptions,
): Promise<void> {
  const going = backups.filter(({ id }) => doomed.has(id))
  for (const { manifest, objects } of going.toSorted((a, b) => b.chain.length - a.chain.length)) {
    for (const object of [manifest, ...objects]) await deleteObject(store, object, deletion)
  }
}

/**
 * Retention of the chains that another tool left of a job, under the job's lease: whole chains by the job's own rules.
 * Nothing is judged where none of the job's own destinations was read. Errors: the stores'.
 */
export async function cleanChains(
  context: CommandContext,
  job: string,
  own: readonly Cleanable[],
  { dryRun, force }: CleanupOptions,
  leases: readonly Lease[],
): Promise<CleanupResult[]> {
  const [first] = own
  const results: CleanupResult[] = []
  if (first === undefined) return results
  for (const place of adoptedPlaces(context, [job])) {
    const chains = await readPlace(context, place, dryRun ? 'read' : 'write')
    const { timezone } = context.config
    const rules = context.config.job(job).retention
    const decisions = judgeChains(chains, own, { job, rules, now: context.clock.now(), timezone, force })
    const doomed = decisions.filter(({ keep }) => !keep)
    const ids = new Set(doomed.map(({ id }) => id))
    const planned = chains.backups
      .filter(({ id }) => ids.has(id))
      .reduce((sum, { manifest, storedBytes }) => sum + manifest.bytes + storedBytes, 0)
    if (doomed.length > 0 && !dryRun) {
      await audit(context, first, job, doomed)
      await deleteChains(chains, ids, {
        now: first.storeNow,
        signal: context.signal,
        assertHeld: () => {
          for (const lease of leases) lease.assertHeld()
        },
      })
    }
    const line = ({ id, reasons }: RetentionDecision) => ({ id, reason: reasons.join('; ') })
    results.push({
      job,
      destination: place.name,
      deleted: doomed.map(line),
      kept: decisions.filter(({ keep }) => keep).map(line),
      garbage: [],
      freedBytes: planned,
      ...(dryRun && { dryRun }),
    })
  }
  return results
}
