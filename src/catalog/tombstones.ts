import { z } from 'zod'
import type { Store, StoredObject } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'
import { jsonBytes } from './json.ts'
import { manifestKey } from './keys.ts'
import { createObject, readIfPresent } from './object-io.ts'

const schema = z.strictObject({ tombstone: z.iso.datetime() })

/** Far more than a tombstone has; anything larger is none. */
export const tombstoneLimit = 200

/** The stored bytes of a tombstone. */
export function encodeTombstone(time: Date): Uint8Array {
  return jsonBytes({ tombstone: time.toISOString() })
}

/** When the tombstone was made; undefined for stored bytes that are none. */
export function parseTombstone(stored: Uint8Array): Date | undefined {
  if (stored.byteLength > tombstoneLimit) return undefined
  try {
    return new Date(schema.parse(JSON.parse(Buffer.from(stored).toString())).tombstone)
  } catch {
    return undefined
  }
}

/**
 * Takes the manifest key of a run that will not be committed any more, so that a late commit fails.
 * Undefined when something is there already: then the run must be left alone. Errors: `store-lied`.
 */
export async function createTombstone(
  store: Store,
  job: string,
  id: string,
  time: Date,
  signal: AbortSignal,
): Promise<StoredObject | undefined> {
  const key = manifestKey(job, id)
  const body = encodeTombstone(time)
  // Who may lock manifests may, at some stores, lift their locks as well: cleanup needs no such right.
  const created = await createObject(store, key, body, signal, { lock: false })
  if (created === undefined) return undefined
  const stored = await readIfPresent(store, key, tombstoneLimit, signal)
  if (stored && Buffer.compare(stored, body) === 0) return created
  // Cut short it would look like a damaged manifest for ever.
  await store.delete(key)
  throw new HoldfastError('store-lied', `${store.name} did not keep the tombstone ${key} as it was written`, {
    hint: 'Nothing of this run was deleted. Run `holdfast doctor` against this destination.',
    context: { key, destination: store.name },
  })
}
