import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { chosenDestinations, openDestination } from './destination.ts'
import { readEntries } from './entries.ts'

/** The jobs named, or all of the configuration. Errors: `job-unknown` with the nearest name, `usage` where there is none. */
export function selectJobs(context: CommandContext, names: readonly string[]): readonly string[] {
  const { config } = context
  if (names.length === 0 && config.jobNames.length === 0) {
    throw new HoldfastError('usage', 'there is no job', {
      hint: 'This command goes by the rules of jobs: name their configuration with --config.',
    })
  }
  if (names.length === 0) return config.jobNames
  for (const name of names) config.job(name)
  return [...new Set(names)]
}

/** The jobs of the configuration; where it has none, those that the destinations hold backups of. */
export async function knownJobs(context: CommandContext): Promise<readonly string[]> {
  const { config } = context
  if (config.jobNames.length > 0) return config.jobNames
  const jobs = new Set<string>()
  for (const name of chosenDestinations(context, config.destinationNames)) {
    const { points } = await readEntries(context, await openDestination(context, name), undefined)
    for (const { job } of points) jobs.add(job)
  }
  return [...jobs].sort()
}
