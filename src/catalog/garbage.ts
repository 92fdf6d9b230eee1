import type { Store, StoredObject } from '../domain/store.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'
import {
  type Deletion,
  type DeletionOptions,
  deleteObject,
  deleteRunObjects,
  isHeld,
  type RunDeletionOptions,
} from './garbage-deletion.ts'
import { listRuns, objectsOfRun, type StoredRun } from './garbage-runs.ts'
import { type BackupName, manifestKey } from './keys.ts'
import { readIfPresent } from './object-io.ts'
import { createTombstone, parseTombstone, tombstoneLimit } from './tombstones.ts'

const hour = 3_600_000
const defaultGrace = 24 * hour
const tombstoneLife = 90 * 24 * hour

export interface GarbageOptions {
  /** One job only; absent: all. */
  readonly job?: string
  /** The store's own time (a lease's `storeTime()`), since it is compared with the store's times. */
  readonly now: Date
  /** Milliseconds that the newest object of a run must be old. */
  readonly graceMs?: number
  /**
   * The ids of all manifests listed *before* this call, damaged and untrusted ones included, tombstones not. What is
   * committed in between is younger than the grace.
   */
  readonly manifests: { has(id: string): boolean }
  readonly signal: AbortSignal
}

/**
 * Runs that died: objects under `data/`, `keys/` or `state/` without a manifest, none of them younger than the grace.
 * What an interrupted deletion left is found too. Proofs and logs are evidence and no garbage. A run under a hold has
 * `held` set: its manifest was taken away by someone, and {@link collectGarbage} leaves it alone.
 */
export async function* findGarbage(
  store: Store,
  options: GarbageOptions,
): AsyncGenerator<StoredRun, void, undefined> {
  const { job, now, graceMs = defaultGrace, manifests, signal } = options
  for await (const run of listRuns(store, job)) {
    signal.throwIfAborted()
    if (!manifests.has(run.id) && isOld(run.newest, now, graceMs)) yield run
  }
}

export interface CollectOptions extends RunDeletionOptions {
  readonly graceMs?: number
  /** The operator says that nothing else runs; needed on stores without create-only writes. */
  readonly exclusive?: boolean
}

export interface Collected extends BackupName, Deletion {
  /** `committed`: a manifest is there by now; `active`: it has young objects; `held`: it is under a hold. */
  readonly outcome: 'collected' | 'committed' | 'active' | 'held'
}

/**
 * Deletes a run that {@link findGarbage} named, after judging it once more. Its manifest key is taken by a tombstone
 * first, so that a late commit fails instead of listing half a backup. Errors: `exclusive-needed` on a store without
 * create-only writes, what `assertHeld` throws, and the store's.
 */
export async function collectGarbage(
  store: Store,
  { job, id }: BackupName,
  options: CollectOptions,
): Promise<Collected> {
  const name = { job, id }
  const nothing = { ...name, objects: 0, bytes: 0, locked: 0 }
  if (!store.features.createOnly && !options.exclusive) throw exclusiveNeeded(store)
  if (await isHeld(store, name)) return { ...nothing, outcome: 'held' }
  if (!(await isAllOld(store, name, options))) return { ...nothing, outcome: 'active' }
  options.signal.throwIfAborted()
  options.assertHeld()
  const placed = await createTombstone(store, job, id, options.now, options.signal)
  if (!placed && !(await isTombstone(store, name, options.signal)))
    return { ...nothing, outcome: 'committed' }
  return { ...name, ...(await deleteRunObjects(store, name, options)), outcome: 'collected' }
}

/**
 * Removes tombstones older than 90 days by the store's time, whose runs have nothing left. Each is read again before:
 * nothing but a tombstone is deleted. Returns how many went.
 */
export async function removeOldTombstones(
  store: Store,
  tombstones: Iterable<BackupName & { readonly object: StoredObject }>,
  options: DeletionOptions,
): Promise<number> {
  let removed = 0
  for (const { job, id, object } of tombstones) {
    if (!isOld(object.modified, options.now, tombstoneLife)) continue
    if (!(await isTombstone(store, { job, id }, options.signal))) continue
    if (!(await isEmpty(store, { job, id }))) continue
    await deleteObject(store, object, options)
    removed += 1
  }
  return removed
}

function isOld(time: Date, now: Date, age: number): boolean {
  return now.getTime() - time.getTime() >= age
}

async function isAllOld(store: Store, name: BackupName, options: CollectOptions): Promise<boolean> {
  for (const listing of [...objectsOfRun(store, name), options.outside ?? []]) {
    for await (const { modified } of listing) {
      if (!isOld(modified, options.now, options.graceMs ?? defaultGrace)) return false
    }
  }
  return true
}

async function isEmpty(store: Store, name: BackupName): Promise<boolean> {
  for (const listing of objectsOfRun(store, name)) {
    for await (const _object of listing) return false
  }
  return true
}

async function isTombstone(store: Store, { job, id }: BackupName, signal: AbortSignal): Promise<boolean> {
  try {
    const stored = await readIfPresent(store, manifestKey(job, id), tombstoneLimit, signal)
    return stored !== undefined && parseTombstone(stored) !== undefined
  } catch (error) {
    // Larger than any tombstone: a manifest.
    if (hasCode(error, 'object-damaged')) return false
    throw error
  }
}

function exclusiveNeeded(store: Store): HoldfastError {
  return new HoldfastError('exclusive-needed', `${store.name} cannot keep a late run from committing`, {
    hint: 'Run cleanup with --exclusive while no backup runs: this destination has no create-only writes.',
    context: { destination: store.name },
  })
}
