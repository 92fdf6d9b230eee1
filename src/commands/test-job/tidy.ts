import { descendantsOf } from '../../catalog/chains.ts'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import { deleteBackup, deleteObject } from '../../catalog/garbage-deletion.ts'
import { branchPrefix } from '../../catalog/keys.ts'
import { namedObjects } from '../../catalog/outside.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { createSpared } from '../cleanup/spared.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { type Destination, openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { destinationsOf } from '../repository/find.ts'
import { leaseJob, releaseAll, whileHeld } from '../repository/lease.ts'
import { leaseStores } from '../repository/lease-store.ts'
import { testTag } from './remember.ts'

export interface Tidied {
  readonly removed: readonly string[]
  readonly errors: readonly HoldfastError[]
}

function left(entry: CatalogueEntry, destination: string, why: string): HoldfastError {
  return new HoldfastError(
    'destination-failed',
    `the test backup ${entry.id} stays at ${destination}: ${why}`,
    {
      hint: 'Remove it with a role that may delete: it is tagged test, and counts as a backup until then.',
      context: { job: entry.job, id: entry.id, destination },
    },
  )
}

async function removeOne(
  context: CommandContext,
  destination: Destination,
  entry: CatalogueEntry,
  assertHeld: () => void,
): Promise<void> {
  const { store } = destination
  const { job, id } = entry
  const deletion = { now: context.clock.now(), signal: context.signal, assertHeld }
  const outside = await namedObjects(store, { job, id }, entry.outside, createSpared(context, destination))
  const { locked } = await deleteBackup(store, job, id, { ...deletion, outside })
  if (locked > 0) throw left(entry, destination.name, 'the store locks it')
  // A log without a manifest would look like a run that failed, a proof like one of a backup that is gone.
  for (const branch of ['logs', 'proofs'] as const) {
    for await (const object of store.list(`${branchPrefix(branch, job)}${id}`)) {
      await deleteObject(store, object, deletion)
    }
  }
}

async function tidyAt(
  context: CommandContext,
  job: string,
  name: string,
  since: Date,
): Promise<{ removed: string[]; errors: HoldfastError[] }> {
  const destination = await openDestination(context, name, 'write')
  const leases = (await leaseJob(context, job, await leaseStores(context, [destination]), 'wait')) ?? []
  const held = { ...context, signal: whileHeld(context.signal, leases) }
  const removed: string[] = []
  const errors: HoldfastError[] = []
  try {
    const { points } = await readEntries(held, destination, job, { proofs: false })
    for (const entry of points) {
      if (!entry.tags.includes(testTag) || entry.createdAt < since) continue
      if (descendantsOf(entry.id, points).length > 0) {
        errors.push(left(entry, name, 'another backup builds on it'))
        continue
      }
      await removeOne(held, destination, entry, () => {
        for (const lease of leases) lease.assertHeld()
      })
      removed.push(entry.id)
    }
  } finally {
    await releaseAll(leases)
  }
  return { removed, errors }
}

/** Removes the backups of a test that began at `since` from every destination: what could not go is an error each. */
export async function tidyUp(context: CommandContext, job: string, since: Date): Promise<Tidied> {
  const removed = new Set<string>()
  const errors: HoldfastError[] = []
  for (const name of destinationsOf(context, job)) {
    try {
      const at = await tidyAt(context, job, name, since)
      for (const id of at.removed) removed.add(id)
      errors.push(...at.errors)
    } catch (error) {
      if (!hasCode(error, 'repository-missing')) errors.push(asHoldfastError(error))
    }
  }
  return { removed: [...removed], errors }
}
