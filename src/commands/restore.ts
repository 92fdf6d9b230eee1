import type { RestoreResultRecord } from '../report/results.ts'
import { findChain } from './adopted-chains/places.ts'
import { restoreChain } from './adopted-chains/restore.ts'
import type { CommandContext } from './context.ts'
import { done, type Outcome } from './outcome.ts'
import { findBackup } from './repository/find.ts'
import { shreddedError } from './repository/shredded.ts'
import { sourceOf } from './repository/source-context.ts'
import { findByKey } from './restore/adopted.ts'
import { restoreForeign } from './restore/foreign.ts'
import { restoreBackup } from './restore/from-backup.ts'
import { onlyJob } from './restore/only-job.ts'
import type { RestoreCommandOptions } from './restore/options.ts'
import { question } from './restore/question.ts'
import { checkSalvage, salvage } from './restore/salvage.ts'
import { restoreTarget, targetName } from './restore/target.ts'

/**
 * `holdfast restore JOB|ID --to TARGET`: shows the plan, asks where something would be replaced, restores, checks every
 * byte. Without `what` it is the only job of the repository. Errors: among others `object-archived`.
 */
export async function restore(
  context: CommandContext,
  what: string | undefined,
  options: RestoreCommandOptions,
): Promise<Outcome> {
  const started = context.clock.monotonic()
  const asked = what ?? (await onlyJob(context))
  const adopted = await findChain(context, asked)
  if (adopted !== undefined) return restoreChain(context, adopted, options)
  const named = (await findByKey(context, asked)) ?? asked
  if (typeof named !== 'string') return restoreForeign(context, named, options)
  const found = await findBackup(context, named, {
    ...(options.at && { at: options.at }),
    force: options.force,
    gaps: options.salvage === true,
  })
  const { entry, chain } = found
  const lost = chain.find(({ shredded }) => shredded)
  if (lost) throw await shreddedError(context, found.destination.store, lost)
  const source = sourceOf(context, entry.job, entry.source.type)
  const target = restoreTarget(context, options.to, {
    media: entry.mediaTypes[0] ?? '',
    datasets: source.restoresToDataset,
  })
  if (options.salvage) checkSalvage(target, options.overwrite)
  const record = (numbers: Partial<RestoreResultRecord>): RestoreResultRecord => ({
    job: entry.job,
    id: entry.id,
    chain: chain.map(({ id }) => id),
    target: targetName(target),
    bytes: 0,
    fetchedBytes: 0,
    seconds: (context.clock.monotonic() - started) / 1000,
    ...numbers,
  })
  const notes = source.restoreNotes?.(entry.source, target) ?? []
  const plan = [question(found, target, options), ...notes].join(' ')
  if (options.dryRun) return done([{ ...record({}), plan }])
  if (target.type !== 'stdout') await context.confirm(plan)
  const finish = (status: string, { seconds }: RestoreResultRecord) =>
    context.reporter.on({ type: 'job-finished', job: entry.job, command: 'restore', status, seconds })
  if (options.salvage && (target.type === 'directory' || target.type === 'file')) {
    const { record: numbers, ...rest } = await salvage(context, found, target, options)
    const finished = record(numbers)
    finish(rest.exitCode === 0 ? 'success' : 'partial', finished)
    return { results: [finished], ...rest }
  }
  const { numbers, warnings } = await restoreBackup(context, found, target, options)
  const finished = record(numbers)
  finish('success', finished)
  return done([finished], warnings)
}
