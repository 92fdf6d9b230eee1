import { type DeletionOptions, deleteObject } from '../../catalog/garbage-deletion.ts'
import type { Lease } from '../../catalog/lease.ts'
import type { HoldfastError } from '../../errors/error.ts'
import type { CleanupResult } from '../../report/results.ts'
import type { RetentionDecision } from '../../retention/plan-types.ts'
import { audit } from '../cleanup/execute.ts'
import type { CleanupOptions } from '../cleanup/options.ts'
import type { Cleanable } from '../cleanup/plan.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { judgeChains } from './judge.ts'
import { type AdoptedChains, type AdoptedPlace, adoptedPlaces, readPlace } from './places.ts'

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

/** One place: whole chains by the job's own rules. */
async function cleanPlace(
  context: CommandContext,
  place: AdoptedPlace,
  own: readonly Cleanable[],
  { dryRun, force }: CleanupOptions,
  leases: readonly Lease[],
): Promise<CleanupResult> {
  const { job } = place
  const [first] = own
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
    if (first !== undefined) await audit(context, first, job, doomed)
    await deleteChains(chains, ids, {
      now: first?.storeNow ?? context.clock.now(),
      signal: context.signal,
      assertHeld: () => {
        for (const lease of leases) lease.assertHeld()
      },
    })
  }
  const line = ({ id, reasons }: RetentionDecision) => ({ id, reason: reasons.join('; ') })
  return {
    job,
    destination: place.name,
    deleted: doomed.map(line),
    kept: decisions.filter(({ keep }) => keep).map(line),
    garbage: [],
    freedBytes: planned,
    ...(dryRun && { dryRun }),
  }
}

/**
 * Retention of the chains that another tool left of a job, under the job's lease: whole chains by the job's own rules.
 * Nothing is judged where none of the job's own destinations was read; trouble at one place does not keep the others waiting.
 */
export async function cleanChains(
  context: CommandContext,
  job: string,
  own: readonly Cleanable[],
  options: CleanupOptions,
  leases: readonly Lease[],
): Promise<{ readonly results: readonly CleanupResult[]; readonly errors: readonly HoldfastError[] }> {
  const results: CleanupResult[] = []
  const errors: HoldfastError[] = []
  for (const place of own.length === 0 ? [] : adoptedPlaces(context, [job])) {
    try {
      results.push(await cleanPlace(context, place, own, options, leases))
    } catch (error) {
      context.signal.throwIfAborted()
      errors.push(asHoldfastError(error))
    }
  }
  return { results, errors }
}
