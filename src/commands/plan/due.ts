import { isDue } from '../../retention/due.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { destinationsOf } from '../repository/find.ts'
import { lastStart } from '../repository/last-start.ts'

/** When a job last started, by all of its destinations; undefined where one of them cannot say. */
async function startsOf(context: CommandContext, job: string): Promise<readonly Date[] | undefined> {
  const starts: Date[] = []
  for (const name of destinationsOf(context, job)) {
    try {
      const { points } = await readEntries(context, await openDestination(context, name), job)
      const last = lastStart(points, context.clock.now())
      if (last) starts.push(last)
    } catch (error) {
      context.signal.throwIfAborted()
      const { code, message } = asHoldfastError(error)
      if (code === 'repository-missing') continue
      tell(
        context,
        {
          severity: 'warning',
          code: 'due-unknown',
          message: `whether ${job} is due is unknown, so it is planned: ${name}: ${message}`,
          hint: `Give the plan what reads ${name}, or leave out --due: each leg decides for itself.`,
        },
        job,
      )
      return undefined
    }
  }
  return starts
}

/**
 * Of `jobs` those that `backup --due` would run now, as far as their destinations can be read; one that cannot be
 * judged is due. Jobs without `every` always are.
 */
export async function dueJobs(context: CommandContext, jobs: readonly string[]): Promise<readonly string[]> {
  const due: string[] = []
  for (const name of jobs) {
    const { every } = context.config.job(name)
    const starts = every === undefined ? undefined : await startsOf(context, name)
    const last =
      starts &&
      lastStart(
        starts.map((createdAt) => ({ createdAt })),
        context.clock.now(),
      )
    const isToo =
      every === undefined ||
      starts === undefined ||
      isDue({ every, now: context.clock.now(), ...(last && { lastStart: last }) })
    if (isToo) due.push(name)
  }
  return due
}
