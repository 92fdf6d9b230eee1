import { acquireLease } from '../catalog/lease.ts'
import { currentOwner, isOwnerDead, type LeaseOwner } from '../catalog/lease-owner.ts'
import { leaseKey, readLease } from '../catalog/lease-record.ts'
import type { Store } from '../domain/store.ts'
import { type CommandContext, step } from './context.ts'
import { done, type Outcome } from './outcome.ts'
import { openStore } from './repository/destination.ts'
import { destinationsOf } from './repository/find.ts'
import { selectJobs } from './repository/select.ts'

function isSame(a: LeaseOwner, b: LeaseOwner): boolean {
  return a.machine !== undefined && a.machine === b.machine && a.pid === b.pid && a.startTime === b.startTime
}

/** Without conditional writes each holder has an object of its own: acquiring clears away those of the dead. */
async function isLeft(store: Store, scope: string, owner: LeaseOwner, signal: AbortSignal): Promise<boolean> {
  const { createOnly, compareAndSwap } = store.features
  if (!createOnly || !compareAndSwap) return true
  const seen = await readLease(store, leaseKey(scope), signal)
  return seen?.record.state === 'held' && isSame(seen.record.owner, owner)
}

/** Takes the lease over, which of a dead owner needs no waiting, and lets go of it. */
async function free(context: CommandContext, store: Store, scope: string): Promise<boolean> {
  const { clock, signal, identity } = context
  const owner = await currentOwner(identity.run?.url)
  const lease = await acquireLease(store, scope, { clock, owner, onBusy: 'skip', signal })
  await lease?.release()
  return lease !== undefined
}

/**
 * Frees the job leases that `owner`, a process of this machine, held when it was killed, so that nobody has to wait for
 * them to run out. Does nothing while it lives, and may be repeated. Errors: those of the stores.
 */
export async function releaseLeft(
  context: CommandContext,
  names: readonly string[],
  owner: LeaseOwner,
): Promise<Outcome> {
  const results: { job: string; destination: string }[] = []
  if (!(await isOwnerDead(owner))) return done(results)
  const { config, signal } = context
  for (const job of selectJobs(context, names)) {
    const places = new Set(
      destinationsOf(context, job).map((name) => config.destination(name).leaseDestination ?? name),
    )
    for (const destination of places) {
      const store = await openStore(context, destination, 'write')
      const scope = `job~${job}`
      if (!(await isLeft(store, scope, owner, signal)) || !(await free(context, store, scope))) continue
      step(context, `the lease of ${job} at ${destination} is free again`)
      results.push({ job, destination })
    }
  }
  return done(results)
}
