import type { Store, StoredObject } from '../domain/store.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'
import { forEachBounded } from './bounded.ts'
import { objectsOfRun } from './garbage-runs.ts'
import { type BackupName, holdKey, manifestKey } from './keys.ts'
import { manifestLimit } from './manifest.ts'
import { findObject, readIfPresent } from './object-io.ts'

export interface DeletionOptions {
  /** The store's own time, against which locks are judged. */
  readonly now: Date
  readonly signal: AbortSignal
  /** Throws when the lease is no longer held; asked before every deletion. */
  readonly assertHeld: () => void
  /** Told of each deleted object. */
  readonly onDeleted?: (object: StoredObject) => void
}

export interface RunDeletionOptions extends DeletionOptions {
  /** What the run has outside of its own folder. */
  readonly outside?: readonly StoredObject[]
}

export interface Deletion {
  readonly objects: number
  readonly bytes: number
  /** Objects that were left because the store locks them. */
  readonly locked: number
  /** The end of the longest lock, as far as this role may know it. */
  readonly lockedUntil?: Date
}

const atOnce = 16

/**
 * Deletes a backup: its manifest, so that nobody lists it any more, then wraps, data and state. What dies in between
 * leaves garbage for the next cleanup, never a listed backup without data. A backup whose manifest is locked is left
 * whole. Errors: `held` for one under a hold, `store-lied` for a manifest that does not go, what `assertHeld` throws,
 * and the store's.
 */
export async function deleteBackup(
  store: Store,
  job: string,
  id: string,
  options: RunDeletionOptions,
): Promise<Deletion> {
  if (await isHeld(store, { job, id })) throw heldError(store, job, id)
  const manifest = await findObject(store, manifestKey(job, id))
  const lock = manifest && (await lockOrDelete(store, manifest, options))
  if (lock) return { objects: 0, bytes: 0, locked: 1, ...(lock.until && { lockedUntil: lock.until }) }
  await expectGone(store, { job, id }, options.signal)
  const rest = await deleteRunObjects(store, { job, id }, options)
  const own = { objects: manifest ? 1 : 0, bytes: manifest?.bytes ?? 0 }
  return { ...rest, objects: rest.objects + own.objects, bytes: rest.bytes + own.bytes }
}

/** A listing may come back short and a deletion do nothing: data must not go while the manifest can still be read. */
async function expectGone(store: Store, { job, id }: BackupName, signal: AbortSignal): Promise<void> {
  const key = manifestKey(job, id)
  if (!(await readIfPresent(store, key, 2 * manifestLimit, signal))) return
  throw new HoldfastError('store-lied', `${store.name} still has ${key}, which was deleted`, {
    hint: 'Nothing else of this backup was deleted. Run `holdfast doctor` against this destination.',
    context: { key, destination: store.name },
  })
}

/** Deletes what a run has besides its manifest: wraps first, then what lies outside, data, state; several at once, memory flat. */
export async function deleteRunObjects(
  store: Store,
  name: BackupName,
  options: RunDeletionOptions,
): Promise<Deletion> {
  const sum = { objects: 0, bytes: 0, locked: 0 }
  let lockedUntil: Date | undefined
  // What lies outside goes before its claims in `data/`, so that a deletion that dies in between finds it again.
  const [wraps, ...rest] = objectsOfRun(store, name)
  for (const listing of [wraps ?? [], options.outside ?? [], ...rest]) {
    await forEachBounded(listing, atOnce, async (object) => {
      const lock = await lockOrDelete(store, object, options)
      if (lock) {
        sum.locked += 1
        lockedUntil = later(lockedUntil, lock.until)
        return
      }
      sum.objects += 1
      sum.bytes += object.bytes
    })
  }
  return { ...sum, ...(lockedUntil && { lockedUntil }) }
}

/** Deletes an object, or says that the store locks it, and until when where this role may see that. */
async function lockOrDelete(
  store: Store,
  object: StoredObject,
  options: DeletionOptions,
): Promise<{ readonly until?: Date } | undefined> {
  const { retainUntil } = object
  if (retainUntil !== undefined && retainUntil > options.now) return { until: retainUntil }
  try {
    await deleteObject(store, object, options)
    return undefined
  } catch (error) {
    if (!hasCode(error, 'held')) throw error
    // A listing does not show locks, and a look at the object may not be allowed.
    const seen = await store.stat(object.key).catch(() => undefined)
    return { ...(seen?.retainUntil && { until: seen.retainUntil }) }
  }
}

function later(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a
}

/** Deletes exactly the version that was listed. */
export async function deleteObject(
  store: Store,
  object: StoredObject,
  { signal, assertHeld, onDeleted }: DeletionOptions,
): Promise<void> {
  signal.throwIfAborted()
  assertHeld()
  await store.delete(object.key, object.versionId === undefined ? {} : { versionId: object.versionId })
  onDeleted?.(object)
}

/** Whether the backup is under a hold at this store; asks by listing, so that what is unreadable holds too. */
export async function isHeld(store: Store, { job, id }: BackupName): Promise<boolean> {
  return (await findObject(store, holdKey(job, id))) !== undefined
}

function heldError(store: Store, job: string, id: string): HoldfastError {
  return new HoldfastError('held', `backup ${id} of ${job} is held`, {
    hint: `Run \`holdfast release ${id}\` first if it may go.`,
    context: { job, id, destination: store.name },
  })
}
