import type { HoldfastError } from '../errors/error.ts'
import type { BackupResult } from '../report/results.ts'
import { backupJob } from './backup/job.ts'
import type { BackupOptions } from './backup/options.ts'
import type { CommandContext } from './context.ts'
import { asHoldfastError, exitOf, type Outcome } from './outcome.ts'
import { selectJobs } from './repository/select.ts'

/** `holdfast backup [jobs…]`: each job by itself; one that fails does not keep the others from running. */
export async function backup(
  context: CommandContext,
  names: readonly string[],
  options: BackupOptions,
): Promise<Outcome> {
  const results: BackupResult[] = []
  const errors: HoldfastError[] = []
  for (const name of selectJobs(context, names)) {
    try {
      const report = await backupJob(context, name, options)
      results.push(report.result)
      errors.push(...report.errors)
    } catch (error) {
      errors.push(asHoldfastError(error))
      if (context.signal.aborted) break
    }
  }
  return { results, warnings: [], errors, exitCode: exitOf(errors, results.length) }
}
