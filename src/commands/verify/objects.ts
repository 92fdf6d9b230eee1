import { createHash } from 'node:crypto'
import { forEachBounded } from '../../catalog/bounded.ts'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import { dataPrefix } from '../../catalog/keys.ts'
import { readObject, sha256Of } from '../../catalog/object-io.ts'
import { decodeVolumesList } from '../../catalog/volumes-list.ts'
import type { Manifest, ObjectReference } from '../../domain/manifest.ts'
import type { Store } from '../../domain/store.ts'
import { isInSample, type Sample } from '../../drill/sample.ts'
import { hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'

/** What a look at stored objects found. */
export interface ObjectsFound {
  readonly looked: number
  readonly of: number
  readonly fetchedBytes: number
  readonly damaged: readonly string[]
}

const largestList = 1024 ** 3
const atOnce = 4

/** All objects of one backup by its manifest; undefined with the key of what is damaged itself. */
async function objectsOf(
  context: CommandContext,
  store: Store,
  entry: CatalogueEntry,
  manifest: Manifest,
): Promise<{ objects: ObjectReference[] } | { damaged: string[] }> {
  const { signal } = context
  const { volumes, meta, index, state } = manifest.objects
  const side = [volumes, meta, index, state].filter((object) => object !== undefined)
  const singles = manifest.streams.flatMap(({ object }) => object ?? [])
  try {
    const list = await readObject(store, volumes.key, Math.min(volumes.bytes, largestList), signal)
    if (sha256Of(list) !== volumes.sha256) return { damaged: [volumes.key] }
    return { objects: [...side, ...singles, ...decodeVolumesList(list, dataPrefix(entry.job, entry.id))] }
  } catch (error) {
    if (hasCode(error, 'store-not-found', 'object-damaged')) return { damaged: [volumes.key] }
    throw error
  }
}

async function isWhole(
  context: CommandContext,
  store: Store,
  object: ObjectReference,
  onBytes: (bytes: number) => void,
): Promise<boolean> {
  const state = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of await store.get(object.key, { signal: context.signal })) {
      state.update(chunk as Uint8Array)
      bytes += (chunk as Uint8Array).length
      onBytes((chunk as Uint8Array).length)
    }
  } catch (error) {
    if (hasCode(error, 'store-not-found', 'object-damaged')) return false
    throw error
  }
  return bytes === object.bytes && state.digest('hex') === object.sha256
}

async function listedSizes(store: Store, entry: CatalogueEntry): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for await (const { key, bytes } of store.list(`${dataPrefix(entry.job, entry.id)}/`)) sizes.set(key, bytes)
  return sizes
}

async function isListed(
  store: Store,
  sizes: ReadonlyMap<string, number>,
  { key, bytes }: ObjectReference,
): Promise<boolean> {
  const listed = sizes.get(key) ?? (await store.stat(key))?.bytes
  return listed === bytes
}

/**
 * Looks at every object of one backup: with `exists` that it is listed with its size, with `checksum` that its stored
 * bytes have the SHA-256 that the manifest or the volumes list names. Needs no key.
 */
export async function lookAtObjects(
  context: CommandContext,
  store: Store,
  entry: CatalogueEntry,
  manifest: Manifest,
  depth: 'exists' | 'checksum',
  sample: Sample = { part: 1, of: 1 },
): Promise<ObjectsFound> {
  const found = await objectsOf(context, store, entry, manifest)
  if ('damaged' in found) return { looked: 1, of: 1, fetchedBytes: 0, damaged: found.damaged }
  const chosen = found.objects.filter(({ key }) => isInSample(key, sample))
  const damaged: string[] = []
  const total = chosen.reduce((sum, { bytes }) => sum + bytes, 0)
  const about = { type: 'progress', job: entry.job, stream: entry.id, phase: 'verify', total } as const
  let fetchedBytes = 0
  const sizes = depth === 'exists' ? await listedSizes(store, entry) : new Map<string, number>()
  await forEachBounded(chosen, atOnce, async (object) => {
    context.signal.throwIfAborted()
    const whole =
      depth === 'exists'
        ? await isListed(store, sizes, object)
        : await isWhole(context, store, object, (bytes) => {
            fetchedBytes += bytes
            context.reporter.on({ ...about, bytes: fetchedBytes })
          })
    if (!whole) damaged.push(object.key)
  })
  if (depth === 'checksum') context.reporter.on({ ...about, bytes: fetchedBytes, done: true })
  return { looked: chosen.length, of: found.objects.length, fetchedBytes, damaged: damaged.sort() }
}
