import type { Finding } from '../../domain/finding.ts'
import { HoldfastError } from '../../errors/error.ts'
import { formatBytes, plural } from '../../report/bytes.ts'
import type { RestoreResultRecord } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import { done, type Outcome } from '../outcome.ts'
import { openers } from '../repository/identities.ts'
import { progressOver } from '../repository/progress.ts'
import { sourceContextOf, sourceOf } from '../repository/source-context.ts'
import { flush } from '../restore/flush.ts'
import type { RestoreCommandOptions } from '../restore/options.ts'
import { restoreTarget, targetName } from '../restore/target.ts'
import { thawKeys } from '../restore/thaw.ts'
import { linkOfBackup } from './link.ts'
import type { FoundChain } from './places.ts'

function broken(id: string, why: string): HoldfastError {
  return new HoldfastError('chain-broken', `${id} cannot be restored: ${why}`, {
    hint: 'Choose another with `holdfast list`; what is there of this one is restored by `age -d` and `zfs receive`.',
    context: { id },
  })
}

const notOurs: Finding = {
  severity: 'info',
  code: 'adopted',
  message: 'this was written by zrb: the BLAKE3 of each stream is all that it was compared with',
}

/**
 * Restores a chain that another tool left, by the source itself: as any other, it goes on where it was interrupted. Errors:
 * `chain-broken`, `identity-missing`, `identity-wrong`, `object-damaged`, those of the source.
 */
export async function restoreChain(
  context: CommandContext,
  found: FoundChain,
  options: RestoreCommandOptions,
): Promise<Outcome> {
  const started = context.clock.monotonic()
  const { job, backup, chain, store } = found
  if (backup.broken !== undefined) throw broken(backup.id, backup.broken)
  const source = sourceOf(context, job, context.config.job(job).source.type)
  const target = restoreTarget(context, options.to, { media: '', datasets: source.restoresToDataset })
  const record = (numbers: Partial<RestoreResultRecord>): RestoreResultRecord => ({
    job,
    id: backup.id,
    chain: chain.map(({ id }) => id),
    target: targetName(target),
    bytes: 0,
    fetchedBytes: 0,
    seconds: (context.clock.monotonic() - started) / 1000,
    ...numbers,
  })
  const stored = chain.reduce((sum, { storedBytes }) => sum + storedBytes, 0)
  const plan = `Restore ${backup.id} of ${backup.createdAt.toISOString()} (written by zrb, ${plural(chain.length, 'level')}, ${formatBytes(stored)} stored at ${store.name}) to ${targetName(target)}?`
  if (options.dryRun) return done([{ ...record({}), plan }])
  const { identities } = await openers(context)
  if (target.type !== 'stdout') await context.confirm(plan)
  const { id, level } = backup
  context.reporter.on({ type: 'job-started', job, command: 'restore', id, level })
  if (options.thaw) await thawKeys(context, { store, job, id }, keysOf(chain))
  let fetchedBytes = 0
  const onFetched = (bytes: number) => {
    fetchedBytes += bytes
  }
  const links = []
  for (const one of chain)
    links.push(await linkOfBackup(context, source, found, one, { identities, onFetched }))
  const { include, overwrite, force } = options
  const warnings: Finding[] = [notOurs]
  const result = await source.restore(
    sourceContextOf(context, job, warnings),
    progressOver(context, job, 'restore', links),
    { target, include, overwrite, force },
  )
  if (target.type === 'stdout') await flush(context)
  const finished = record({ bytes: result.bytes, fetchedBytes })
  const { seconds } = finished
  context.reporter.on({ type: 'job-finished', job, command: 'restore', status: 'success', seconds })
  return done([finished], [...warnings, ...result.warnings])
}

async function* keysOf(chain: FoundChain['chain']): AsyncGenerator<string> {
  for (const { parts } of chain) for (const { key } of parts) yield key
}
