import { indexPageBytes } from '../../catalog/index/page.ts'
import { openIndex } from '../../catalog/index/reader.ts'
import { dataPrefix } from '../../catalog/keys.ts'
import { decodeMeta } from '../../catalog/meta.ts'
import { readObject, sha256Of } from '../../catalog/object-io.ts'
import { readManifest } from '../../catalog/read-manifest.ts'
import { decodeVolumesList, volumesOf } from '../../catalog/volumes-list.ts'
import { decompress } from '../../catalog/zstd-json.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
import type { Manifest, ObjectReference, StreamSummary, VolumeRecord } from '../../domain/manifest.ts'
import type { Secret } from '../../domain/secret.ts'
import type { ChainLink } from '../../domain/source.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { createStreamReader, type StreamReader } from '../../pipeline/stream-reader.ts'
import type { CommandContext } from '../context.ts'
import { openDataKey } from './data-key.ts'
import type { FoundBackup } from './find.ts'
import type { Openers } from './identities.ts'
import { indexStream } from './index-stream.ts'
import { createSingleStream } from './single-stream.ts'

/** A chain opened for reading, and how many stored bytes that took so far. */
export interface OpenedChain {
  readonly links: readonly ChainLink[]
  fetchedBytes(): number
}

interface Opening {
  readonly context: CommandContext
  readonly found: FoundBackup
  readonly onFetched: (bytes: number) => void
}

const largestList = 1024 ** 3

/** The bytes of an object that a manifest names, whole and of the right hash. Errors: `object-missing`, `object-damaged`. */
async function fetchChecked(opening: Opening, { key, bytes, sha256 }: ObjectReference): Promise<Uint8Array> {
  const { store } = opening.found.destination
  try {
    const stored = await readObject(store, key, Math.min(bytes, largestList), opening.context.signal)
    opening.onFetched(stored.byteLength)
    if (stored.byteLength === bytes && sha256Of(stored) === sha256) return stored
  } catch (error) {
    if (hasCode(error, 'store-not-found')) {
      throw new HoldfastError('object-missing', `${key} is missing at ${store.name}`, {
        hint: 'Restore from another destination with --destination, or from an earlier backup.',
        context: { key, destination: store.name },
        cause: error,
      })
    }
    if (!hasCode(error, 'object-damaged')) throw error
  }
  throw new HoldfastError('object-damaged', `${key} is not what was written at ${store.name}`, {
    hint: 'Restore from another destination with --destination, or from an earlier backup.',
    context: { key, destination: store.name },
  })
}

/** The manifest as it is stored now: it must still be the one that the catalogue was made of. */
async function fetchManifest(opening: Opening, entry: FoundBackup['entry']): Promise<Manifest> {
  const { job, id, manifestSha256: sha256, bytes } = entry
  const { store } = opening.found.destination
  const { manifest } = await readManifest(store, job, id, { signal: opening.context.signal, sha256 })
  opening.onFetched(bytes)
  return manifest
}

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

async function indexOf(parts: LinkParts, bytes: number) {
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
  return openIndex({ root, readPage: (page) => reader.read(page * indexPageBytes, indexPageBytes) })
}

async function openLink(
  opening: Opening,
  entry: FoundBackup['entry'],
  openers: Openers | undefined,
): Promise<ChainLink> {
  const { context, found } = opening
  const manifest = await fetchManifest(opening, entry)
  const identity =
    manifest.encryption.type === 'none'
      ? undefined
      : await openDataKey(context, found.destination.store, entry, manifest.encryption.recipient, openers)
  const listStored = await fetchChecked(opening, manifest.objects.volumes)
  const parts: LinkParts = {
    opening,
    manifest,
    volumes: decodeVolumesList(listStored, dataPrefix(entry.job, entry.id)),
    identity,
  }
  const metaStored = await fetchChecked(opening, manifest.objects.meta)
  const metaKey = manifest.objects.meta.key
  const meta = decodeMeta(
    identity ? await decryptBytes(metaStored, { identities: [identity] }) : metaStored,
    metaKey,
  )
  const index = await indexOf(parts, meta.index?.bytes ?? 0)
  const readers = new Map<string, StreamReader>()
  const streamOf = (name: string): StreamReader => {
    const known = readers.get(name)
    if (known) return known
    const summary = manifest.streams.find((stream) => stream.name === name)
    if (summary === undefined) throw new HoldfastError('internal', `backup ${entry.id} has no stream ${name}`)
    const bytes = meta.streams.find((stream) => stream.name === name)?.bytes
    const reader = summary.object
      ? createSingleStream({
          store: found.destination.store,
          object: summary.object,
          compression: summary.compression,
          ...(identity && { identity }),
          signal: context.signal,
          onFetched: opening.onFetched,
        })
      : readerOf(parts, summary, bytes)
    readers.set(name, reader)
    return reader
  }
  return {
    id: entry.id,
    level: entry.level,
    streams: manifest.streams.map(({ name, mediaType }) => {
      const plain = meta.streams.find((stream) => stream.name === name)
      return { name, mediaType, bytes: plain?.bytes ?? 0, ...(plain?.sha256 && { sha256: plain.sha256 }) }
    }),
    description: manifest.source,
    ...(meta.fingerprint === undefined ? {} : { fingerprint: meta.fingerprint }),
    ...(index && { index }),
    unread: meta.unread.map((path) => Buffer.from(path, 'latin1').toString()),
    open: (name) => streamOf(name).open(),
    read: (name, offset, length) => streamOf(name).read(offset, length),
  }
}

/**
 * Opens every backup of a chain: manifest, data key, volumes list, meta and index root, each checked against the hash
 * that the manifest names. Errors: `object-missing`, `object-damaged`, `manifest-damaged`, `identity-wrong`, `key-mismatch`.
 */
export async function openChain(
  context: CommandContext,
  found: FoundBackup,
  openers: Openers | undefined,
): Promise<OpenedChain> {
  let fetched = 0
  const opening: Opening = {
    context,
    found,
    onFetched: (bytes) => {
      fetched += bytes
    },
  }
  const links: ChainLink[] = []
  for (const entry of found.chain) {
    links.push(await openLink(opening, entry, openers))
  }
  return { links, fetchedBytes: () => fetched }
}
