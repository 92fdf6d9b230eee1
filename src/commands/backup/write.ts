import type { Journal } from '../../catalog/journal.ts'
import { dataPrefix } from '../../catalog/keys.ts'
import type { JobSettings } from '../../config/settings.ts'
import { HoldfastError } from '../../errors/error.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { Base } from './base.ts'
import { begin, storeWraps } from './begin.ts'
import { commitEverywhere } from './commit.ts'
import { manifestOf, secondsSince, sideObjectsOf, storedBytesOf } from './describe.ts'
import { checkGuards } from './guards.ts'
import type { JobReport, WriteOptions } from './options.ts'
import { earlierStats, previousStats } from './previous-stats.ts'
import { type Recorded, record, type StoreStream } from './record.ts'
import { reportOf } from './report.ts'
import { seededSize } from './seeded-size.ts'
import { listed } from './side-objects.ts'
import { storeAsArchive } from './store-archive.ts'
import { storeAsSingle } from './store-single.ts'
import { beginJournal, openWriter, storeInVolumes } from './store-volumes.ts'
import { withStoredState } from './stored-state.ts'
import { canGoOn, suspend } from './suspend.ts'
import { splitUnread, type Unread } from './unread.ts'
import { store, type Writing } from './writing.ts'

const packaging: Readonly<
  Record<JobSettings['package'], (...about: Parameters<typeof storeInVolumes>) => StoreStream>
> = { volumes: storeInVolumes, single: storeAsSingle, '7z': storeAsArchive }

async function storeData(writing: Writing, journal: Journal): Promise<Recorded> {
  const { job, id, index, key } = writing
  const writer = openWriter(writing, journal)
  try {
    index.begin(writer, { prefix: dataPrefix(job.name, id), ...(key && { recipient: key.recipient }) })
    return await record(writing, packaging[job.package](writing, writer))
  } finally {
    await writer.close()
  }
}

async function guard(
  { context, job, destinations, capture, options, warnings }: Writing,
  { storedBytes }: Recorded,
): Promise<void> {
  const before = previousStats(destinations, capture.level, [...job.tags, ...options.tags])?.storedBytes
  const previous = before ?? (await seededSize(context.stateDirectory, job.name))
  const sizes = {
    job: job.name,
    stored: storedBytes,
    ...(previous === undefined ? {} : { previous }),
    accepted: options.acceptSize,
  }
  warnings.push(...checkGuards(job.guards, sizes))
}

/** Enough to see where a size is going. */
const sizesRemembered = 12

function earlierSizes({ job, destinations, capture, options }: Writing): number[] {
  const alike = earlierStats(destinations, capture.level, [...job.tags, ...options.tags])
  return alike.slice(-sizesRemembered).map(({ storedBytes }) => storedBytes)
}

async function commit(
  writing: Writing,
  recorded: Recorded,
  manifest: Uint8Array,
  unread: Unread,
): Promise<JobReport> {
  const { context, job, id, capture, parent, destinations, fanOut, failed, written, warnings } = writing
  const alive = new Set(fanOut.alive().map(({ name }) => name))
  const committed = await commitEverywhere(
    context,
    destinations.filter(({ name }) => alive.has(name)),
    {
      job: job.name,
      id,
      manifest,
      objects: written,
      ancestors: parent?.chain ?? [],
      startedAt: writing.options.startedAt,
      leases: writing.options.leases,
      // A store checks the hash of what is put whole, not of what comes as a stream.
      readBack: job.package !== 'volumes',
      signal: context.signal,
    },
  )
  for (const [name, error] of committed.failed) failed.push({ name, error })
  if (committed.done.length === 0) {
    throw failed.at(-1)?.error ?? new HoldfastError('internal', 'nothing was committed')
  }
  const { files } = recorded.result
  return reportOf({
    job: job.name,
    id,
    level: capture.level,
    parent: parent?.entry.id ?? null,
    committed: committed.done,
    failed,
    sent: fanOut.sent(),
    sourceBytes: recorded.sourceBytes,
    storedBytes: storedBytesOf(written),
    ...(files === undefined ? {} : { files }),
    unread,
    seconds: secondsSince(writing),
    previousStoredBytes: earlierSizes(writing),
    warnings,
  })
}

/** What is kept cannot fail any more because something beside it could not be tidied up. */
async function tidySource({ context, job, capture }: Writing): Promise<void> {
  try {
    await capture.committed?.()
  } catch (thrown) {
    context.signal.throwIfAborted()
    const error = asHoldfastError(thrown)
    const { message, hint } = error
    tell(context, { severity: 'warning', code: error.code, message, ...(hint && { hint }) }, job.name)
  }
}

/**
 * One run from the source's preflight to the commit at every destination that kept up. Throws when nothing was
 * committed anywhere; then nothing is listed, and what was written is garbage for cleanup.
 */
export async function writeBackup(
  context: CommandContext,
  job: JobSettings,
  base: Base,
  options: WriteOptions,
): Promise<JobReport> {
  const writing = await begin(context, job, base, options)
  let journal: Journal | undefined
  try {
    await storeWraps(writing)
    journal = await beginJournal(writing)
    const recorded = await storeData(writing, journal)
    const unread = splitUnread(recorded.result.unread, job.allowUnread)
    await guard(writing, recorded)
    const objects = await withStoredState(writing, recorded, await sideObjectsOf(writing, recorded))
    for (const object of listed(objects)) await store(writing, object)
    const report = await commit(writing, recorded, manifestOf(writing, recorded, objects, unread), unread)
    await tidySource(writing)
    if (objects.state) await context.stateCache?.keep(objects.state.key, objects.state.body)
    return report
  } catch (error) {
    if (journal && canGoOn(writing, error)) {
      await suspend(writing, journal)
      journal = undefined
    }
    throw error
  } finally {
    await writing.capture.abort()
    // A run that fails in an orderly way says so in its log; the journal is for those that cannot, or may go on.
    await journal?.remove()
  }
}
