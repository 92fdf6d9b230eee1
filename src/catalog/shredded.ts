import { z } from 'zod'
import type { Store } from '../domain/store.ts'
import { jsonBytes } from './json.ts'
import { branchPrefix, shreddedKey } from './keys.ts'
import { createObject, readIfPresent } from './object-io.ts'
import { parseShreddedKey } from './parse-keys.ts'
import { listWraps } from './wraps.ts'

const schema = z.object({ shredded: z.iso.datetime(), by: z.string().exactOptional() })

/** Who destroyed a backup's keys, and when. */
export interface ShredMarker {
  readonly shredded: Date
  readonly by?: string
}

/** Marks a backup whose wraps are being deleted, so that `sync` never brings them back. False when it was marked. */
export async function markShredded(
  store: Store,
  job: string,
  id: string,
  marker: ShredMarker,
  signal: AbortSignal,
): Promise<boolean> {
  const body = jsonBytes({ ...marker, shredded: marker.shredded.toISOString() })
  return (await createObject(store, shreddedKey(job, id), body, signal)) !== undefined
}

/** The marker; undefined where there is none or it cannot be read as one: what counts is {@link listShredded}. */
export async function readShredMarker(
  store: Store,
  job: string,
  id: string,
  signal: AbortSignal,
): Promise<ShredMarker | undefined> {
  const stored = await readIfPresent(store, shreddedKey(job, id), 64 * 1024, signal)
  if (!stored) return undefined
  try {
    const { shredded, by } = schema.parse(JSON.parse(Buffer.from(stored).toString()))
    return { shredded: new Date(shredded), ...(by === undefined ? {} : { by }) }
  } catch {
    return undefined
  }
}

/** The ids that are marked, also those whose wraps are still there: locked, or a shredding that was interrupted. */
export async function listMarked(store: Store, job: string): Promise<Set<string>> {
  const marked = new Set<string>()
  for await (const { key } of store.list(branchPrefix('shredded', job))) {
    const name = parseShreddedKey(key)
    if (name) marked.add(name.id)
  }
  return marked
}

/**
 * The ids that are marked and have no wrap left. The marker alone proves nothing: whoever may write could else make
 * retention look away from good backups. Needs only the right to list.
 */
export async function listShredded(store: Store, job: string): Promise<Set<string>> {
  const shredded = new Set<string>()
  for (const id of await listMarked(store, job)) {
    if ((await listWraps(store, job, id)).length === 0) shredded.add(id)
  }
  return shredded
}
