import type { HoldfastError } from '../errors/error.ts'
import type { BackupResult } from '../report/results.ts'
import { announceBackup, announceFailure } from './announce/backup.ts'
import { openBell } from './announce/bell.ts'
import { backupJob } from './backup/job.ts'
import { createLogFiles } from './backup/log-files.ts'
import type { BackupOptions } from './backup/options.ts'
import type { CommandContext } from './context.ts'
import { errorOfJob, exitOf, type Outcome } from './outcome.ts'
import { selectJobs } from './repository/select.ts'

/** `holdfast backup [jobs…]`: each job by itself; one that fails does not keep the others from running. */
export async function backup(
  context: CommandContext,
  names: readonly string[],
  options: BackupOptions,
): Promise<Outcome> {
  const results: BackupResult[] = []
  const errors: HoldfastError[] = []
  const jobs = selectJobs(context, names)
  context.config.prepare({
    jobs,
    ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
    parts: ['source', 'destinations', 'encryption', 'state-identity', 'signing-key', 'trust', 'hooks'],
  })
  const logFiles = createLogFiles()
  for (const name of jobs) {
    const bell = openBell(context, 'backup', name)
    try {
      const report = await backupJob(bell.context, name, { ...options, logFiles, bell })
      results.push(report.result)
      errors.push(...report.errors.map((error) => errorOfJob(error, name)))
      await announceBackup(bell, report)
      if (context.signal.aborted) break
    } catch (thrown) {
      const error = errorOfJob(thrown, name)
      errors.push(error)
      if (!options.dryRun) await announceFailure(bell, name, error)
      if (context.signal.aborted) break
    }
  }
  logFiles.close()
  return { results, warnings: [], errors, exitCode: exitOf(errors, results.length) }
}
