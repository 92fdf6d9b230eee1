import { readBack, seeInListing } from '../../catalog/acknowledge.ts'
import { findObject } from '../../catalog/object-io.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { createPart, isStreamed } from './create.ts'
import { isWhole } from './look-at.ts'
import type { Part } from './parts.ts'
import { fetchWhole } from './sources.ts'

/** What was done to an object: `replaced` by compare-and-swap, `recreated` by deleting it (every version) first. */
export type Mended = 'created' | 'replaced' | 'recreated' | 'was-whole'

/** What the mended object is now, by reading it; by the store's word where it enforces hashes and reading is not allowed. */
async function acknowledge(context: CommandContext, target: Store, part: Part): Promise<void> {
  await seeInListing(target, [part], context)
  try {
    await readBack(target, [part], context.signal)
  } catch (error) {
    const mayNotRead = hasCode(error, 'store-unreachable') && !error.retryable
    if (!mayNotRead || !target.features.enforcesSha256 || isStreamed(part)) throw error
  }
}

async function deleteThere(target: Store, key: string): Promise<void> {
  try {
    await target.delete(key)
  } catch (error) {
    if (!hasCode(error, 'held', 'store-unwritable')) throw error
    throw new HoldfastError(
      error.code,
      `${target.name} does not let the damaged ${key} be deleted: ${error.message}`,
      {
        hint: target.features.versions
          ? 'On a bucket with versions the oldest one counts, so the damaged one has to go: sync with the cleanup role or better, once no lock holds it.'
          : 'Sync with a role that may delete at this destination.',
        context: { ...error.context, key, destination: target.name },
        cause: error,
      },
    )
  }
}

async function put(
  context: CommandContext,
  target: Store,
  sources: readonly Store[],
  part: Part,
): Promise<Mended> {
  const there = await findObject(target, part.key)
  if (there === undefined) {
    await createPart(context, target, sources, part)
    return 'created'
  }
  const { signal } = context
  if (there.bytes === part.bytes && (await isWhole(target, part, signal))) return 'was-whole'
  const { compareAndSwap, versions } = target.features
  if (isStreamed(part)) {
    await deleteThere(target, part.key)
    await createPart(context, target, sources, part)
    return 'recreated'
  }
  // Before anything is taken away: the bytes that come in its place, compared with their hash.
  const body = part.body ?? (await fetchWhole(context, sources, part))
  if (compareAndSwap && !versions) {
    await target.put(part.key, body, { signal, sha256: part.sha256, when: { etag: there.etag } })
    return 'replaced'
  }
  await deleteThere(target, part.key)
  await createPart(context, target, sources, { ...part, body })
  return 'recreated'
}

/**
 * Makes an object what it was written as. What is there is compared with its hash before, what is there then after.
 * Errors: `object-damaged` where no source has a good one; `held` where a lock keeps the damaged one; `store-lied`.
 */
export async function mend(
  context: CommandContext,
  target: Store,
  sources: readonly Store[],
  part: Part,
): Promise<Mended> {
  const how = await put(context, target, sources, part)
  if (how !== 'was-whole') await acknowledge(context, target, part)
  return how
}
