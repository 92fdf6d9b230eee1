import type { JobSettings } from '../../config/settings.ts'
import { hasCode } from '../../errors/error.ts'
import { type CommandContext, tell } from '../context.ts'
import type { Base } from './base.ts'
import type { JobReport, WriteOptions } from './options.ts'
import { writeBackup } from './write.ts'

/** Conflicts come when the primary tidies up; a third one in a row is no accident. */
const tries = 3

/**
 * As {@link writeBackup}; a run whose source was cancelled in the middle through no fault of its own begins anew, with an id and a
 * snapshot of its own. Nothing of the first is listed.
 */
export async function writePersistently(
  context: CommandContext,
  job: JobSettings,
  base: Base,
  options: WriteOptions,
): Promise<JobReport> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeBackup(context, job, base, options)
    } catch (error) {
      if (attempt === tries || !hasCode(error, 'source-conflict')) throw error
      const { code, message, hint } = error
      tell(context, { severity: 'warning', code, message, ...(hint && { hint }) }, job.name)
    }
  }
}
