import type { Store } from '../domain/store.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'
import type { BackupName } from './keys.ts'
import { listWraps, type StoredWrap } from './wraps.ts'

export interface WrapDeletionOptions {
  readonly signal: AbortSignal
  /** Throws when the lease is no longer held; asked before every deletion. */
  readonly assertHeld: () => void
}

export interface WrapDeletion {
  readonly deleted: number
  /** Keys of wraps that the store locks: they still open the backup. */
  readonly locked: readonly string[]
  /** The end of the longest lock, as far as this role may know it. */
  readonly lockedUntil?: Date
}

/**
 * Deletes wrapped keys of one backup, every version of each, and looks that they are gone. What is locked is left and
 * named. Errors: `store-lied` for a wrap that is still listed, and the store's.
 */
export async function deleteWraps(
  store: Store,
  { job, id }: BackupName,
  wraps: readonly Pick<StoredWrap, 'key'>[],
  { signal, assertHeld }: WrapDeletionOptions,
): Promise<WrapDeletion> {
  const locked = new Set<string>()
  let lockedUntil: Date | undefined
  for (const { key } of wraps) {
    signal.throwIfAborted()
    assertHeld()
    try {
      await store.delete(key)
    } catch (error) {
      if (!hasCode(error, 'held')) throw error
      locked.add(key)
      const until = (await store.stat(key).catch(() => undefined))?.retainUntil
      if (until && (lockedUntil === undefined || until > lockedUntil)) lockedUntil = until
    }
  }
  const doomed = new Set(wraps.map(({ key }) => key))
  const left = (await listWraps(store, job, id)).find(({ key }) => doomed.has(key) && !locked.has(key))
  if (left) {
    throw new HoldfastError('store-lied', `${store.name} still has ${left.key}, which was deleted`, {
      hint: 'Whoever has the old key can still open this backup. Run `holdfast doctor` against this destination.',
      context: { key: left.key, destination: store.name },
    })
  }
  return { deleted: wraps.length - locked.size, locked: [...locked], ...(lockedUntil && { lockedUntil }) }
}
