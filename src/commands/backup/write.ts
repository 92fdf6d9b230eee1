import { makeId } from '../../catalog/ids.ts'
import { type Journal, openJournal } from '../../catalog/journal.ts'
import { dataPrefix, wrapKey } from '../../catalog/keys.ts'
import { recipientOf } from '../../codec/age/keys.ts'
import { sha256Hex } from '../../codec/hash.ts'
import type { JobSettings } from '../../config/settings.ts'
import type { Finding } from '../../domain/finding.ts'
import type { ObjectReference } from '../../domain/manifest.ts'
import type { Capture } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { createFanOut, type FanOut } from '../../pipeline/fan-out.ts'
import { createVolumeWriter } from '../../pipeline/volume-writer.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { FailedDestination } from '../repository/destination.ts'
import { sourceContextOf } from '../repository/source-context.ts'
import type { Base } from './base.ts'
import { commitEverywhere } from './commit.ts'
import { type DataKey, makeDataKey } from './data-key.ts'
import { checkGuards } from './guards.ts'
import type { JobReport } from './job.ts'
import { buildManifest } from './manifest.ts'
import { preflight } from './preflight.ts'
import { createIndexRecorder, type Recorded, record } from './record.ts'
import { lacksParent, reportOf } from './report.ts'
import { previousSize } from './previous-size.ts'
import type { RunOptions } from './run.ts'
import { listed, makeSideObjects, referencesOf, type SideObjects } from './side-objects.ts'
import { splitUnread } from './unread.ts'

export interface WriteOptions extends RunOptions {
  readonly startedAt: Date
  /** Set to the id that the run got, for its log. */
  readonly run: { id: string }
}

interface Writing {
  readonly context: CommandContext
  readonly job: JobSettings
  readonly base: Base
  readonly options: WriteOptions
  readonly id: string
  readonly level: number
  readonly key: DataKey | undefined
  readonly fanOut: FanOut
  readonly written: ObjectReference[]
  readonly warnings: Finding[]
}

async function put(writing: Writing, object: { key: string; body: Uint8Array; sha256: string }): Promise<void> {
  const { key, body, sha256 } = object
  await writing.fanOut.put(key, body, sha256)
  writing.written.push({ key, bytes: body.byteLength, sha256 })
}

async function storeWraps(writing: Writing): Promise<void> {
  for (const [index, body] of (writing.key?.wraps ?? []).entries()) {
    await put(writing, { key: wrapKey(writing.job.name, writing.id, index + 1), body, sha256: sha256Hex(body) })
  }
}

/** Volumes, then what stands beside them. */
async function storeData(
  writing: Writing,
  capture: Capture,
  index: ReturnType<typeof createIndexRecorder>,
  journal: Journal,
): Promise<Recorded> {
  const { context, job, id, key, fanOut, written } = writing
  const prefix = dataPrefix(job.name, id)
  const writer = createVolumeWriter({
    workerUrl: context.workerUrl,
    ...(job.parallel === undefined ? {} : { workers: job.parallel }),
    sink: fanOut.put,
    async onVolume(record, info) {
      written.push({ key: record.key, bytes: record.bytes, sha256: record.sha256 })
      const { seq, stream, bytes, sha256 } = record
      await journal.append({ stream, seq, key: record.key, offset: info.plainOffset, length: info.plainBytes, bytes, sha256 })
    },
    signal: context.signal,
    dataPrefix: prefix,
  })
  const options = {
    job: job.name,
    compression: job.compression,
    ...(key && { recipient: key.recipient }),
    blake3: job.hashes.includes('blake3'),
    prefix,
    signal: context.signal,
  }
  try {
    index.begin(writer, options)
    return await record(context, capture, writer, index, options)
  } finally {
    await writer.close()
  }
}

