import type { RereadFacts } from '../../report/evidence/facts.ts'
import type { CommandContext } from '../context.ts'
import type { Destination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { rereadFor } from '../status/unread.ts'

/** What was read back of a job at a destination; nothing where nothing is stored there. */
export async function rereadFacts(
  context: CommandContext,
  destination: Destination,
  job: string,
): Promise<readonly RereadFacts[]> {
  const { points } = await readEntries(context, destination, job)
  const reread = await rereadFor(context, destination, job, points, true)
  return reread ? [{ job, destination: destination.name, reread }] : []
}
