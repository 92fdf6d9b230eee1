import type { CatalogueEntry } from '../../catalog/entry.ts'
import type { JobSettings } from '../../config/settings.ts'
import type { DrillCheck } from '../../domain/drill.ts'
import { formatAge, formatDuration } from '../../report/duration.ts'
import { credible, isStale } from '../../retention/due.ts'
import { toRecoveryPoint } from '../repository/entries.ts'

/** The name of the check that a job's newest backup is not older than it may be. */
export const freshness = 'freshness'

/**
 * Whether the newest valid backup of a job is as fresh as `every` and `grace` demand: an old backup that restores well
 * proves that the old state comes back, not that the job is safe. Nothing where the job has no `every`.
 */
export function checkFreshness(
  { every, grace }: JobSettings,
  entries: readonly CatalogueEntry[],
  now: Date,
): readonly DrillCheck[] {
  if (every === undefined) return []
  const valid = entries.filter((entry) => toRecoveryPoint(entry).valid)
  const newest = credible(valid, ({ createdAt }) => createdAt, now).reduce<Date | undefined>(
    (best, { createdAt }) => (best && best > createdAt ? best : createdAt),
    undefined,
  )
  const stale = isStale({
    every,
    now,
    ...(grace !== undefined && { grace }),
    ...(newest && { lastSuccess: newest }),
  })
  const limit = formatDuration(every + (grace ?? every / 4))
  const age = newest ? `newest made ${formatAge(now.getTime() - newest.getTime())}` : 'no valid backup'
  return [
    {
      name: freshness,
      result: stale ? 'failed' : 'passed',
      expected: `newest backup at most ${limit} old`,
      found: stale ? `stale: ${age}` : age,
    },
  ]
}
