import { chainOf } from '../../catalog/chains.ts'
import { commitBackup } from '../../catalog/commit.ts'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import { manifestKey, shreddedKey } from '../../catalog/keys.ts'
import { extendLocks } from '../../catalog/locks.ts'
import { findObject } from '../../catalog/object-io.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { isStreamed } from './create.ts'
import { type Offer, storesOf } from './offers.ts'
import type { Part, Parts } from './parts.ts'
import type { SyncRun } from './run.ts'

const day = 86_400_000

/** A backup whose keys are destroyed while it is being copied must not live on at the target. */
async function refuseShredded(stores: readonly Store[], { job, id }: CatalogueEntry): Promise<void> {
  for (const store of stores) {
    if (!(await findObject(store, shreddedKey(job, id)))) continue
    throw new HoldfastError('commit-conflict', `${id} has been shredded at ${store.name} meanwhile`, {
      hint: `Run \`holdfast shred ${id}\` again, so that its keys go at every destination.`,
      context: { id, destination: store.name },
    })
  }
}

/** Ancestors as the target has them, or is to have them from before in this run. */
function ancestorsOf({ target, offers }: SyncRun, entry: CatalogueEntry): CatalogueEntry[] {
  const known = new Map([
    ...[...offers.byId].map(([id, offer]) => [id, offer.entry] as const),
    ...target.catalogue.points.map((point) => [point.id, point] as const),
  ])
  return chainOf(entry.id, known.set(entry.id, entry)).slice(0, -1)
}

/** The last step of a copy, as of a backup: all acknowledged, all ancestors there, then the manifest. */
export async function commitCopy(
  run: SyncRun,
  offer: Offer,
  parts: Parts,
  objects: readonly Part[],
): Promise<void> {
  const { context, target, leases } = run
  const { clock, signal } = context
  const { entry } = offer
  const { store } = target
  await refuseShredded([store, ...storesOf(offer)], entry)
  const ancestors = ancestorsOf(run, entry)
  if (store.lockFor !== undefined && ancestors.length > 0) {
    await extendLocks(store, ancestors, new Date(clock.now().getTime() + store.lockFor + day), signal)
  }
  for (const lease of leases) await lease.confirm(signal)
  const tombstone = target.catalogue.tombstones.find(({ id }) => id === entry.id)?.object
  await commitBackup({
    store,
    job: entry.job,
    id: entry.id,
    manifest: parts.manifest.body ?? new Uint8Array(),
    parents: ancestors.map(({ job, id, manifestSha256: sha256 }) => ({ key: manifestKey(job, id), sha256 })),
    objects,
    ...(tombstone && { tombstone }),
    enforced: store.features.enforcesSha256 && !objects.some(isStreamed),
    clock,
    signal,
  })
}
