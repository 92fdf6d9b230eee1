import type { CatalogueEntry } from '../../catalog/entry.ts'
import type { RestoreRecord } from '../../report/results.ts'

/** Restores that a report shows of a job at a destination. */
const restoresShown = 20

/** The ledger of restores: how long each took, and how old what it brought back was. */
export function restoresOf(points: readonly CatalogueEntry[]): RestoreRecord[] {
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
