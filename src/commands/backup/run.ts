import { makeId } from '../../catalog/ids.ts'
import type { JobSettings } from '../../config/settings.ts'
import { HoldfastError } from '../../errors/error.ts'
import { statusOf } from '../../report/document.ts'
import { combineReporters } from '../../report/events.ts'
import { createRunLog } from '../../report/run-log.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { whileHeld } from '../repository/lease.ts'
import type { Base } from './base.ts'
import { runHook } from './hooks.ts'
import type { JobReport, RunOptions } from './options.ts'
import { logEverywhere } from './run-log.ts'
import { writeBackup } from './write.ts'

function deadline(context: CommandContext, job: JobSettings): { signal: AbortSignal; clear(): void } {
  const late = new AbortController()
  const cleared = new AbortController()
  const { timeout } = job
  if (timeout !== undefined) {
    const error = new HoldfastError(
      'timeout',
      `job ${job.name} took longer than its timeout of ${timeout / 1000} s`,
      {
        hint: 'Raise the timeout of the job, or find out what holds the source or the store back.',
      },
    )
    context.clock.sleep(timeout, cleared.signal).then(
      () => late.abort(error),
      () => undefined,
    )
  }
  return { signal: late.signal, clear: () => cleared.abort() }
}

/** The job's own log file hears what everybody hears. */
function withLogFile(context: CommandContext, job: JobSettings): { context: CommandContext; close(): void } {
  if (job.log === undefined) return { context, close: () => undefined }
  const log = createRunLog({
    ...job.log,
    clock: context.clock,
    onTrouble: (finding) => tell(context, finding, job.name),
  })
  return {
    context: { ...context, reporter: combineReporters(context.reporter, log) },
    close: () => log.close(),
  }
}

/** Hooks, the run itself and its log, whatever way it ends. Errors: what the run failed of. */
export async function runBackup(
  plain: CommandContext,
  job: JobSettings,
  base: Base,
  options: RunOptions,
): Promise<JobReport> {
  const { context, close } = withLogFile(plain, job)
  const limit = deadline(context, job)
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
    const { id = run.id, status = 'success', ...result } = report.result
    await runHook({ ...context, signal }, 'after', job.hooks.after, { job: job.name, id, status })
    await logEverywhere(context, base.destinations, {
      ...log,
      id,
      status,
      finishedAt: finish(status),
      result,
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
    close()
  }
}
