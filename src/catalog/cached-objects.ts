import type { Store, StoredObject } from '../domain/store.ts'
import { type HoldfastError, hasCode } from '../errors/error.ts'
import { forEachBounded } from './bounded.ts'
import { openLineCache } from './line-cache.ts'

export interface CachedObjectsOptions {
  /** None where absent. */
  readonly cacheFile?: string | undefined
  /** Changes whenever the shape of what is kept does. */
  readonly version: string
  readonly parallel: number
  readonly signal: AbortSignal
}

/** What was made of objects, in no order, and which of them are damaged. */
export interface CachedObjects<T> {
  readonly found: readonly T[]
  readonly damaged: readonly { readonly key: string; readonly error: HoldfastError }[]
}

/**
 * What `read` makes of each wanted object below a prefix; fetches only what changed since the cache was written. What it
 * throws as `object-damaged` is returned, undefined is left out. Errors: the store's.
 */
export async function readCachedObjects<T>(
  store: Store,
  prefix: string,
  isWanted: (key: string) => boolean,
  read: (object: StoredObject) => Promise<T | undefined>,
  { cacheFile, version, parallel, signal }: CachedObjectsOptions,
): Promise<CachedObjects<T>> {
  const cache = cacheFile === undefined ? undefined : await openLineCache(cacheFile, version)
  const found: T[] = []
  const damaged: { key: string; error: HoldfastError }[] = []
  const look = async (object: StoredObject): Promise<void> => {
    signal.throwIfAborted()
    const { key } = object
    if (!isWanted(key)) return
    const tag = `${object.bytes} ${object.etag}`
    const kept = cache?.get(key, tag) as T | undefined
    if (kept !== undefined) {
      found.push(kept)
      return
    }
    try {
      const made = await read(object)
      if (made === undefined) return
      cache?.set(key, tag, made)
      found.push(made)
    } catch (error) {
      if (!hasCode(error, 'object-damaged')) throw error
      damaged.push({ key, error })
    }
  }
  await forEachBounded(store.list(prefix), parallel, look)
  await cache?.save()
  return { found, damaged }
}
