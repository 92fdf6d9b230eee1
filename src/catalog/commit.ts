import type { Clock } from '../domain/clock.ts'
import type { ObjectReference } from '../domain/manifest.ts'
import type { Store, StoredObject } from '../domain/store.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'
import { readBack, seeInListing } from './acknowledge.ts'
import { manifestKey } from './keys.ts'
import { manifestLimit } from './manifest.ts'
import { createObject, findObject, readIfPresent, sha256Of } from './object-io.ts'
import { parseTombstone } from './tombstones.ts'

export interface CommitOptions {
  readonly store: Store
  readonly job: string
  readonly id: string
  /** The stored bytes, as `encodeManifest` made them. */
  readonly manifest: Uint8Array
  /** All ancestors' manifests with the SHA-256 of their stored bytes. */
  readonly parents: readonly Pick<ObjectReference, 'key' | 'sha256'>[]
  /** Everything that the run wrote and the manifest stands for: volumes, side objects, state, wraps. */
  readonly objects: readonly ObjectReference[]
  /** Whether the store is known to have refused what does not match its SHA-256; what is not is read back whole. */
  readonly enforced: boolean
  /**
   * The tombstone that was listed at the manifest's key: of a run that cleanup gave up here, and whose objects have all
   * been written anew under the job's lease. It is replaced where the store compares and swaps; where it keeps versions
   * the oldest would count, so the tombstone is deleted first.
   */
  readonly tombstone?: StoredObject
  readonly clock: Clock
  readonly signal: AbortSignal
}

/**
 * Turns a run into a backup, at one destination: every object acknowledged, all ancestors still there, then the
 * manifest created where nothing is, and seen in the listing. When it throws, the backup is not listed, unless the very
 * last look at the listing was what failed.
 *
 * Errors: `store-lied` (an object, or the manifest, is not what was written), `parent-missing`, `commit-conflict` (the
 * key holds a tombstone or another manifest), and the store's.
 */
export async function commitBackup(options: CommitOptions): Promise<StoredObject> {
  const { store, manifest, objects, signal } = options
  await seeInListing(store, objects, options)
  if (!options.enforced) await readBack(store, objects, signal)
  await checkParents(options)
  const key = manifestKey(options.job, options.id)
  const sha256 = sha256Of(manifest)
  if (!(await createManifest(options, key, sha256))) await expectOwn(options, key, sha256)
  await seeInListing(store, [{ key, bytes: manifest.byteLength }], options)
  if (!options.enforced) await readBack(store, [{ key, bytes: manifest.byteLength, sha256 }], signal)
  const stored = await findObject(store, key)
  if (stored) return stored
  throw new HoldfastError('store-lied', `${store.name} listed ${key} and does so no more`, {
    hint: 'Something deletes manifests at this destination while backups run; find out what.',
    context: { key, destination: store.name },
  })
}

async function createManifest(
  options: CommitOptions,
  key: string,
  sha256: string,
): Promise<StoredObject | undefined> {
  const { store, manifest, tombstone, signal } = options
  const { compareAndSwap, versions } = store.features
  if (tombstone !== undefined && versions) await deleteTombstone(options, key)
  if (tombstone === undefined || !compareAndSwap || versions)
    return createObject(store, key, manifest, signal)
  try {
    return await store.put(key, manifest, { signal, sha256, when: { etag: tombstone.etag } })
  } catch (error) {
    if (hasCode(error, 'store-condition-failed')) return undefined
    throw error
  }
}

/** Nothing but a tombstone is deleted; that takes a role which may delete. */
async function deleteTombstone({ store, signal }: CommitOptions, key: string): Promise<void> {
  const there = await readIfPresent(store, key, manifestLimit, signal)
  const since = there && parseTombstone(there)
  if (since === undefined) return
  try {
    await store.delete(key)
  } catch (error) {
    if (!hasCode(error, 'held', 'store-unwritable')) throw error
    throw new HoldfastError(
      'commit-conflict',
      `cleanup gave up this run at ${store.name} at ${since.toISOString()}, and its tombstone cannot be deleted here`,
      {
        hint: 'On a bucket with versions the oldest one counts: sync with a role that may delete there, or wait until cleanup takes the tombstone, after 90 days.',
        context: { key, destination: store.name },
        cause: error,
      },
    )
  }
}

async function checkParents({ store, parents, signal }: CommitOptions): Promise<void> {
  for (const { key, sha256 } of parents) {
    const stored = await readIfPresent(store, key, manifestLimit, signal)
    if (stored && sha256Of(stored) === sha256) continue
    throw new HoldfastError(
      'parent-missing',
      `the parent's manifest ${key} ${stored ? 'was replaced' : 'is gone'}`,
      {
        hint: 'Nothing was committed. Run the backup again: it will find another base, or be a full one.',
        context: { key, destination: store.name },
      },
    )
  }
}

/** A write whose answer was lost is tried again, and then meets itself. */
async function expectOwn({ store, signal }: CommitOptions, key: string, sha256: string): Promise<void> {
  const there = await readIfPresent(store, key, manifestLimit, signal)
  if (there && sha256Of(there) === sha256) return
  const tombstone = there && parseTombstone(there)
  throw new HoldfastError(
    'commit-conflict',
    tombstone
      ? `cleanup gave up this run at ${tombstone.toISOString()}: its objects are garbage`
      : `another manifest stands at ${key}`,
    {
      hint: tombstone
        ? 'Run the backup again. A run must not pause for longer than 24 hours.'
        : 'Run the backup again; should this come back, look for two runs that share an id.',
      context: { key, destination: store.name },
    },
  )
}