async function sideObjects(writing: Writing, recorded: Recorded, unread: readonly string[]): Promise<SideObjects> {
  const { context, job, base, id, key, warnings } = writing
  const stateRecipients = base.stateIdentity
    ? [await recipientOf(base.stateIdentity), ...context.config.encryption().recipients]
    : []
  const { fingerprint, toolOutput, state } = recorded.result
  return makeSideObjects({
    job: job.name,
    id,
    volumes: recorded.volumes,
    meta: {
      format: 1,
      streams: recorded.streams.map(({ plain }) => plain),
      ...(recorded.index && { index: { bytes: recorded.index.bytes } }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
      warnings,
      unread,
      ...(toolOutput === undefined ? {} : { toolOutput }),
    },
    ...(recorded.index && { indexRoot: recorded.index.root }),
    ...(state && { state }),
    ...(key && { recipient: key.recipient }),
    stateRecipients,
  })
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
  const warnings: Finding[] = []
  const failed: FailedDestination[] = [...options.failed]
  const sourceContext = sourceContextOf(context, job.name, warnings)
  await preflight(base.source, sourceContext)
  const index = createIndexRecorder()
  const capture = await base.source.capture({
    ...sourceContext,
    level: base.level,
    ...(base.state && { parent: base.state }),
    index,
    allowUnread: job.allowUnread,
  })
  const fullInstead = base.level > 0 && capture.level === 0
  if (fullInstead) {
    sourceContext.warn({
      severity: 'warning',
      code: 'full-instead',
      message: `job ${job.name} makes a full backup instead of an increment: ${capture.fullBecause ?? 'its base is gone'}`,
    })
  }
  const destinations = fullInstead ? [...base.destinations, ...base.lacking] : base.destinations
  if (!fullInstead) failed.push(...base.lacking.map(({ name }) => lacksParent(name, base)))
  const id = makeId(options.startedAt, capture.level)
  options.run.id = id
  const encryption = context.config.encryption()
  const parent = capture.level === 0 ? undefined : base.parent
  const writing: Writing = {
    context,
    job,
    base,
    options,
    id,
    level: capture.level,
    key: encryption.none ? undefined : await makeDataKey(encryption),
    fanOut: createFanOut(
      destinations.map(({ store }) => store),
      {
        signal: context.signal,
        clock: context.clock,
        onDropped: (name, error) => failed.push({ name, error: asHoldfastError(error) }),
      },
    ),
    written: [],
    warnings,
  }
  const journal = await openJournal(context.stateDirectory, {
    repository: destinations[0]?.repository.repository ?? '',
    job: job.name,
    id,
    parent: parent?.entry.id ?? null,
    recipient: writing.key?.recipient ?? null,
  })
  try {
    await storeWraps(writing)
    const recorded = await storeData(writing, capture, index, journal)
    const unread = splitUnread(recorded.result.unread, job.allowUnread)
    const previous = previousSize(destinations, capture.level, options.tags)
    warnings.push(
      ...checkGuards(job.guards, {
        job: job.name,
        stored: recorded.storedBytes,
        ...(previous === undefined ? {} : { previous }),
        accepted: options.acceptSize,
      }),
    )
    const objects = await sideObjects(writing, recorded, recorded.result.unread)
    for (const object of listed(objects)) await put(writing, object)
    const storedBytes = writing.written.reduce((sum, { bytes }) => sum + bytes, 0)
    const { files, tables, evidence } = recorded.result
    const manifest = buildManifest(context, {
      repository: destinations[0]?.repository.repository ?? '',
      id,
      job: job.name,
      tags: [...new Set([...job.tags, ...options.tags])],
      createdAt: options.startedAt.toISOString(),
      source: { ...capture.description, type: base.source.type },
      level: capture.level,
      parent: parent ? { id: parent.entry.id, manifest: `sha256:${parent.entry.manifestSha256}` } : null,
      encryption: writing.key
        ? { type: 'age', recipient: writing.key.recipient, wraps: writing.key.wraps.length }
        : { type: 'none' },
      streams: recorded.streams.map(({ summary }) => summary),
      objects: referencesOf(objects),
      evidence,
      unread: unread.refused.length,
      stats: {
        sourceBytes: recorded.sourceBytes,
        storedBytes,
        seconds: (context.clock.now().getTime() - options.startedAt.getTime()) / 1000,
        ...(files === undefined ? {} : { files }),
        ...(tables === undefined ? {} : { tables }),
      },
    })
    const alive = new Set(writing.fanOut.alive().map(({ name }) => name))
    const committed = await commitEverywhere(
      context,
      destinations.filter(({ name }) => alive.has(name)),
      {
        job: job.name,
        id,
        manifest,
        objects: writing.written,
        ancestors: parent?.chain ?? [],
        signal: context.signal,
      },
    )
    for (const [name, error] of committed.failed) failed.push({ name, error })
    if (committed.done.length === 0) throw failed.at(-1)?.error ?? new HoldfastError('internal', 'nothing was committed')
    await journal.remove()
    return reportOf({
      job: job.name,
      id,
      level: capture.level,
      parent: parent?.entry.id ?? null,
      committed: committed.done,
      failed,
      sent: writing.fanOut.sent(),
      sourceBytes: recorded.sourceBytes,
      storedBytes,
      ...(files === undefined ? {} : { files }),
      unread,
      seconds: (context.clock.now().getTime() - options.startedAt.getTime()) / 1000,
      warnings,
    })
  } finally {
    await journal.close()
    await capture.abort()
  }
}
