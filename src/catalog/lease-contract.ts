import type { Clock } from '../domain/clock.ts'
import type { Store } from '../domain/store.ts'
import type { LeaseOwner } from './lease-owner.ts'

/** Who holds a lease, for people. */
export interface LeaseHolder {
  readonly owner: LeaseOwner
  /** When it was acquired by the holder's own wall clock, ISO 8601. */
  readonly since: string
}

export interface Lease {
  readonly scope: string
  /** The name of the store that keeps it. */
  readonly store: string
  /**
   * Greater than that of every holder before; a write that carries it can be told from a late one. Without
   * `exclusive` only greater than those seen, and no fence.
   */
  readonly token: number
  /** False on a store without conditional writes: two holders are unlikely but possible, so deletion must refuse. */
  readonly exclusive: boolean
  /** Aborts with `lease-lost` as the reason once the lease is no longer surely held. */
  readonly signal: AbortSignal
  /** Throws `lease-lost` unless the lease is surely held at this moment. Call it right before what needs the lease. */
  assertHeld(): void
  /**
   * Resolves when the lease is surely held, waiting for the next acknowledged beat where the store was away. Throws
   * `lease-lost` when someone else has taken it, or no beat is acknowledged for 15 minutes.
   */
  confirm(signal: AbortSignal): Promise<void>
  /** The store's own time now, counted on from its last acknowledged beat. */
  storeTime(): Date
  /** Lets others in; idempotent, and tried for 5 s although the run's own signal has aborted. */
  release(): Promise<void>
}

export interface LeaseOptions {
  readonly clock: Clock
  readonly owner: LeaseOwner
  /** `wait` for the holder, `fail` with `busy`, or `skip`: return undefined. */
  readonly onBusy: 'wait' | 'fail' | 'skip'
  readonly signal: AbortSignal
  /**
   * For work that does no harm when two do it, up to a step before which it asks `confirm`: an outage of the store does
   * not abort `signal`; only that someone else took the lease does.
   */
  readonly ridesOutages?: boolean
  /** Milliseconds without a beat after which a holder counts as gone. */
  readonly ttlMs?: number
  /** Milliseconds between beats. */
  readonly beatMs?: number
  /** Milliseconds that `wait` waits before it fails with `busy`; absent: for ever. */
  readonly waitLimitMs?: number
  /** Called once for each holder that is waited for. */
  readonly onWait?: (holder: LeaseHolder) => void
  /** Whether an owner is a process of this machine that is gone; for tests. */
  readonly isDead?: (owner: LeaseOwner) => Promise<boolean>
}

/** The options of an acquisition with their defaults filled in. */
export interface LeaseSettings extends LeaseOptions {
  readonly store: Store
  readonly scope: string
  readonly ttlMs: number
  readonly beatMs: number
  /** A holder trusts its last good beat for so long. */
  readonly heldMs: number
  /** Between two looks at a lease that someone else holds. */
  readonly pollMs: number
  readonly isDead: (owner: LeaseOwner) => Promise<boolean>
}
