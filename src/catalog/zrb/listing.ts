import type { Store, StoredObject } from '../../domain/store.ts'
import { type HoldfastError, hasCode } from '../../errors/error.ts'
import { readObject } from '../object-io.ts'
import { parseZrbManifest, type ZrbManifest } from './manifest.ts'

/** One backup that zrb left. */
export interface ZrbBackup extends ZrbManifest {
  /** zrb's own path: `tank/home/level1/20260102`. */
  readonly id: string
  readonly dataset: string
  readonly manifest: StoredObject
  /** Level 0 first, itself last; shorter where `broken`. */
  readonly chain: readonly string[]
  /** All that lies in its folder. */
  readonly objects: readonly StoredObject[]
  readonly storedBytes: number
  /** Why it cannot be restored; absent: all parts of the whole chain are there. */
  readonly broken?: string
}

/** What zrb left of a dataset at a store. */
export interface ZrbListing {
  /** Oldest first. */
  readonly backups: readonly ZrbBackup[]
  readonly damaged: readonly { readonly key: string; readonly error: HoldfastError }[]
}

/** Bytes that a manifest of zrb may have: a line or two for each 3 GB. */
const manifestLimit = 16 * 1024 * 1024

type Found = ZrbManifest & Pick<ZrbBackup, 'id' | 'dataset' | 'manifest' | 'objects' | 'storedBytes'>

/** The dataset and path of a manifest's key; undefined for anything else. */
function pathOf(key: string): { readonly dataset: string; readonly path: string } | undefined {
  const [, path, dataset] = /^manifests\/((.+)\/level\d+\/\d{8})\/task_manifest\.yaml$/.exec(key) ?? []
  return path === undefined || dataset === undefined ? undefined : { dataset, path }
}

/** What an increment builds on: the backup of that snapshot, the one that zrb names where there are several. */
function parentOf({ level, parentSnapshot, parentPath }: Found, all: readonly Found[]): Found | undefined {
  const fitting = all.filter((one) => one.level < level && one.snapshot === parentSnapshot)
  return fitting.find(({ id }) => id === parentPath) ?? fitting.at(-1)
}

function missingPart({ id, parts, objects }: Found): string | undefined {
  const there = new Set(objects.map(({ key }) => key))
  const missing = parts.filter(({ key }) => !there.has(key)).length
  return missing === 0 ? undefined : `${missing} of ${parts.length} parts of ${id} are missing`
}

function withChain(last: Found, all: readonly Found[]): ZrbBackup {
  const chain = [last]
  let broken = missingPart(last)
  for (let at = last; at.level > 0; ) {
    const parent = parentOf(at, all)
    if (parent === undefined) {
      broken ??= `${at.parentSnapshot || 'the snapshot'} that ${at.id} builds on is in no backup here`
      break
    }
    broken ??= missingPart(parent)
    chain.unshift(parent)
    at = parent
  }
  return { ...last, chain: chain.map(({ id }) => id), ...(broken !== undefined && { broken }) }
}

async function objectsBelow(store: Store, prefix: string): Promise<StoredObject[]> {
  const found: StoredObject[] = []
  for await (const object of store.list(prefix)) found.push(object)
  return found
}

/** Everything that zrb left of a dataset. What of it cannot be read is returned as damaged. Errors: the store's. */
export async function listZrb(store: Store, dataset: string, signal: AbortSignal): Promise<ZrbListing> {
  const found: Found[] = []
  const damaged: { key: string; error: HoldfastError }[] = []
  const data = await objectsBelow(store, `data/${dataset}/level`)
  for (const manifest of await objectsBelow(store, `manifests/${dataset}/level`)) {
    signal.throwIfAborted()
    const at = pathOf(manifest.key)
    if (at?.dataset !== dataset) continue
    try {
      const bytes = await readObject(store, manifest.key, manifestLimit, signal)
      const read = await parseZrbManifest(Buffer.from(bytes).toString('utf8'), at.path)
      const objects = data.filter(({ key }) => key.startsWith(`data/${at.path}/`))
      const storedBytes = objects.reduce((sum, object) => sum + object.bytes, 0)
      found.push({ ...read, id: at.path, dataset, manifest, objects, storedBytes })
    } catch (error) {
      if (!hasCode(error, 'manifest-damaged', 'object-damaged')) throw error
      damaged.push({ key: manifest.key, error })
    }
  }
  found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.level - b.level)
  return { backups: found.map((one) => withChain(one, found)), damaged }
}
