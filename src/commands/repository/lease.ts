import { acquireLease, type Lease } from '../../catalog/lease.ts'
import { currentOwner } from '../../catalog/lease-owner.ts'
import type { Store } from '../../domain/store.ts'
import { type CommandContext, tell } from '../context.ts'

export type OnBusy = 'wait' | 'fail' | 'skip'

/**
 * The lease of a job (`job~<name>`) at each of the stores, in their order, so that two runs cannot hold one another up
 * crosswise. Undefined with `skip` where somebody else holds one. Errors: `busy`; what is held already is let go.
 */
export async function leaseJob(
  context: CommandContext,
  job: string,
  stores: readonly Store[],
  onBusy: OnBusy,
): Promise<readonly Lease[] | undefined> {
  return leaseScope(context, `job~${job}`, stores, onBusy, { job, ridesOutages: true })
}

/** Like {@link leaseJob} for any scope. */
export async function leaseScope(
  context: CommandContext,
  scope: string,
  stores: readonly Store[],
  onBusy: OnBusy,
  { job, ridesOutages = false }: { readonly job: string; readonly ridesOutages?: boolean },
): Promise<readonly Lease[] | undefined> {
  const held: Lease[] = []
  try {
    for (const store of stores) {
      const lease = await acquireLease(store, scope, {
        clock: context.clock,
        owner: await currentOwner(context.identity.run?.url),
        onBusy,
        ridesOutages,
        signal: context.signal,
        onWait: (holder) =>
          tell(
            context,
            {
              severity: 'info',
              code: 'waiting-for-lease',
              message: `waiting for ${holder.owner.host} (process ${holder.owner.pid}), which holds ${scope} at ${store.name} since ${holder.since}`,
            },
            job,
          ),
      })
      if (lease === undefined) {
        await releaseAll(held)
        return undefined
      }
      held.push(lease)
    }
    return held
  } catch (error) {
    await releaseAll(held)
    throw error
  }
}

/** Lets every lease go, whatever happens to one of them. */
export async function releaseAll(leases: readonly Lease[]): Promise<void> {
  await Promise.allSettled(leases.map((lease) => lease.release()))
}

/** Aborts when the run does or when one of the leases is lost. */
export function whileHeld(signal: AbortSignal, leases: readonly Lease[]): AbortSignal {
  return AbortSignal.any([signal, ...leases.map((lease) => lease.signal)])
}
