import { forEachBounded } from '../catalog/bounded.ts'
import type { HoldfastError } from '../errors/error.ts'
import type { BackupResult } from '../report/results.ts'
import { announceBackup, announceFailure } from './announce/backup.ts'
import { openBell } from './announce/bell.ts'
import { backupJob } from './backup/job.ts'
import { createLogFiles, type LogFiles } from './backup/log-files.ts'
import type { BackupOptions } from './backup/options.ts'
import type { CommandContext } from './context.ts'
import { errorOfJob, exitOf, type Outcome } from './outcome.ts'
import { selectJobs } from './repository/select.ts'

interface JobEnd {
  readonly result?: BackupResult
  readonly errors: readonly HoldfastError[]
}

/** One job, and those told who want to know. Never throws: what fails is its own. */
async function backUp(
  context: CommandContext,
  name: string,
  options: BackupOptions,
  logFiles: LogFiles,
): Promise<JobEnd> {
  const bell = openBell(context, 'backup', name)
  try {
    const report = await backupJob(bell.context, name, { ...options, logFiles, bell })
    const errors = report.errors.map((error) => errorOfJob(error, name))
    await announceBackup(bell, report)
    return { result: report.result, errors }
  } catch (thrown) {
    const error = errorOfJob(thrown, name)
    if (!options.dryRun) await announceFailure(bell, name, error)
    return { errors: [error] }
  }
}

/**
 * `holdfast backup [jobs…]`: each job by itself, `parallel` of them at once; one that fails does not keep the others from
 * running. Results are in the order of the jobs.
 */
export async function backup(
  context: CommandContext,
  names: readonly string[],
  options: BackupOptions,
): Promise<Outcome> {
  const jobs = selectJobs(context, names)
  context.config.prepare({
    jobs,
    ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
    parts: ['source', 'destinations', 'encryption', 'state-identity', 'signing-key', 'trust', 'hooks'],
  })
  const logFiles = createLogFiles()
  const ends = new Map<string, JobEnd>()
  await forEachBounded(jobs, Math.max(1, options.parallel ?? 1), async (name) => {
    // An interruption keeps the next ones from starting.
    if (ends.size > 0 && context.signal.aborted) return
    ends.set(name, await backUp(context, name, options, logFiles))
  })
  logFiles.close()
  const inOrder = jobs.flatMap((name) => ends.get(name) ?? [])
  const results = inOrder.flatMap(({ result }) => result ?? [])
  const errors = inOrder.flatMap((end) => end.errors)
  return { results, warnings: [], errors, exitCode: exitOf(errors, results.length) }
}
