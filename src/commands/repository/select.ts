import type { CommandContext } from '../context.ts'

/** The jobs named, or all of the configuration. Errors: `job-unknown` with the nearest name. */
export function selectJobs(context: CommandContext, names: readonly string[]): readonly string[] {
  if (names.length === 0) return context.config.jobNames
  for (const name of names) context.config.job(name)
  return [...new Set(names)]
}
