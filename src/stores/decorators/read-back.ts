import { createHash } from 'node:crypto'
import type { PutOptions, Store, StoredObject } from '../../domain/store.ts'
import { isRetryable } from '../persistence.ts'

async function hashOf(store: Store, key: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of await store.get(key, { signal })) hash.update(chunk)
  return hash.digest('hex')
}

/**
 * The object at `key` if it holds exactly these bytes, else undefined; undefined also where reading back is not allowed
 * (a backup role cannot read data). Throws only what is retryable.
 */
export async function readBack(
  store: Store,
  key: string,
  bytes: number,
  { sha256, signal }: Pick<PutOptions, 'sha256' | 'signal'>,
): Promise<StoredObject | undefined> {
  try {
    const found = await store.stat(key)
    if (found?.bytes !== bytes) return undefined
    return (found.sha256 ?? (await hashOf(store, key, signal))) === sha256 ? found : undefined
  } catch (error) {
    if (isRetryable(error) || signal.aborted) throw error
    return undefined
  }
}
