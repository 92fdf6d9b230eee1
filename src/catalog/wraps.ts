import type { Store } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'
import { wrapKey, wrapsPrefix } from './keys.ts'
import { createObject, readIfPresent } from './object-io.ts'
import { parseWrapKey } from './parse-keys.ts'

/** Bytes that a wrap may have. */
export const wrapLimit = 64 * 1024

/** A wrapped data key as stored. */
export interface StoredWrap {
  /** From 1. */
  readonly n: number
  readonly key: string
  readonly bytes: number
}

/** The wraps of a backup by their number. Needs only the right to list. */
export async function listWraps(store: Store, job: string, id: string): Promise<StoredWrap[]> {
  const wraps: StoredWrap[] = []
  for await (const { key, bytes } of store.list(`${wrapsPrefix(job, id)}/`)) {
    const name = parseWrapKey(key)
    if (name) wraps.push({ n: name.n, key, bytes })
  }
  return wraps.sort((a, b) => a.n - b.n)
}

/**
 * Writes wrap `n` (an age file that holds the data key's line). Never over another.
 * Errors: `commit-conflict` when this number is taken.
 */
export async function putWrap(
  store: Store,
  job: string,
  id: string,
  n: number,
  wrapped: Uint8Array,
  signal: AbortSignal,
): Promise<string> {
  const key = wrapKey(job, id, n)
  if (await createObject(store, key, wrapped, signal)) return key
  throw new HoldfastError('commit-conflict', `there is a wrapped key ${key} already`, {
    hint: 'Another run works on this backup; wait for it to end and start again.',
    context: { key, destination: store.name },
  })
}

/** The bytes of every wrap, by number; one that vanishes meanwhile is left out. */
export async function readWraps(
  store: Store,
  job: string,
  id: string,
  signal: AbortSignal,
): Promise<(StoredWrap & { readonly wrapped: Uint8Array })[]> {
  const found: (StoredWrap & { readonly wrapped: Uint8Array })[] = []
  for (const wrap of await listWraps(store, job, id)) {
    const wrapped = await readIfPresent(store, wrap.key, wrapLimit, signal)
    if (wrapped) found.push({ ...wrap, wrapped })
  }
  return found
}
