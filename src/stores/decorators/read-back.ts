import { createHash } from 'node:crypto'
import type { PutOptions, Store, StoredObject } from '../../domain/store.ts'
import { isRetryable } from '../persistence.ts'

async function hashOf(store: Store, key: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of await store.get(key, { signal })) hash.update(chunk)
  return hash.digest('hex')
}

/** The object as the listing shows it, if its ETag is the MD5 of these bytes: for roles that may list and not read. */
async function listedAs(store: Store, key: string, body: Uint8Array): Promise<StoredObject | undefined> {
  for await (const object of store.list(key)) {
    if (object.key !== key || object.bytes !== body.byteLength) return undefined
    const md5 = createHash('md5').update(body).digest('hex')
    return object.etag.replaceAll('"', '') === md5 ? object : undefined
  }
  return undefined
}

/** What `attempt` finds; undefined where that is not allowed. Throws only what is retryable. */
async function ifAllowed<T>(signal: AbortSignal, attempt: () => Promise<T>): Promise<T | undefined> {
  try {
    return await attempt()
  } catch (error) {
    if (isRetryable(error) || signal.aborted) throw error
    return undefined
  }
}

/**
 * The object at `key` if it holds exactly these bytes, else undefined; undefined also where nothing tells (a backup role
 * cannot read data, and not every store lists MD5s). Throws only what is retryable.
 */
export async function readBack(
  store: Store,
  key: string,
  body: Uint8Array,
  { sha256, signal }: Pick<PutOptions, 'sha256' | 'signal'>,
): Promise<StoredObject | undefined> {
  const read = async () => {
    const found = await store.stat(key)
    if (found?.bytes !== body.byteLength) return { own: undefined }
    return { own: (found.sha256 ?? (await hashOf(store, key, signal))) === sha256 ? found : undefined }
  }
  const answer = await ifAllowed(signal, read)
  return answer ? answer.own : ifAllowed(signal, () => listedAs(store, key, body))
}
