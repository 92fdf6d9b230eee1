import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { backupDestinations, openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'

/**
 * The one job that has backups at the destinations, for a restore that names a place and no job. Errors: `usage` naming
 * the jobs where there are several, `backup-not-found` where there is none.
 */
export async function onlyJob(context: CommandContext): Promise<string> {
  const jobs = new Set<string>()
  for (const name of backupDestinations(context)) {
    const { points } = await readEntries(context, await openDestination(context, name), undefined)
    for (const { job } of points) jobs.add(job)
  }
  const [first, ...others] = [...jobs].sort()
  if (first !== undefined && others.length === 0) return first
  if (first === undefined) {
    throw new HoldfastError('backup-not-found', 'there is no backup at this place', {
      hint: 'Check the path or bucket and the prefix.',
    })
  }
  throw new HoldfastError(
    'usage',
    `there are backups of ${others.length + 1} jobs: ${[first, ...others].join(', ')}`,
    {
      hint: `Name one, or an id of \`holdfast list\`: \`holdfast restore ${first} --destination URL\`.`,
      context: { jobs: [first, ...others] },
    },
  )
}
