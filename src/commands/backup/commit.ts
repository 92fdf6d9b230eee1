import { commitBackup } from '../../catalog/commit.ts'
import type { CatalogueEntry } from '../../catalog/entry.ts'
import { manifestKey } from '../../catalog/keys.ts'
import type { Lease } from '../../catalog/lease.ts'
import type { ObjectReference } from '../../domain/manifest.ts'
import type { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { Destination } from '../repository/destination.ts'
import { relockAncestors } from './keep-locked.ts'

/** What every destination got, and where committing failed. */
export interface Committed {
  readonly done: readonly string[]
  readonly failed: ReadonlyMap<string, HoldfastError>
}

/** Commits at each destination on its own: what one has acknowledged says nothing of another. */
export async function commitEverywhere(
  context: CommandContext,
  destinations: readonly Destination[],
  backup: {
    readonly job: string
    readonly id: string
    readonly manifest: Uint8Array
    readonly objects: readonly ObjectReference[]
    readonly ancestors: readonly CatalogueEntry[]
    readonly startedAt: Date
    readonly leases: readonly Lease[]
    /** Read every object back whole, whatever the store enforces. */
    readonly readBack: boolean
    readonly signal: AbortSignal
  },
): Promise<Committed> {
  const done: string[] = []
  const failed = new Map<string, HoldfastError>()
  for (const { name, store } of destinations) {
    try {
      // A lease may be in doubt after an outage of its store: nothing is listed before it is held again.
      const at = context.config.destination(name).leaseDestination ?? name
      await backup.leases.find((lease) => lease.store === at)?.confirm(backup.signal)
      await relockAncestors({ store }, backup.ancestors, backup.startedAt, {
        clock: context.clock,
        signal: backup.signal,
      })
      await commitBackup({
        store,
        job: backup.job,
        id: backup.id,
        manifest: backup.manifest,
        parents: backup.ancestors.map(({ job, id, manifestSha256 }) => ({
          key: manifestKey(job, id),
          sha256: manifestSha256,
        })),
        objects: backup.objects,
        enforced: store.features.enforcesSha256 && !backup.readBack,
        clock: context.clock,
        signal: backup.signal,
      })
      done.push(name)
    } catch (error) {
      backup.signal.throwIfAborted()
      failed.set(name, asHoldfastError(error))
    }
  }
  return { done, failed }
}
