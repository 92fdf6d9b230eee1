import type { Store, StoredObject } from '../domain/store.ts'
import { type BackupName, claimsPrefix, isOutside } from './keys.ts'
import { findObject } from './object-io.ts'

/**
 * Whether a key outside of a backup's own folder must be left alone although this backup, or a dead run, lays claim to
 * it: another backup's manifest names it.
 */
export type Spared = (key: string, claimant: BackupName) => boolean | Promise<boolean>

/**
 * The objects that a run stored under names of its own choice, by the claims it laid to them before. A claim is not
 * believed blindly, since whoever may write can lay one: the key must be none of the format's, no other backup may
 * have it, and the object must be younger than the claim, or it was there before.
 */
export async function claimedObjects(
  store: Store,
  name: BackupName,
  isSpared: Spared,
): Promise<StoredObject[]> {
  const prefix = claimsPrefix(name.job, name.id)
  const found: StoredObject[] = []
  for await (const claim of store.list(prefix)) {
    const key = claim.key.slice(prefix.length)
    if (!isOutside(key) || (await isSpared(key, name))) continue
    const object = await findObject(store, key)
    if (object && object.modified >= claim.modified) found.push(object)
  }
  return found
}

/** The objects that a manifest names outside of its backup's own folder, and the `.sha256` that lies beside one. */
export async function namedObjects(
  store: Store,
  name: BackupName,
  keys: readonly string[],
  isSpared: Spared,
): Promise<StoredObject[]> {
  const found: StoredObject[] = []
  for (const key of keys) {
    if (!isOutside(key) || (await isSpared(key, name))) continue
    const beside = await findObject(store, checksumKey(key))
    const own = beside?.bytes === Buffer.byteLength(checksumLine(key, '0'.repeat(64))) ? beside : undefined
    found.push(...[await findObject(store, key), own].filter((object) => object !== undefined))
  }
  return found
}

/** Where the checksum of a single object lies. */
export function checksumKey(key: string): string {
  return `${key}.sha256`
}

/** More than any path makes of a line of `sha256sum`. */
const longestChecksum = 5000

/** The `.sha256` of `sha256sum` beside an object, whoever wrote it. */
export async function findChecksum(store: Store, key: string): Promise<StoredObject | undefined> {
  const found = await findObject(store, checksumKey(key))
  return found !== undefined && found.bytes <= longestChecksum ? found : undefined
}

/** What it holds: a line as `sha256sum --check` reads it. */
export function checksumLine(key: string, sha256: string): string {
  return `${sha256}  ${key.slice(key.lastIndexOf('/') + 1)}\n`
}
