import { z } from 'zod'
import type { Store, StoredObject } from '../domain/store.ts'
import { jsonBytes } from './json.ts'
import { manifestKey } from './keys.ts'
import { createObject } from './object-io.ts'

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
 * Undefined when something is there already: then the run must be left alone.
 */
export function createTombstone(
  store: Store,
  job: string,
  id: string,
  time: Date,
  signal: AbortSignal,
): Promise<StoredObject | undefined> {
  return createObject(store, manifestKey(job, id), encodeTombstone(time), signal)
}
