import { z } from 'zod'
import type { Store } from '../domain/store.ts'
import { checkShape, jsonBytes, parseJson } from './json.ts'
import { type BackupName, branchPrefix, holdKey } from './keys.ts'
import { createObject, readObject } from './object-io.ts'
import { parseHoldKey } from './parse-keys.ts'

const schema = z.object({
  placed: z.iso.datetime(),
  reason: z.string().exactOptional(),
  by: z.string().exactOptional(),
})

/** Why a backup is never pruned until it is released. */
export interface Hold {
  readonly placed: Date
  readonly reason?: string
  readonly by?: string
}

/** Places a hold. False when the backup was held already: the first hold stays as it is. */
export async function placeHold(
  store: Store,
  job: string,
  id: string,
  hold: Hold,
  signal: AbortSignal,
): Promise<boolean> {
  const body = jsonBytes({ ...hold, placed: hold.placed.toISOString() })
  return (await createObject(store, holdKey(job, id), body, signal)) !== undefined
}

/** Ends a hold; succeeds where there is none. */
export async function releaseHold(store: Store, job: string, id: string): Promise<void> {
  await store.delete(holdKey(job, id))
}

/** The backups that are held. Their key alone says so: needs only the right to list. */
export async function listHolds(store: Store, job?: string): Promise<BackupName[]> {
  const held: BackupName[] = []
  for await (const { key } of store.list(branchPrefix('holds', job))) {
    const name = parseHoldKey(key)
    if (name) held.push(name)
  }
  return held
}

/** Errors: `store-not-found` for a backup that is not held, `object-damaged`. */
export async function readHold(store: Store, job: string, id: string, signal: AbortSignal): Promise<Hold> {
  const key = holdKey(job, id)
  const naming = { code: 'object-damaged', what: 'the hold', key } as const
  const stored = checkShape(
    schema,
    parseJson(await readObject(store, key, 64 * 1024, signal), naming),
    naming,
  )
  return { ...stored, placed: new Date(stored.placed) }
}
