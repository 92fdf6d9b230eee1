import type { Store } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'
import { forEachBounded } from './bounded.ts'
import { objectsOfRun } from './garbage-runs.ts'
import { type BackupName, manifestKey } from './keys.ts'
import { readManifest } from './read-manifest.ts'

const atOnce = 16

async function objectKeys(store: Store, name: BackupName, signal: AbortSignal): Promise<string[]> {
  const keys: string[] = []
  for (const listing of objectsOfRun(store, name)) {
    for await (const { key } of listing) keys.push(key)
  }
  const { manifest } = await readManifest(store, name.job, name.id, { signal })
  // A single object may have a name outside the backup's own folder.
  const singles = manifest.streams.flatMap(({ object }) => object?.key ?? [])
  return [...new Set([...keys, ...singles, manifestKey(name.job, name.id)])]
}

/**
 * Keeps everything that backups consist of from deletion until then, where the store locks; longer locks stay. Needs the
 * right to list, to read manifests and to lock. Errors: the store's.
 */
export async function extendLocks(
  store: Store,
  backups: readonly BackupName[],
  until: Date,
  signal: AbortSignal,
): Promise<void> {
  if (store.retain === undefined) {
    throw new HoldfastError('store-unsupported', `${store.name} cannot lock what it holds`, {
      hint: 'Set object-lock for this destination, on a bucket with Object Lock.',
      context: { destination: store.name },
    })
  }
  const retain = store.retain.bind(store)
  for (const name of backups) {
    const keys = await objectKeys(store, name, signal)
    await forEachBounded(keys, atOnce, (key) => retain(key, until, { signal }))
  }
}
