import type { Readable } from 'node:stream'
import { damaged, namingKey } from '../codec/damage.ts'
import type { ByteRange, Store } from '../domain/store.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'

/** The object's body. `object-missing` naming the key where the store has none. */
export async function getObject(
  store: Store,
  key: string,
  signal: AbortSignal,
  range?: ByteRange,
): Promise<Readable> {
  try {
    return await store.get(key, range ? { signal, range } : { signal })
  } catch (error) {
    if (!hasCode(error, 'store-not-found')) throw namingKey(error, key)
    throw new HoldfastError('object-missing', `${key} is missing at ${store.name}`, {
      hint: 'Restore from another destination or an earlier backup; cleanup or someone else has removed this object.',
      context: { key, destination: store.name },
      cause: error,
    })
  }
}

/**
 * Fetches an object, or a range of it, into the beginning of `buffer`; it must have exactly `length` bytes, otherwise
 * `object-damaged` naming the key.
 */
export async function fetchInto(
  store: Store,
  key: string,
  buffer: Uint8Array,
  length: number,
  signal: AbortSignal,
  range?: ByteRange,
): Promise<Uint8Array> {
  const body = await getObject(store, key, signal, range)
  let at = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    // Leaving the loop destroys the body.
    if (at + chunk.length > length) throw damaged('it is longer than recorded', key)
    buffer.set(chunk, at)
    at += chunk.length
  }
  signal.throwIfAborted()
  if (at < length) throw damaged('it is shorter than recorded', key)
  return buffer.subarray(0, length)
}
