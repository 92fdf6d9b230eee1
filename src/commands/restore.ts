import type { Finding } from '../domain/finding.ts'
import type { RestoreOptions, RestoreTarget } from '../domain/source.ts'
import { formatBytes } from '../report/bytes.ts'
import type { RestoreResultRecord } from '../report/results.ts'
import type { CommandContext } from './context.ts'
import { done, type Outcome } from './outcome.ts'
import { type FoundBackup, findBackup } from './repository/find.ts'
import { openersFor } from './repository/identities.ts'
import { openChain } from './repository/open-chain.ts'
import { progressOver } from './repository/progress.ts'
import { shreddedError } from './repository/shredded.ts'
import { sourceContextOf, sourceOf } from './repository/source-context.ts'
import { type FoundObject, findByKey, restoreAdopted } from './restore/adopted.ts'
import { onlyJob } from './restore/only-job.ts'
import { checkSalvage, nothingToSalvage, salvage } from './restore/salvage.ts'
import { restoreTarget, targetName } from './restore/target.ts'
import { thawChain } from './restore/thaw.ts'

export interface RestoreCommandOptions {
  readonly to?: string
  readonly at?: Date
  readonly include: readonly string[]
  /** Tables of a database; empty means everything. */
  readonly tables?: readonly string[]
  readonly overwrite: boolean
  readonly force: boolean
  /** Asks the store for what lies in an archive. */
  readonly thaw?: boolean
  /** Brings back what is undamaged and names the rest. */
  readonly salvage?: boolean
  readonly dryRun: boolean
}

function question(found: FoundBackup, target: RestoreTarget, options: RestoreCommandOptions): string {
  const { entry, chain, destination } = found
  const parts = [...options.include, ...(options.tables ?? [])]
  const what =
    options.salvage === true
      ? `what is undamaged of ${parts.join(', ') || entry.job}`
      : parts.length === 0
        ? `all of ${entry.job}`
        : `${parts.join(', ')} of ${entry.job}`
  const links = chain.length === 1 ? 'a full backup' : `a chain of ${chain.length} backups`
  const size = formatBytes(chain.reduce((sum, { stats }) => sum + stats.storedBytes, 0))
  const replace = options.overwrite ? ' What is there is replaced.' : ''
  return `Restore ${what} as of ${entry.createdAt.toISOString()} (${links}, ${size} stored at ${destination.name}) to ${targetName(target)}?${replace}`
}

/** A pipe takes its time: the process must not end before its reader has the last byte. */
function flush({ stdout }: CommandContext): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write('', (error) => (error ? reject(error) : resolve()))
  })
}

/** What others wrote: no chain, no index, no key. */
async function restoreForeign(
  context: CommandContext,
  found: FoundObject,
  options: RestoreCommandOptions,
): Promise<Outcome> {
  const started = context.clock.monotonic()
  const { job, object, store } = found
  const isTree = context.config.job(job).source.type === 'directory'
  const target = restoreTarget(context, options.to, { media: isTree ? 'application/x-tar' : '' })
  const seconds = () => (context.clock.monotonic() - started) / 1000
  const record = { job, id: object.key, chain: [object.key], target: targetName(target) }
  const replace = options.overwrite ? ' What is there is replaced.' : ''
  const plan = `Restore ${object.key} as of ${object.modified.toISOString()} (not written by holdfast, ${formatBytes(object.bytes)} stored at ${store.name}) to ${targetName(target)}?${replace}`
  if (options.dryRun) return done([{ ...record, bytes: 0, fetchedBytes: 0, seconds: seconds(), plan }])
  if (target.type !== 'stdout') await context.confirm(plan)
  context.reporter.on({ type: 'job-started', job, command: 'restore', id: object.key })
  const { include, overwrite } = options
  const { warnings, ...numbers } = await restoreAdopted(context, found, { target, include, overwrite })
  if (target.type === 'stdout') await flush(context)
  const finished = { ...record, ...numbers, seconds: seconds() }
  for (const finding of warnings) context.reporter.on({ type: 'finding', job, finding })
  context.reporter.on({
    type: 'job-finished',
    job,
    command: 'restore',
    status: 'success',
    seconds: finished.seconds,
  })
  return done([finished], warnings)
}

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
  const named = (await findByKey(context, asked)) ?? asked
  if (typeof named !== 'string' && options.salvage === true) throw nothingToSalvage(named.object.key)
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
  const record = (
    numbers: Pick<RestoreResultRecord, 'files' | 'bytes' | 'fetchedBytes'> & Partial<RestoreResultRecord>,
  ): RestoreResultRecord => ({
    job: entry.job,
    id: entry.id,
    chain: chain.map(({ id }) => id),
    target: targetName(target),
    seconds: (context.clock.monotonic() - started) / 1000,
    ...numbers,
  })
  const notes = source.restoreNotes?.(entry.source, target) ?? []
  const plan = [question(found, target, options), ...notes].join(' ')
  if (options.dryRun) return done([{ ...record({ bytes: 0, fetchedBytes: 0 }), plan }])
  if (target.type !== 'stdout') await context.confirm(plan)
  if (options.thaw) await thawChain(context, found)
  const finish = (status: string, seconds: number) =>
    context.reporter.on({ type: 'job-finished', job: entry.job, command: 'restore', status, seconds })
  if (options.salvage && (target.type === 'directory' || target.type === 'file')) {
    const salvaged = await salvage(context, found, target, options.include)
    const { record: numbers, ...rest } = salvaged
    const finished = record({ bytes: 0, fetchedBytes: 0, ...numbers })
    finish(rest.exitCode === 0 ? 'success' : 'partial', finished.seconds)
    return { results: [finished], ...rest }
  }
  const opened = await openChain(context, found, await openersFor(context, chain))
  context.reporter.on({
    type: 'job-started',
    job: entry.job,
    command: 'restore',
    id: entry.id,
    level: entry.level,
  })
  const warnings: Finding[] = []
  const { include, tables = [], overwrite, force } = options
  const restoring: RestoreOptions = { target, include, tables, overwrite, force }
  const result = await source.restore(
    sourceContextOf(context, entry.job, warnings),
    progressOver(context, entry.job, 'restore', opened.links),
    restoring,
  )
  if (target.type === 'stdout') await flush(context)
  const { files, bytes } = result
  const finished = record({
    ...(files === undefined ? {} : { files }),
    bytes,
    fetchedBytes: opened.fetchedBytes(),
  })
  finish('success', finished.seconds)
  return done([finished], [...warnings, ...result.warnings])
}
