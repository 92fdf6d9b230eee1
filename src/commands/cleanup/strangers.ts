import { leasedJobs } from '../../catalog/leased-jobs.ts'
import type { HoldfastError } from '../../errors/error.ts'
import type { CleanupResult } from '../../report/results.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { type Destination, openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { leaseScope, releaseAll, whileHeld } from '../repository/lease.ts'
import { leaseStores } from '../repository/lease-store.ts'
import { sweepOnly } from './carry-out.ts'
import type { CleanupOptions } from './options.ts'
import { exclusiveNeeded, refuseFuture } from './safety.ts'

function unconfigured(job: string, destination: Destination, backups: number) {
  return {
    severity: 'info' as const,
    code: 'job-not-configured',
    message: `${destination.name} holds ${backups === 1 ? '1 backup' : `${backups} backups`} of ${job}, which this configuration does not have: they are kept`,
    hint: `If no other host backs ${job} up, give it back its job with the retention that it should have, and run cleanup again.`,
  }
}

/** Runs that died of one job, under its lease: its backups are nobody's here to judge, and stay. */
async function cleanStranger(
  context: CommandContext,
  job: string,
  destination: Destination,
  options: CleanupOptions,
): Promise<CleanupResult | undefined> {
  const [store] = await leaseStores(context, [destination])
  const stores = options.dryRun || store === undefined ? [] : [store]
  // Whoever runs the job is busy with it; its garbage can wait for the next cleanup.
  const leases = await leaseScope(context, `job~${job}`, stores, 'skip', { job })
  if (leases === undefined) return undefined
  const held = { ...context, signal: whileHeld(context.signal, leases) }
  try {
    for (const lease of leases) {
      if (!lease.exclusive && !options.exclusive) throw exclusiveNeeded(destination.name)
    }
    const storeNow = leases[0]?.storeTime() ?? context.clock.now()
    refuseFuture(context, storeNow, options.dryRun)
    const catalogue = await readEntries(held, destination, job)
    const result = await sweepOnly(
      held,
      job,
      { ...destination, catalogue, adopted: [], rules: undefined, storeNow },
      options,
      leases,
    )
    if (result.garbage.length > 0) return result
    if (catalogue.points.length > 0) tell(context, unconfigured(job, destination, catalogue.points.length))
    return undefined
  } finally {
    await releaseAll(leases)
  }
}

/**
 * The garbage of jobs that the configuration does not have (any more), at the destinations that it uses: found by their
 * leases. Only results with garbage are returned; trouble with one job or destination does not keep the others waiting.
 */
export async function cleanStrangers(
  context: CommandContext,
  names: readonly string[],
  options: CleanupOptions,
): Promise<{ results: CleanupResult[]; errors: HoldfastError[] }> {
  const results: CleanupResult[] = []
  const errors: HoldfastError[] = []
  for (const name of names) {
    try {
      const destination = await openDestination(context, name, options.dryRun ? 'read' : 'write')
      const [store = destination.store] = await leaseStores(context, [destination])
      for (const job of await leasedJobs(store)) {
        if (context.config.jobNames.includes(job)) continue
        const result = await cleanStranger(context, job, destination, options)
        if (result) results.push(result)
      }
    } catch (error) {
      context.signal.throwIfAborted()
      errors.push(asHoldfastError(error))
    }
  }
  return { results, errors }
}
