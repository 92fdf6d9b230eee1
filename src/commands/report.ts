import type { ReportResult } from '../report/results.ts'
import type { CommandContext } from './context.ts'
import { listResult } from './list.ts'
import type { Outcome } from './outcome.ts'
import { survey } from './status/survey.ts'

/** Backups that a report shows of a job at a destination. */
const recentShown = 10

/** `holdfast report [jobs…]`: what `status` says, with the newest backups and their sizes. Exits as `status` does. */
export async function report(context: CommandContext, jobs: readonly string[]): Promise<Outcome> {
  return survey(context, jobs, {}, (status, points): ReportResult => {
    const newestFirst = points.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    return {
      ...status,
      backups: points.length,
      storedBytes: points.reduce((sum, { stats }) => sum + stats.storedBytes, 0),
      recent: newestFirst.slice(0, recentShown).map((entry) => listResult(entry, status.destination)),
    }
  })
}
