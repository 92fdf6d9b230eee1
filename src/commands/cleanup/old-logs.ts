import { type DeletionOptions, deleteObject } from '../../catalog/garbage-deletion.ts'
import { parseId } from '../../catalog/ids.ts'
import { branchPrefix } from '../../catalog/keys.ts'
import { parseLogKey } from '../../catalog/parse-keys.ts'
import type { Cleanable } from './plan.ts'

const life = 90 * 24 * 3_600_000

/**
 * Deletes logs of runs and drills that are older than 90 days and whose backup is gone, or never was; those of
 * verifications after 90 days in any case, since what was read back that long ago says nothing of today. Returns how many.
 */
export async function removeOldLogs(
  destination: Cleanable,
  job: string,
  deletion: DeletionOptions,
): Promise<number> {
  const { store, catalogue, storeNow } = destination
  const kept = new Set([...catalogue.points, ...catalogue.damaged].map(({ id }) => id))
  let removed = 0
  for await (const object of store.list(branchPrefix('logs', job))) {
    const name = parseLogKey(object.key)
    const made = name && (name.verify ?? parseId(name.id)?.createdAt)
    if (!name || !made || storeNow.getTime() - made.getTime() < life) continue
    if (name.verify === undefined && kept.has(name.id)) continue
    await deleteObject(store, object, deletion)
    removed += 1
  }
  return removed
}
