import type { HoldfastError } from '../errors/error.ts'
import type { CleanupResult } from '../report/results.ts'
import { openBell } from './announce/bell.ts'
import { announceCleanup } from './announce/cleanup.ts'
import { cleanJob, type JobCleanup } from './cleanup/clean-job.ts'
import type { CleanupOptions } from './cleanup/options.ts'
import { cleanStrangers } from './cleanup/strangers.ts'
import type { CommandContext } from './context.ts'
import { asHoldfastError, errorOfJob, exitOf, type Outcome } from './outcome.ts'
import { selectJobs } from './repository/select.ts'

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
