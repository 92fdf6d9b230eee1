import type { Store } from '../domain/store.ts'
import { acquireAdvisory } from './lease-advisory.ts'
import type { Lease, LeaseOptions, LeaseSettings } from './lease-contract.ts'
import { acquireExclusive } from './lease-exclusive.ts'
import { isOwnerDead } from './lease-owner.ts'
import { checkScope } from './lease-record.ts'

export type { Lease, LeaseOptions } from './lease-contract.ts'

const defaultTtl = 60_000
const defaultBeat = 15_000

/**
 * Acquires the lease of a scope (`job~<name>`, `cleanup`) at a store, and keeps it by beats until it is released.
 *
 * With conditional writes the lease is one object, `leases/<scope>.json`, changed by compare-and-swap only and never
 * deleted. No wall clock is trusted: a holder counts as gone when its object stayed unchanged for `ttlMs` on this
 * observer's monotonic clock, or when it is a dead process of this machine. The holder counts too, from before each
 * beat was sent: a sixth of the time-to-live before others may take over, its `signal` aborts, unless it `ridesOutages`. Without conditional
 * writes there are lock objects, one a holder (see `lease-advisory.ts`), and `exclusive` is false.
 *
 * `fail` and `skip` answer at once for a living process of this machine. For any other holder they watch until its
 * next beat, at most `ttlMs`: else a runner that died would block a job for ever.
 *
 * Errors: `busy`, `object-damaged` (the lease object is not one), and what the store throws.
 */
export function acquireLease(
  store: Store,
  scope: string,
  options: LeaseOptions & { readonly onBusy: 'wait' | 'fail' },
): Promise<Lease>
export function acquireLease(store: Store, scope: string, options: LeaseOptions): Promise<Lease | undefined>
export async function acquireLease(
  store: Store,
  scope: string,
  options: LeaseOptions,
): Promise<Lease | undefined> {
  checkScope(scope)
  const ttlMs = options.ttlMs ?? defaultTtl
  const settings: LeaseSettings = {
    ...options,
    store,
    scope,
    ttlMs,
    beatMs: options.beatMs ?? Math.min(defaultBeat, ttlMs / 4),
    heldMs: ttlMs - ttlMs / 6,
    pollMs: Math.min(2_000, ttlMs / 10),
    isDead: options.isDead ?? isOwnerDead,
  }
  const { createOnly, compareAndSwap } = store.features
  return createOnly && compareAndSwap ? acquireExclusive(settings) : acquireAdvisory(settings)
}
