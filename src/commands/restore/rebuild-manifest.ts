import { parseId } from '../../catalog/ids.ts'
import { dataPrefix, indexRootKey, metaKey, volumesListKey } from '../../catalog/keys.ts'
import { readObject, sha256Of } from '../../catalog/object-io.ts'
import { decodeVolumesList } from '../../catalog/volumes-list.ts'
import { readWraps } from '../../catalog/wraps.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
import { parseIdentities, recipientOf } from '../../codec/age/keys.ts'
import type { Manifest, ManifestEncryption, ObjectReference, StreamSummary } from '../../domain/manifest.ts'
import { Secret } from '../../domain/secret.ts'
import { hasCode } from '../../errors/error.ts'
import { largestList, type Opening } from '../repository/chain-objects.ts'
import type { Openers } from '../repository/identities.ts'

/** The object whose name begins so, if its bytes have the hash that its name ends with. */
async function namedObject(
  { context, found }: Opening,
  prefix: string,
): Promise<ObjectReference | undefined> {
  const { store } = found.destination
  for await (const { key, bytes } of store.list(prefix)) {
    try {
      const stored = await readObject(store, key, Math.min(bytes, largestList), context.signal)
      const sha256 = sha256Of(stored)
      if (key.startsWith(`${prefix}${sha256.slice(0, 12)}`)) return { key, bytes: stored.byteLength, sha256 }
    } catch (error) {
      if (!hasCode(error, 'store-not-found', 'object-damaged')) throw error
    }
  }
  return undefined
}

/** What the first wrap that opens holds. */
async function encryptionOf(
  { context, found }: Opening,
  job: string,
  id: string,
  openers: Openers,
): Promise<ManifestEncryption | undefined> {
  const wraps = await readWraps(found.destination.store, job, id, context.signal)
  for (const { wrapped } of wraps) {
    try {
      const plain = await decryptBytes(wrapped, {
        identities: [...openers.identities],
        passphrases: [...openers.passphrases],
      })
      const [identity] = parseIdentities(new Secret(Buffer.from(plain).toString('utf8')))
      if (identity) return { type: 'age', recipient: await recipientOf(identity), wraps: wraps.length }
    } catch (error) {
      if (!hasCode(error, 'identity-wrong', 'passphrase-wrong', 'object-damaged', 'key-invalid')) throw error
    }
  }
  return undefined
}

/**
 * The manifest of a backup that lost its own, as far as its other objects and its child's manifest say: the names of
 * objects hold the beginning of their hashes, their wrapped key says how they are encrypted. Undefined where its list of
 * volumes or its key is gone too. Its own parent is in nothing but the manifest, and so is its signature.
 */
export async function rebuildManifest(
  opening: Opening,
  id: string,
  child: Manifest,
  openers: Openers | undefined,
): Promise<Manifest | undefined> {
  const { job } = child
  const prefix = dataPrefix(job, id)
  const encryption = openers === undefined ? child.encryption : await encryptionOf(opening, job, id, openers)
  const volumes = await namedObject(opening, volumesListKey(job, id, '').replace('.jsonl.zst', ''))
  const sideObject = async (named: string) =>
    (await namedObject(opening, named)) ?? { key: named, bytes: 0, sha256: '' }
  const meta = await sideObject(metaKey(job, id, ''))
  const index = child.objects.index && (await sideObject(indexRootKey(job, id, '')))
  if (encryption === undefined || volumes === undefined) return undefined
  const { store } = opening.found.destination
  const list = await readObject(store, volumes.key, largestList, opening.context.signal)
  const byStream = Map.groupBy(decodeVolumesList(list, prefix), ({ stream }) => stream)
  const streams = child.streams.flatMap(({ object: _, ...like }): StreamSummary[] => {
    const own = byStream.get(like.name)
    if (own === undefined) return []
    const storedBytes = own.reduce((sum, { bytes }) => sum + bytes, 0)
    return [{ ...like, volumes: own.length, storedBytes }]
  })
  return {
    ...child,
    id,
    level: parseId(id)?.level ?? 0,
    parent: null,
    encryption,
    streams,
    objects: { volumes, meta, ...(index && { index }) },
  }
}
