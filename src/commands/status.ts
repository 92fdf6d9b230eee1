import type { CommandContext } from './context.ts'
import type { Outcome } from './outcome.ts'
import { type SurveyOptions, survey } from './status/survey.ts'

/**
 * `holdfast status [jobs…]`: how old and how proven each job is at each destination. Exits 4 when one is not as it
 * should be: a destination that cannot be asked is not known to be fresh. An error of usage keeps its own status.
 */
export async function status(
  context: CommandContext,
  jobs: readonly string[],
  options: SurveyOptions,
): Promise<Outcome> {
  return survey(context, jobs, options, (result) => result)
}
