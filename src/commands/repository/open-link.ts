import { indexPageBytes } from '../../catalog/index/page.ts'
import { openIndex } from '../../catalog/index/reader.ts'
import { dataPrefix } from '../../catalog/keys.ts'
import { decodeMeta } from '../../catalog/meta.ts'
import { decodeVolumesList, volumesOf } from '../../catalog/volumes-list.ts'
import { decompress } from '../../catalog/zstd-json.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
import type { Manifest, StreamSummary, VolumeRecord } from '../../domain/manifest.ts'
import type { Secret } from '../../domain/secret.ts'
import type { ChainLink } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { createStreamReader, type StreamReader } from '../../pipeline/stream-reader.ts'
import { blamesBackup } from '../verify/damage.ts'
import { fetchChecked, fetchManifest, largestList, type Opening, unlessDamaged } from './chain-objects.ts'
import { openDataKey } from './data-key.ts'
import type { FoundBackup } from './find.ts'
import { frameByFrame, upToDamage } from './frame-by-frame.ts'
import type { Openers } from './identities.ts'
import { indexStream } from './index-stream.ts'
import { objectReader } from './open-object.ts'
import { rebuildVolumes } from './rebuild-volumes.ts'

interface LinkParts {
  readonly opening: Opening
  readonly manifest: Manifest
  readonly volumes: readonly VolumeRecord[]
  readonly identity: Secret | undefined
}

function readerOf(
  { opening, volumes, identity }: LinkParts,
  summary: StreamSummary,
  bytes: number | undefined,
): StreamReader {
  const { context, found, onFetched } = opening
  return createStreamReader({
    store: found.destination.store,
    summary,
    volumes: volumesOf(summary, volumes),
    ...(bytes === undefined ? {} : { totalBytes: bytes }),
    ...(identity && { identity }),
    workerUrl: context.workerUrl,
    signal: context.signal,
    onFetched,
  })
}

async function indexOf(parts: LinkParts, bytes: number | undefined) {
  const reference = parts.manifest.objects.index
  if (reference === undefined) return undefined
  const stored = await fetchChecked(parts.opening, reference)
  const plain = parts.identity ? await decryptBytes(stored, { identities: [parts.identity] }) : stored
  const root = decompress(plain, largestList, {
    code: 'index-damaged',
    what: 'the index',
    key: reference.key,
  })
  const volumes = parts.volumes.filter(({ stream }) => stream === indexStream.name)
  const reader = readerOf(parts, { ...indexStream, volumes: volumes.length }, bytes)
  const { onDamage } = parts.opening
  return openIndex({
    root,
    readPage: (page) => reader.read(page * indexPageBytes, indexPageBytes),
    ...(onDamage && {
      onBadPage(error) {
        if (!blamesBackup(error)) throw error
        onDamage(error)
      },
    }),
  })
}

/** A reader for salvages: damage takes nothing with it that is whole. */
function carefulReader(
  reader: StreamReader,
  summary: StreamSummary,
  volumes: readonly VolumeRecord[],
  bytes: number | undefined,
): StreamReader {
  if (summary.object) return upToDamage(reader)
  const own = volumes.filter(({ stream }) => stream === summary.name)
  const frames = own.reduce((sum, volume) => sum + volume.frames.length, 0)
  return frameByFrame(reader, summary.frame, frames, bytes)
}

/** One backup of a chain: what its source reads of it, each object checked against the hash that the manifest names. */
export async function openLink(
  opening: Opening,
  entry: FoundBackup['entry'],
  openers: Openers | undefined,
): Promise<ChainLink> {
  return openManifest(opening, await fetchManifest(opening, entry), openers)
}

async function volumesListOf(
  opening: Opening,
  manifest: Manifest,
  identity: Secret | undefined,
): Promise<readonly VolumeRecord[]> {
  const read = async () =>
    decodeVolumesList(
      await fetchChecked(opening, manifest.objects.volumes),
      dataPrefix(manifest.job, manifest.id),
    )
  const list = await unlessDamaged(opening, read)
  return list ?? (await rebuildVolumes(opening, manifest, identity)) ?? read()
}

/** The same for a manifest that was read already. */
export async function openManifest(
  opening: Opening,
  manifest: Manifest,
  openers: Openers | undefined,
): Promise<ChainLink> {
  const { context, found } = opening
  const { job, id, level } = manifest
  const identity =
    manifest.encryption.type === 'none'
      ? undefined
      : await openDataKey(
          context,
          found.destination.store,
          { job, id },
          manifest.encryption.recipient,
          openers,
        )
  const volumes = await volumesListOf(opening, manifest, identity)
  const parts: LinkParts = { opening, manifest, volumes, identity }
  const meta = await unlessDamaged(opening, async () => {
    const stored = await fetchChecked(opening, manifest.objects.meta)
    const plain = identity ? await decryptBytes(stored, { identities: [identity] }) : stored
    return decodeMeta(plain, manifest.objects.meta.key)
  })
  const index = await unlessDamaged(opening, () => indexOf(parts, meta && (meta.index?.bytes ?? 0)))
  const readers = new Map<string, StreamReader>()
  const streamOf = (name: string): StreamReader => {
    const known = readers.get(name)
    if (known) return known
    const summary = manifest.streams.find((stream) => stream.name === name)
    if (summary === undefined) throw new HoldfastError('internal', `backup ${id} has no stream ${name}`)
    const bytes = meta?.streams.find((stream) => stream.name === name)?.bytes
    const { object } = summary
    const reader = object
      ? objectReader(opening, manifest.job, { ...summary, object }, identity)
      : readerOf(parts, summary, bytes)
    const careful = opening.onDamage ? carefulReader(reader, summary, parts.volumes, bytes) : reader
    readers.set(name, careful)
    return careful
  }
  return {
    id,
    level,
    streams: manifest.streams.map(({ name, mediaType }) => {
      const plain = meta?.streams.find((stream) => stream.name === name)
      return { name, mediaType, bytes: plain?.bytes ?? 0, ...(plain?.sha256 && { sha256: plain.sha256 }) }
    }),
    description: manifest.source,
    ...(meta?.fingerprint === undefined ? {} : { fingerprint: meta.fingerprint }),
    ...(index && { index }),
    unread: (meta?.unread ?? []).map((path) => Buffer.from(path, 'latin1').toString()),
    open: (name) => streamOf(name).open(),
    read: (name, offset, length) => streamOf(name).read(offset, length),
  }
}
