import type { HoldfastError } from '../../errors/error.ts'
import { formatBytes } from '../../report/bytes.ts'
import { statusOf } from '../../report/document.ts'
import type { Sample } from '../../report/metrics/sample.ts'
import type { CleanupResult } from '../../report/results.ts'
import { exitOf } from '../outcome.ts'
import type { Bell } from './bell.ts'

function samplesOf(now: Date, results: readonly CleanupResult[]): Sample[] {
  const seconds = Math.round(now.getTime() / 1000)
  return results.flatMap(({ job, destination, deleted, kept, freedBytes }) => {
    const labels = { backup_job: job, destination }
    return [
      { name: 'holdfast_cleanup_timestamp_seconds', labels, value: seconds },
      { name: 'holdfast_cleanup_deleted_backups', labels, value: deleted.length },
      { name: 'holdfast_cleanup_kept_backups', labels, value: kept.length },
      { name: 'holdfast_cleanup_freed_bytes', labels, value: freedBytes },
    ] satisfies Sample[]
  })
}

/** Tells what a cleanup did to one job. That another run holds the job is no failure of it. */
export async function announceCleanup(
  bell: Bell,
  results: readonly CleanupResult[],
  all: readonly HoldfastError[],
): Promise<void> {
  const errors = all.filter(({ code }) => code !== 'busy')
  if (results.length === 0 && errors.length === 0) return
  const sum = (of: (result: CleanupResult) => number) =>
    results.reduce((total, result) => total + of(result), 0)
  await bell.ring({
    occasions: [errors.length > 0 ? 'failure' : 'success'],
    status: statusOf(exitOf(errors, results.length)),
    destinations: results.map(({ destination }) => ({ name: destination, status: 'success' })),
    facts: [
      ['Deleted', String(sum(({ deleted }) => deleted.length))],
      ['Kept', String(sum(({ kept }) => kept.length))],
      ['Freed', formatBytes(sum(({ freedBytes }) => freedBytes))],
    ],
    errors,
    samples: samplesOf(bell.context.clock.now(), results),
  })
}
