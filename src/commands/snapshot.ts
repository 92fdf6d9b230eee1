import { HoldfastError } from '../errors/error.ts'
import type { CommandContext } from './context.ts'
import { done, type Outcome } from './outcome.ts'
import { selectJobs } from './repository/select.ts'
import { sourceContextOf } from './repository/source-context.ts'

/**
 * `holdfast snapshot [jobs…]`: snapshots and nothing else; no destination is asked. Without jobs, of every one whose
 * source has snapshots. Errors: `usage` for a job that has none.
 */
export async function snapshot(context: CommandContext, names: readonly string[]): Promise<Outcome> {
  const { config } = context
  const jobs = selectJobs(context, names)
  config.prepare({ jobs, parts: ['source'] })
  const results: { job: string; snapshots: readonly string[] }[] = []
  for (const job of jobs) {
    const { type, settings } = config.job(job).source
    const source = context.drivers.source(type, settings)
    if (source.snapshot === undefined) {
      if (names.length === 0) continue
      throw noSnapshots(`a ${type} source has no snapshots`, job)
    }
    const snapshots = await source.snapshot(sourceContextOf(context, job, [], 'backup'))
    results.push({ job, snapshots })
  }
  if (results.length === 0) throw noSnapshots('no job has snapshots')
  return done(results)
}

function noSnapshots(message: string, job?: string): HoldfastError {
  return new HoldfastError('usage', message, {
    hint: 'Name a job whose source is `type: zfs`.',
    ...(job !== undefined && { context: { job } }),
  })
}
