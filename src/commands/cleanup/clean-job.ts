import type { Lease } from '../../catalog/lease.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { CleanupResult } from '../../report/results.ts'
import type { RetentionPlan } from '../../retention/plan-types.ts'
import { cleanChains } from '../adopted-chains/cleanup.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { adoptedObjects } from '../repository/adopted.ts'
import { type Destination, openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { destinationsOf } from '../repository/find.ts'
import { leaseScope, releaseAll, whileHeld } from '../repository/lease.ts'
import { leaseStores } from '../repository/lease-store.ts'
import { rulesAt } from '../repository/passes-on.ts'
import { carryOut } from './carry-out.ts'
import type { CleanupOptions } from './options.ts'
import { type Cleanable, damageError, sparing } from './plan.ts'
import { planAll } from './plan-adopted.ts'
import { exclusiveNeeded, refuseFuture } from './safety.ts'

/** What came of one job at all its destinations. */
export interface JobCleanup {
  readonly results: CleanupResult[]
  readonly errors: HoldfastError[]
}

async function look(
  context: CommandContext,
  job: string,
  destination: Destination,
  storeNow: Date,
  { force }: CleanupOptions,
): Promise<Cleanable> {
  // Without --force what is damaged is the error that keeps everything.
  const catalogue = await readEntries(context, destination, job, { tells: force })
  const adopted = await adoptedObjects(context, destination, job)
  const rules = rulesAt(context.config.job(job), destination.name)
  return { ...destination, catalogue, adopted, rules, storeNow }
}

async function openAll(
  context: CommandContext,
  job: string,
  options: CleanupOptions,
  report: JobCleanup,
): Promise<Destination[]> {
  const open: Destination[] = []
  for (const name of destinationsOf(context, job)) {
    try {
      open.push(await openDestination(context, name, options.dryRun ? 'read' : 'write'))
    } catch (error) {
      context.signal.throwIfAborted()
      report.errors.push(asHoldfastError(error))
    }
  }
  return open
}

/** The plan of one destination carried out, or what refuses it. */
async function cleanOne(
  context: CommandContext,
  job: string,
  destination: Cleanable,
  made: RetentionPlan,
  options: CleanupOptions,
  leases: readonly Lease[],
  report: JobCleanup,
): Promise<void> {
  const at = context.config.destination(destination.name).leaseDestination ?? destination.name
  const keepsNobodyOut = leases.some(({ store, exclusive }) => store === at && !exclusive)
  if (keepsNobodyOut && !options.exclusive) throw exclusiveNeeded(at)
  const damaged = options.force ? [] : destination.catalogue.damaged
  const plan = damaged.length > 0 ? sparing(made) : made
  if (damaged.length > 0) report.errors.push(damageError(job, destination.name, damaged))
  for (const finding of plan.findings) tell(context, finding, job)
  report.results.push(await carryOut(context, job, destination, plan, options, leases))
  if (!plan.refused) return
  const { code, message, hint, wouldDelete } = plan.refused
  throw new HoldfastError(code, `${job} at ${destination.name}: ${message}`, {
    hint,
    context: { wouldDelete },
  })
}

/**
 * Retention and garbage of one job, planned over all its destinations together, under its leases. What is wrong with one
 * destination is an error of its own and keeps no other from its cleanup.
 */
export async function cleanJob(
  context: CommandContext,
  job: string,
  options: CleanupOptions,
): Promise<JobCleanup> {
  const report: JobCleanup = { results: [], errors: [] }
  const open = await openAll(context, job, options, report)
  const stores = options.dryRun ? [] : await leaseStores(context, open)
  const leases = await leaseScope(context, `job~${job}`, stores, options.onBusy, { job })
  if (leases === undefined) return report
  const held = { ...context, signal: whileHeld(context.signal, leases) }
  try {
    const storeNow = leases[0]?.storeTime() ?? context.clock.now()
    refuseFuture(context, storeNow, options.dryRun)
    const destinations: Cleanable[] = []
    for (const destination of open) {
      destinations.push(await look(held, job, destination, storeNow, options))
    }
    const plans = planAll(job, destinations, options.force, {
      now: context.clock.now(),
      timezone: context.config.timezone,
    })
    for (const destination of destinations) {
      const made = plans.get(destination.name)
      if (made === undefined) continue
      try {
        await cleanOne(held, job, destination, made, options, leases, report)
      } catch (error) {
        held.signal.throwIfAborted()
        report.errors.push(asHoldfastError(error))
      }
    }
    const chains = await cleanChains(held, job, destinations, options, leases)
    report.results.push(...chains.results)
    report.errors.push(...chains.errors)
    return report
  } finally {
    await releaseAll(leases)
  }
}
