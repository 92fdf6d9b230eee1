import { forEachBounded } from '../../catalog/bounded.ts'
import { dataPrefix } from '../../catalog/keys.ts'
import { findObject, hashStored } from '../../catalog/object-io.ts'
import type { ObjectReference } from '../../domain/manifest.ts'
import type { Store, StoredObject } from '../../domain/store.ts'
import { hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import type { Offer } from './offers.ts'
import type { SyncOptions } from './options.ts'
import type { Part } from './parts.ts'

/** What a destination has of a backup's objects. */
export interface Condition {
  readonly missing: readonly Part[]
  /** There, and not what was written. */
  readonly damaged: readonly Part[]
}

const atOnce = 4

/** Whether the stored bytes are those that were written; false also where there are none. */
export async function isWhole(
  store: Store,
  { key, bytes, sha256 }: ObjectReference,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const found = await hashStored(store, key, signal)
    return found.bytes === bytes && found.sha256 === sha256
  } catch (error) {
    if (hasCode(error, 'store-not-found', 'object-damaged')) return false
    throw error
  }
}

/** By size, and by hash where the listing tells one. */
function looksWhole(listed: StoredObject, { bytes, sha256 }: ObjectReference): boolean {
  return listed.bytes === bytes && (listed.sha256 === undefined || listed.sha256 === sha256)
}

/**
 * Compares a destination with the parts of a backup: by its listing, which needs no right to read data; with `checksum`
 * by reading what looks whole.
 */
export async function lookAt(
  context: CommandContext,
  store: Store,
  { entry }: Offer,
  parts: readonly Part[],
  depth: SyncOptions['depth'],
): Promise<Condition> {
  const { job, id } = entry
  const folder = `${dataPrefix(job, id)}/`
  const listed = new Map<string, StoredObject>()
  for await (const object of store.list(folder)) listed.set(object.key, object)
  const missing: Part[] = []
  const damaged: Part[] = []
  await forEachBounded(parts, atOnce, async (part) => {
    context.signal.throwIfAborted()
    const there = part.key.startsWith(folder) ? listed.get(part.key) : await findObject(store, part.key)
    if (there === undefined) missing.push(part)
    else if (!looksWhole(there, part)) damaged.push(part)
    else if (depth === 'checksum' && !(await isWhole(store, part, context.signal))) damaged.push(part)
  })
  const order = new Map(parts.map(({ key }, index) => [key, index]))
  const inOrder = (a: Part, b: Part) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0)
  return { missing: missing.sort(inOrder), damaged: damaged.sort(inOrder) }
}
