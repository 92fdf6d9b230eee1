import { makeId } from '../../catalog/ids.ts'
import type { JobSettings } from '../../config/settings.ts'
import { statusOf } from '../../report/document.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { deadline } from '../repository/deadline.ts'
import { whileHeld } from '../repository/lease.ts'
import type { Base } from './base.ts'
import { runHook } from './hooks.ts'
import type { JobReport, RunOptions } from './options.ts'
import { logEverywhere } from './run-log.ts'
import { writeBackup } from './write.ts'

/** Hooks, the run itself and its log, whatever way it ends. Errors: what the run failed of. */
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
  const finish = (status: string) => {
    const finishedAt = context.clock.now()
    const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1000
    context.reporter.on({ type: 'job-finished', job: job.name, command: 'backup', status, seconds })
    return finishedAt.toISOString()
  }
  try {
    await runHook({ ...context, signal }, 'before', job.hooks.before, { job: job.name })
    const report = await writeBackup({ ...context, signal }, job, base, { ...options, startedAt, run })
    const { id = run.id, status = 'success', warnings = [], ...result } = report.result
    await runHook({ ...context, signal }, 'after', job.hooks.after, { job: job.name, id, status })
    await logEverywhere(context, base.destinations, {
      ...log,
      id,
      status,
      finishedAt: finish(status),
      // A log is readable without a key: what names content stays in meta.
      result: { ...result, warnings: warnings.map(({ names: _, ...warning }) => warning) },
    })
    return report
  } catch (thrown) {
    const error = asHoldfastError(signal.aborted ? (signal.reason ?? thrown) : thrown)
    const { id } = run
    const status = statusOf(error.exitStatus)
    await runHook(context, 'on-failure', job.hooks.onFailure, { job: job.name, id, status }).catch(
      () => undefined,
    )
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
