import { recentRunLogs } from '../catalog/runlog.ts'
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
    const found = []
    for (const kind of ['run', 'drill', 'verify'] as const) {
      found.push(...(await recentRunLogs(store, job, { signal, newest, kind })))
    }
    found.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
    // What was signed stays in the store: `holdfast report` says what it comes to.
    results.push(...found.slice(0, newest).map(({ reading: _, ...log }) => ({ ...log, destination: name })))
  }
  return done(results.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1)))
}
