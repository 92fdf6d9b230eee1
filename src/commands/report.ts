import type { CatalogueEntry } from '../catalog/entry.ts'
import type { ReportResult, RestoreRecord } from '../report/results.ts'
import type { CommandContext } from './context.ts'
import { listResult } from './list.ts'
import type { Outcome } from './outcome.ts'
import { survey } from './status/survey.ts'

/** Backups that a report shows of a job at a destination. */
const recentShown = 10

/** Restores that a report shows of a job at a destination. */
const restoresShown = 20

/** The ledger of restores: how long each took, and how old what it brought back was. */
function restoresOf(points: readonly CatalogueEntry[]): RestoreRecord[] {
  return points
    .flatMap(({ id, createdAt, lastVerdict }) => {
      if (lastVerdict === undefined) return []
      const { finishedAt, result, rtoSeconds } = lastVerdict
      const age = (finishedAt.getTime() - createdAt.getTime()) / 1000 - rtoSeconds
      const rpoSeconds = Math.max(0, Math.round(age))
      return [
        { id, finishedAt: finishedAt.toISOString(), passed: result === 'passed', rtoSeconds, rpoSeconds },
      ]
    })
    .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1))
    .slice(0, restoresShown)
}

/** `holdfast report [jobs…]`: what `status` says, with the newest backups and their sizes. Exits as `status` does. */
export async function report(context: CommandContext, jobs: readonly string[]): Promise<Outcome> {
  return survey(context, jobs, { evenUnread: true }, (status, points): ReportResult => {
    const newestFirst = points.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    return {
      ...status,
      backups: points.length,
      storedBytes: points.reduce((sum, { stats }) => sum + stats.storedBytes, 0),
      restores: restoresOf(points),
      recent: newestFirst.slice(0, recentShown).map((entry) => listResult(entry, status.destination)),
    }
  })
}
