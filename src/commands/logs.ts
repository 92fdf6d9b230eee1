import { recentLogs } from '../catalog/runlog.ts'
import type { CommandContext } from './context.ts'
import { done, type Outcome } from './outcome.ts'
import { openDestination } from './repository/destination.ts'
import { destinationsOf } from './repository/find.ts'
import { selectJobs } from './repository/select.ts'

/** `holdfast logs [jobs…]`: runs, drills and verifications, failed ones too, newest first, from the first destination that has them. */
export async function logs(
  context: CommandContext,
  jobs: readonly string[],
  options: { readonly limit?: number },
): Promise<Outcome> {
  const newest = options.limit ?? 20
  const { signal } = context
  const results: { readonly startedAt: string }[] = []
  for (const job of selectJobs(context, jobs)) {
    const [name] = destinationsOf(context, job)
    if (name === undefined) continue
    const { store } = await openDestination(context, name)
    const found = await recentLogs(store, job, { signal, newest })
    // What was signed stays in the store: `holdfast report` says what it comes to.
    results.push(...found.map(({ reading: _, ...log }) => ({ ...log, destination: name })))
  }
  return done(results.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1)))
}
