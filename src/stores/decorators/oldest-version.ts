import type { GetOptions, Store, StoredObject, StoredVersion } from '../../domain/store.ts'
import { forward } from './forward.ts'
import { dataFolderOf, type Oldest, oldestOf, versionsByKey } from './version-history.ts'

/** Leases are the one thing that is meant to be replaced. */
const replaced = /^leases\//

/** Folders of `data/` whose history is remembered at once. */
const remembered = 32

interface Histories {
  of(key: string): Promise<Oldest | undefined>
  /** What was known of the key's folder is no longer so. */
  forget(key: string): void
}

/** What counts of each key that has a history worth remembering: of a volume, others than the one version there should be. */
function dataHistories(versions: (prefix: string) => AsyncIterable<StoredVersion>): Histories {
  const folders = new Map<string, Promise<Map<string, Oldest>>>()

  async function read(folder: string): Promise<Map<string, Oldest>> {
    const odd = new Map<string, Oldest>()
    for await (const history of versionsByKey(versions(folder))) {
      const oldest = oldestOf(history)
      if (oldest && !oldest.latest) odd.set(oldest.object.key, oldest)
    }
    return odd
  }

  async function of(key: string): Promise<Oldest | undefined> {
    const folder = dataFolderOf(key)
    if (folder === undefined) return undefined
    let known = folders.get(folder)
    if (known === undefined) {
      known = read(folder)
      folders.set(folder, known)
      known.catch(() => folders.delete(folder))
      const [first] = folders.keys()
      if (folders.size > remembered && first !== undefined) folders.delete(first)
    }
    return (await known).get(key)
  }

  return { of, forget: (key) => void folders.delete(dataFolderOf(key) ?? '') }
}

/**
 * A Store with versions as a repository reads it: of a key that is created once, the oldest version is the object, and
 * deletion markers are seen through. So whoever may only add cannot replace or hide anything; what lies over an object
 * is told by `tampered`. A deletion takes every version, the oldest last. Leases are read as they are.
 *
 * Stores without versions are returned as they are. Needs the right to list versions and to read them
 * (`s3:ListBucketVersions`, `s3:GetObjectVersion`).
 */
export function withOldestVersions(store: Store): Store {
  const versions = store.versions?.bind(store)
  if (!store.features.versions || versions === undefined) return store
  const ofData = dataHistories(versions)

  async function oldest(key: string): Promise<Oldest | undefined> {
    for await (const history of versionsByKey(versions?.(key) ?? [])) {
      if (history[0]?.key === key) return oldestOf(history)
      break
    }
    return undefined
  }

  async function get(key: string, options: GetOptions) {
    if (options.versionId !== undefined || replaced.test(key)) return store.get(key, options)
    const found = dataFolderOf(key) === undefined ? await oldest(key) : await ofData.of(key)
    if (found === undefined) return store.get(key, options)
    const { versionId, bytes } = found.object
    // With a range a body that breaks off can be resumed.
    const range = options.range ?? (bytes > 0 ? { offset: 0, length: bytes } : undefined)
    return store.get(key, { ...options, ...(range && { range }), versionId })
  }

  async function* list(prefix: string): AsyncGenerator<StoredObject> {
    if (replaced.test(prefix)) return yield* store.list(prefix)
    for await (const history of versionsByKey(versions?.(prefix) ?? [])) {
      const [newest] = history
      if (newest && replaced.test(newest.key)) {
        if (!newest.deleted) yield newest
        continue
      }
      const found = oldestOf(history)
      if (found) yield { ...found.object, ...(found.tampered && { tampered: found.tampered }) }
    }
  }

  return {
    ...forward(store),
    get,
    list,
    async stat(key) {
      if (replaced.test(key)) return store.stat(key)
      const found = await oldest(key)
      // Only of the latest the store says more than the listing, such as until when it is kept.
      return found?.latest ? store.stat(key) : found?.object
    },
    async delete(key, options) {
      if (replaced.test(key)) return store.delete(key, options)
      for await (const history of versionsByKey(versions(key))) {
        if (history[0]?.key !== key) break
        for (const { versionId } of history) await store.delete(key, { versionId })
      }
      ofData.forget(key)
    },
    ...(store.retain
      ? {
          retain: async (key, until, options) => {
            const versionId = options.versionId ?? (await oldest(key))?.object.versionId
            await store.retain?.(key, until, { ...options, ...(versionId !== undefined && { versionId }) })
          },
        }
      : {}),
  }
}
