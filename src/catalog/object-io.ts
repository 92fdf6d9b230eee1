import { createHash } from 'node:crypto'
import type { GetOptions, PutOptions, Store, StoredObject } from '../domain/store.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'

/** Lower-case hex SHA-256. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The range lets a body that breaks off be resumed, which needs to know its end. */
function asListed({ versionId, bytes = 0 }: Partial<StoredObject> = {}): Partial<GetOptions> {
  if (versionId === undefined || bytes === 0) return {}
  return { versionId, range: { offset: 0, length: bytes } }
}

/**
 * The whole of a small object, of the version that was `listed` where that is given. Errors: the store's
 * (`store-not-found`), and `object-damaged` for one larger than `limit` bytes, which is not read to its end.
 */
export async function readObject(
  store: Store,
  key: string,
  limit: number,
  signal: AbortSignal,
  listed?: StoredObject,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of await store.get(key, { signal, ...asListed(listed) })) {
    bytes += (chunk as Uint8Array).byteLength
    if (bytes > limit) {
      throw new HoldfastError('object-damaged', `${key} is larger than the ${limit} bytes it may have`, {
        context: { key, destination: store.name },
      })
    }
    chunks.push(chunk as Uint8Array)
  }
  return Buffer.concat(chunks)
}

/** Reads an object whole and keeps nothing of it. Errors: the store's. */
export async function hashStored(
  store: Store,
  key: string,
  signal: AbortSignal,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of await store.get(key, { signal })) {
    hash.update(chunk as Uint8Array)
    bytes += (chunk as Uint8Array).byteLength
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** {@link readObject}, with undefined for an object that is not there. */
export async function readIfPresent(
  store: Store,
  key: string,
  limit: number,
  signal: AbortSignal,
  listed?: StoredObject,
): Promise<Uint8Array | undefined> {
  try {
    return await readObject(store, key, limit, signal, listed)
  } catch (error) {
    if (hasCode(error, 'store-not-found')) return undefined
    throw error
  }
}

/** The listing's entry of exactly this key. Needs only the right to list. */
export async function findObject(store: Store, key: string): Promise<StoredObject | undefined> {
  for await (const object of store.list(key)) {
    if (object.key === key) return object
    break
  }
  return undefined
}

/**
 * Writes an object that must not be there yet; undefined when it is. A store without create-only writes is asked by
 * listing first, which two writers at once can both pass.
 */
export async function createObject(
  store: Store,
  key: string,
  body: Uint8Array,
  signal: AbortSignal,
  options: Pick<PutOptions, 'lock'> = {},
): Promise<StoredObject | undefined> {
  const sha256 = sha256Of(body)
  if (!store.features.createOnly) {
    return (await findObject(store, key)) ? undefined : store.put(key, body, { ...options, signal, sha256 })
  }
  try {
    return await store.put(key, body, { ...options, signal, sha256, when: { absent: true } })
  } catch (error) {
    if (hasCode(error, 'store-condition-failed')) return undefined
    throw error
  }
}
