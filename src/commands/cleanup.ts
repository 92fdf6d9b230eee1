import { HoldfastError } from '../errors/error.ts'
import type { CleanupResult } from '../report/results.ts'
import { cleanChains } from './adopted-chains/cleanup.ts'
import { openBell } from './announce/bell.ts'
import { announceCleanup } from './announce/cleanup.ts'
import { carryOut } from './cleanup/carry-out.ts'
import type { CleanupOptions } from './cleanup/options.ts'
import { type Cleanable, damageError, sparing } from './cleanup/plan.ts'
import { planAll } from './cleanup/plan-adopted.ts'
import { exclusiveNeeded, refuseFuture } from './cleanup/safety.ts'
import { cleanStrangers } from './cleanup/strangers.ts'
import { type CommandContext, tell } from './context.ts'
import { asHoldfastError, errorOfJob, exitOf, type Outcome } from './outcome.ts'
import { adoptedObjects } from './repository/adopted.ts'
import { type Destination, openDestination } from './repository/destination.ts'
import { readEntries } from './repository/entries.ts'
import { destinationsOf } from './repository/find.ts'
import { leaseScope, releaseAll, whileHeld } from './repository/lease.ts'
import { leaseStores } from './repository/lease-store.ts'
import { selectJobs } from './repository/select.ts'

interface JobCleanup {
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
  const settings = context.config.job(job)
  const own = settings.to.find(({ name }) => name === destination.name)
  return { ...destination, catalogue, adopted, rules: own?.retention ?? settings.retention, storeNow }
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

async function cleanJob(context: CommandContext, job: string, options: CleanupOptions): Promise<JobCleanup> {
  const report: JobCleanup = { results: [], errors: [] }
  const open = await openAll(context, job, options, report)
  const stores = await leaseStores(context, open)
  const leases = options.dryRun
    ? []
    : await leaseScope(context, `job~${job}`, stores, options.onBusy, { job })
  if (leases === undefined) return report
  const held = { ...context, signal: whileHeld(context.signal, leases) }
  try {
    for (const [index, lease] of leases.entries()) {
      if (!lease.exclusive && !options.exclusive) throw exclusiveNeeded(stores[index]?.name ?? job)
    }
    const destinations: Cleanable[] = []
    const storeNow = leases[0]?.storeTime() ?? context.clock.now()
    for (const destination of open) {
      refuseFuture(context, storeNow, options.dryRun)
      destinations.push(await look(held, job, destination, storeNow, options))
    }
    const plans = planAll(job, destinations, options.force, {
      now: context.clock.now(),
      timezone: context.config.timezone,
    })
    for (const destination of destinations) {
      const made = plans.get(destination.name)
      if (made === undefined) continue
      const damaged = options.force ? [] : destination.catalogue.damaged
      const plan = damaged.length > 0 ? sparing(made) : made
      if (damaged.length > 0) report.errors.push(damageError(job, destination.name, damaged))
      for (const finding of plan.findings) tell(context, finding, job)
      report.results.push(await carryOut(held, job, destination, plan, options, leases))
      if (plan.refused) {
        const { code, message, hint, wouldDelete } = plan.refused
        report.errors.push(
          new HoldfastError(code, `${job} at ${destination.name}: ${message}`, {
            hint,
            context: { wouldDelete },
          }),
        )
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

/** One job, and those told who want to know. */
async function cleanAndTell(
  context: CommandContext,
  job: string,
  options: CleanupOptions,
): Promise<JobCleanup> {
  const bell = openBell(context, 'cleanup', job)
  const { results, errors } = await cleanJob(bell.context, job, options).catch(
    (error: unknown): JobCleanup => ({ results: [], errors: [asHoldfastError(error)] }),
  )
  const ofJob = errors.map((error) => errorOfJob(error, job))
  if (!options.dryRun) await announceCleanup(bell, results, ofJob)
  return { results, errors: ofJob }
}

/**
 * `holdfast cleanup [jobs…]`: retention by plan, then runs that died, old tombstones and old logs. Without names it
 * collects the garbage of jobs that the configuration does not have as well.
 */
export async function cleanup(
  context: CommandContext,
  jobs: readonly string[],
  options: CleanupOptions,
): Promise<Outcome> {
  const results: CleanupResult[] = []
  const errors: HoldfastError[] = []
  const selected = selectJobs(context, jobs)
  context.config.prepare({
    jobs: selected,
    ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
    parts: ['destinations', 'trust'],
  })
  for (const job of selected) {
    const report = await cleanAndTell(context, job, options)
    results.push(...report.results)
    errors.push(...report.errors)
    if (context.signal.aborted) break
  }
  if (jobs.length === 0 && !context.signal.aborted) {
    // One that could not be opened was told of already.
    const destinations = new Set(results.map(({ destination }) => destination))
    const strangers = await cleanStrangers(context, [...destinations], options)
    results.push(...strangers.results)
    errors.push(...strangers.errors)
  }
  const refused = errors.some(({ exitStatus }) => exitStatus === 7)
  return { results, warnings: [], errors, exitCode: refused ? 7 : exitOf(errors, results.length) }
}
