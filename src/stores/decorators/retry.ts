import type { PutOptions, Store, StoredObject, StoredVersion } from '../../domain/store.ts'
import { hasCode } from '../../errors/error.ts'
import { compareKeys } from '../key-order.ts'
import { createPersistence, isRetryable, persist, type RetryOptions } from '../persistence.ts'
import { forward } from './forward.ts'
import { readBack } from './read-back.ts'
import { resumedBody } from './resumed-body.ts'

export type { RetryEvent, RetryOptions } from '../persistence.ts'

/** A listing that starts again after a retryable error and goes on behind the last key it gave. */
async function* listAgain(store: Store, prefix: string, options: RetryOptions): AsyncGenerator<StoredObject> {
  const persistence = createPersistence(options)
  let last: string | undefined
  for (;;) {
    try {
      for await (const object of store.list(prefix)) {
        if (last !== undefined && compareKeys(object.key, last) <= 0) continue
        last = object.key
        persistence.progress()
        yield object
      }
      return
    } catch (error) {
      await persistence.after(error)
    }
  }
}

/** Like {@link listAgain}: behind the last version it gave. */
async function* versionsAgain(
  versions: NonNullable<Store['versions']>,
  prefix: string,
  options: RetryOptions,
): AsyncGenerator<StoredVersion> {
  const persistence = createPersistence(options)
  let last: string | undefined
  const given = new Set<string>()
  for (;;) {
    try {
      for await (const version of versions(prefix)) {
        const order = last === undefined ? 1 : compareKeys(version.key, last)
        if (order < 0 || (order === 0 && given.has(version.versionId))) continue
        if (order > 0) given.clear()
        last = version.key
        given.add(version.versionId)
        persistence.progress()
        yield version
      }
      return
    } catch (error) {
      await persistence.after(error)
    }
  }
}

async function putAgain(store: Store, key: string, body: Uint8Array, put: PutOptions, options: RetryOptions) {
  const persistence = createPersistence(options, put.signal)
  let mayHaveLanded = false
  return persist(persistence, async () => {
    try {
      return await store.put(key, body, put)
    } catch (error) {
      // The reply of an earlier attempt may have been lost after the store took it: the obstacle may be our own bytes.
      if (mayHaveLanded && hasCode(error, 'store-condition-failed')) {
        const own = await persist(persistence, () => readBack(store, key, body, put))
        if (own) return own
      }
      mayHaveLanded ||= isRetryable(error)
      throw error
    }
  })
}

/**
 * A Store that repeats what failed with a retryable error, for up to 15 minutes after the first failure, and then throws
 * the last error. The calls' signals are honoured while waiting.
 *
 * - A conditional `put` that failed, was repeated and then found its condition broken counts as done when the object
 *   holds exactly its bytes.
 * - A body that breaks off is resumed with a range; a listing is resumed behind its last key.
 * - `putStream` is not repeated, since a stream cannot be read twice.
 */
export function withRetry(store: Store, options: RetryOptions): Store {
  const { versions, retain, thaw } = forward(store)
  return {
    ...forward(store),
    put: (key, body, put) => putAgain(store, key, body, put, options),
    async get(key, get) {
      const persistence = createPersistence(options, get.signal)
      const first = await persist(persistence, () => store.get(key, get))
      persistence.progress()
      return resumedBody(store, key, get, first, persistence)
    },
    stat: (key) => persist(createPersistence(options), () => store.stat(key)),
    list: (prefix) => listAgain(store, prefix, options),
    delete: (key, which) => persist(createPersistence(options), () => store.delete(key, which)),
    ...(versions && { versions: (prefix) => versionsAgain(versions, prefix, options) }),
    ...(retain && {
      retain: (key, until, more) =>
        persist(createPersistence(options, more.signal), () => retain(key, until, more)),
    }),
    ...(thaw && {
      thaw: (key, more) => persist(createPersistence(options, more.signal), () => thaw(key, more)),
    }),
  }
}
