import type { HoldfastError } from '../errors/error.ts'
import type { BackupResult } from '../report/results.ts'
import { backupJob } from './backup/job.ts'
import { createLogFiles } from './backup/log-files.ts'
import type { BackupOptions } from './backup/options.ts'
import { tellUnbuilt } from './backup/unbuilt.ts'
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
  tellUnbuilt(context, jobs)
  const logFiles = createLogFiles()
  for (const name of jobs) {
    try {
      const report = await backupJob(context, name, { ...options, logFiles })
      results.push(report.result)
      errors.push(...report.errors.map((error) => errorOfJob(error, name)))
      if (context.signal.aborted) break
    } catch (error) {
      errors.push(errorOfJob(error, name))
      if (context.signal.aborted) break
    }
  }
  logFiles.close()
  return { results, warnings: [], errors, exitCode: exitOf(errors, results.length) }
}
