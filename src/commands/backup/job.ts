import type { JobSettings } from '../../config/settings.ts'
import type { HoldfastError } from '../../errors/error.ts'
import { isDue } from '../../retention/due.ts'
import { type CommandContext, step } from '../context.ts'
import { chosenDestinations, type FailedDestination, openForBackup } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { lastStart } from '../repository/last-start.ts'
import { leaseJob, releaseAll } from '../repository/lease.ts'
import { leaseStores } from '../repository/lease-store.ts'
import { type Base, chooseBase } from './base.ts'
import type { JobOptions, JobReport } from './options.ts'
import type { Stocked } from './parent.ts'
import { runBackup } from './run.ts'

function destinationErrors(failed: readonly FailedDestination[]): HoldfastError[] {
  return failed.map(({ error }) => error)
}

async function openAny(
  context: CommandContext,
  failed: FailedDestination[],
  names: readonly string[],
  mode: 'write' | 'dry-run',
) {
  const opened = await openForBackup(context, names, mode)
  failed.push(...opened.failed)
  const [first] = opened.failed
  if (opened.open.length === 0 && first !== undefined) throw first.error
  return opened.open
}

function planned(job: JobSettings, base: Base, failed: readonly FailedDestination[]): JobReport {
  return {
    result: {
      job: job.name,
      status: 'dry-run',
      level: base.level,
      parent: base.parent?.entry.id ?? null,
      destinations: base.destinations.map(({ name }) => ({
        name,
        status: 'planned',
        storedBytes: 0,
        sentBytes: 0,
      })),
    },
    errors: destinationErrors(failed),
  }
}

/**
 * Backs up one job: opens its destinations, takes its leases, finds out whether it is due and on what it builds, then
 * runs it. A destination that fails is dropped and reported; what fails everywhere is thrown.
 */
export async function backupJob(
  context: CommandContext,
  name: string,
  options: JobOptions,
): Promise<JobReport> {
  const job = context.config.job(name)
  const failed: FailedDestination[] = []
  const names = chosenDestinations(
    context,
    job.to.map((destination) => destination.name),
  )
  const open = await openAny(context, failed, names, options.dryRun ? 'dry-run' : 'write')
  const leases = options.dryRun
    ? []
    : await leaseJob(context, name, await leaseStores(context, open), options.onBusy)
  if (leases === undefined) return { result: { job: name, status: 'skipped' }, errors: [] }
  try {
    const stocked: Stocked[] = []
    for (const destination of open) {
      stocked.push({
        ...destination,
        entries: (await readEntries(context, destination, name, { proofs: false })).points,
      })
    }
    const started = lastStart(
      stocked.flatMap(({ entries }) => entries),
      context.clock.now(),
    )
    if (options.due && !options.force && job.every !== undefined) {
      const due = isDue({
        every: job.every,
        now: context.clock.now(),
        ...(started && { lastStart: started }),
      })
      if (!due) return { result: { job: name, status: 'not-due' }, errors: destinationErrors(failed) }
    }
    const base = await chooseBase(context, job, stocked, options.level)
    step(context, `level ${base.level}: ${base.reason}`, name)
    if (options.dryRun) return planned(job, base, failed)
    return await runBackup(context, job, base, { ...options, failed, leases })
  } finally {
    await releaseAll(leases)
  }
}
