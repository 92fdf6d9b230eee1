import { z } from 'zod'
import type { PutCondition, Store, StoredObject } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'
import { jsonBytes } from './json.ts'
import { readIfPresent, sha256Of } from './object-io.ts'

const leaseRecord = z.object({
  owner: z.object({
    host: z.string(),
    pid: z.int().nonnegative(),
    startTime: z.string().optional(),
    machine: z.string().optional(),
    run: z.string().optional(),
  }),
  nonce: z.string().min(1),
  token: z.int().positive(),
  state: z.enum(['held', 'free']),
  beat: z.int().nonnegative(),
  since: z.string(),
})

const mostBytes = 64 * 1024

/** The content of a lease object. `since` is for people; nothing is decided by it. */
export type LeaseRecord = z.infer<typeof leaseRecord>

export interface SeenLease {
  readonly record: LeaseRecord
  readonly etag: string
}

/** Where the lease of a scope lies. */
export function leaseKey(scope: string): string {
  return `leases/${scope}.json`
}

/** Refuses scopes that are no plain key segment. */
export function checkScope(scope: string): void {
  if (/^[a-z0-9][a-z0-9._~-]{0,120}$/.test(scope)) return
  throw new HoldfastError('internal', 'not a lease scope', { context: { scope } })
}

/**
 * The record at a key, undefined where there is none. The etag is asked for first: it may be older than the record,
 * never newer, so that a condition on it fails where the two do not belong together.
 */
export async function readLease(
  store: Store,
  key: string,
  signal: AbortSignal,
): Promise<SeenLease | undefined> {
  const object = await store.stat(key)
  const body = object && (await readIfPresent(store, key, mostBytes, signal))
  return object && body && { record: parseLease(key, body), etag: object.etag }
}

function parseLease(key: string, body: Uint8Array): LeaseRecord {
  try {
    return leaseRecord.parse(JSON.parse(Buffer.from(body).toString('utf8')))
  } catch (cause) {
    throw new HoldfastError('object-damaged', 'lease object is not a lease', {
      hint: `Make sure that no run is active, then delete ${key} at the destination.`,
      context: { key },
      cause,
    })
  }
}

/** Writes a record, under a condition where one is given. */
export function writeLease(
  store: Store,
  key: string,
  record: LeaseRecord,
  options: { readonly signal: AbortSignal; readonly when?: PutCondition },
): Promise<StoredObject> {
  const body = jsonBytes(record)
  return store.put(key, body, { ...options, sha256: sha256Of(body) })
}
