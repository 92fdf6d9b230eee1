import { recipientOf } from '../../codec/age/keys.ts'
import { buildManifest } from './manifest.ts'
import type { Recorded } from './record.ts'
import { makeSideObjects, referencesOf, type SideObjects } from './side-objects.ts'
import type { Unread } from './unread.ts'
import type { Writing } from './writing.ts'

/** Volumes list, meta, index root and state of a run, sealed. */
export async function sideObjectsOf(writing: Writing, recorded: Recorded): Promise<SideObjects> {
  const { context, job, base, id, key, warnings } = writing
  const { fingerprint, toolOutput, state, unread } = recorded.result
  const stateRecipients = base.stateIdentity
    ? [await recipientOf(base.stateIdentity), ...context.config.encryption().recipients]
    : []
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
      unread: unread.map((path) => Buffer.from(path).toString('latin1')),
      ...(toolOutput === undefined ? {} : { toolOutput }),
    },
    ...(recorded.index && { indexRoot: recorded.index.root }),
    ...(state && { state }),
    ...(key && { recipient: key.recipient }),
    stateRecipients,
  })
}

/** Since the run began. */
export function secondsSince(writing: Writing): number {
  return (writing.context.clock.now().getTime() - writing.options.startedAt.getTime()) / 1000
}

/** The envelope that commits the run. */
export function manifestOf(
  writing: Writing,
  recorded: Recorded,
  objects: SideObjects,
  unread: Unread,
): Uint8Array {
  const { context, job, base, id, capture, parent, key, destinations, options, written, wraps } = writing
  const { files, tables, evidence } = recorded.result
  return buildManifest(context, {
    repository: destinations[0]?.repository.repository ?? '',
    id,
    job: job.name,
    tags: [...new Set([...job.tags, ...options.tags])],
    createdAt: options.startedAt.toISOString(),
    source: { ...capture.description, type: base.source.type },
    level: capture.level,
    parent: parent ? { id: parent.entry.id, manifest: `sha256:${parent.entry.manifestSha256}` } : null,
    encryption: key ? { type: 'age', recipient: key.recipient, wraps: wraps.length } : { type: 'none' },
    streams: recorded.streams.map(({ summary }) => summary),
    objects: referencesOf(objects),
    evidence,
    unread: unread.refused.length,
    stats: {
      sourceBytes: recorded.sourceBytes,
      storedBytes: storedBytesOf(written),
      seconds: secondsSince(writing),
      ...(files === undefined ? {} : { files }),
      ...(tables === undefined ? {} : { tables }),
    },
  })
}

export function storedBytesOf(written: Writing['written']): number {
  return written.reduce((sum, { bytes }) => sum + bytes, 0)
}
