import { makeId } from '../../catalog/ids.ts'
import type { JobSettings } from '../../config/settings.ts'
import type { HoldfastError } from '../../errors/error.ts'
import { statusOf } from '../../report/document.ts'
import { lastRunFailed } from '../announce/last-run.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { deadline } from '../repository/deadline.ts'
import { whileHeld } from '../repository/lease.ts'
import { writePersistently } from './again.ts'
import type { Base } from './base.ts'
import { runHook } from './hooks.ts'
import type { JobReport, RunOptions } from './options.ts'
import { logEverywhere } from './run-log.ts'

/** What a failed hook makes of a run whose backup is committed: it stays, and the run is a partial one. */
function withError(report: JobReport, error: HoldfastError): JobReport {
  return { result: { ...report.result, status: 'partial' }, errors: [...report.errors, error] }
}

/**
 * Hooks, the run itself and its log, whatever way it ends. An `after` hook that fails takes no backup back: it is an
 * error beside the result. Errors: what the run failed of.
 */
export async function runBackup(
  plain: CommandContext,
  job: JobSettings,
  base: Base,
  options: RunOptions,
): Promise<JobReport> {
  const context = { ...plain, reporter: options.logFiles.reporterOf(plain, job) }
  const limit = deadline(context, `job ${job.name}`, job.timeout)
  const signal = whileHeld(AbortSignal.any([context.signal, limit.signal]), options.leases)
  const startedAt = context.clock.now()
  const run = { id: makeId(startedAt, base.level) }
  const log = { format: 1, command: 'backup', job: job.name, startedAt: startedAt.toISOString() } as const
  context.reporter.on({
    type: 'job-started',
    job: job.name,
    command: 'backup',
    level: base.level,
    ...(base.parent && { parent: base.parent.entry.id }),
  })
  options.bell.start()
  const finish = (status: string) => {
    const finishedAt = context.clock.now()
    const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1000
    context.reporter.on({ type: 'job-finished', job: job.name, command: 'backup', status, seconds })
    return finishedAt.toISOString()
  }
  const asError = (thrown: unknown) => asHoldfastError(signal.aborted ? (signal.reason ?? thrown) : thrown)
  const onFailure = (id: string, status: string) =>
    runHook(context, 'on-failure', job.hooks.onFailure, { job: job.name, id, status }).catch(() => undefined)
  const hookAfter = async (report: JobReport): Promise<JobReport> => {
    const { id = run.id, status = 'success' } = report.result
    try {
      await runHook({ ...context, signal }, 'after', job.hooks.after, { job: job.name, id, status })
      return report
    } catch (thrown) {
      await onFailure(id, 'partial')
      return withError(report, asError(thrown))
    }
  }
  try {
    await runHook({ ...context, signal }, 'before', job.hooks.before, { job: job.name })
    const report = await hookAfter(
      await writePersistently({ ...context, signal }, job, base, { ...options, startedAt, run }),
    )
    const { id = run.id, status = 'success', warnings = [], ...result } = report.result
    const [error] = report.errors
    await logEverywhere(context, base.destinations, {
      ...log,
      id,
      status,
      finishedAt: finish(status),
      // A log is readable without a key: what names content stays in meta.
      result: { ...result, warnings: warnings.map(({ names: _, ...warning }) => warning) },
      ...(error && { error: { code: error.code, message: error.message } }),
    })
    if (error !== undefined || !options.bell.hears('recovery')) return report
    return { ...report, recovered: await lastRunFailed(context, job.name, base.destinations, id) }
  } catch (thrown) {
    const error = asError(thrown)
    const { id } = run
    const status = statusOf(error.exitStatus)
    await onFailure(id, status)
    const failure = { code: error.code, message: error.message }
    await logEverywhere(context, base.destinations, {
      ...log,
      id,
      status,
      finishedAt: finish(status),
      error: failure,
    })
    throw error
  } finally {
    limit.clear()
  }
}
