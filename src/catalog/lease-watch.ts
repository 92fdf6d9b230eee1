import { busy } from './lease-busy.ts'
import type { LeaseSettings } from './lease-contract.ts'
import { isLocalOwner } from './lease-owner.ts'
import type { LeaseRecord, SeenLease } from './lease-record.ts'

/** What an observer makes of a lease that someone else holds. */
export type Verdict = 'gone' | 'alive' | 'unknown'

export type Watch = (key: string, seen: SeenLease) => Promise<Verdict>

/** Judges holders by what this observer itself has seen of their objects, never by their clocks. */
export function watchHolders({ clock, ttlMs, isDead }: LeaseSettings): Watch {
  const sightings = new Map<string, { etag: string; since: number }>()
  return async (key, { record, etag }) => {
    const last = sightings.get(key)
    if (last?.etag !== etag) sightings.set(key, { etag, since: clock.monotonic() })
    if (await isDead(record.owner)) return 'gone'
    if (last?.etag === etag && clock.monotonic() - last.since >= ttlMs) return 'gone'
    if (last && last.etag !== etag) return 'alive'
    // This process may have lost a lease of its own without being able to free it: that one it has to watch.
    const another = record.owner.pid !== process.pid && (await isLocalOwner(record.owner))
    return another ? 'alive' : 'unknown'
  }
}

/** Decides what to do about a living holder: pauses for the next look, returns false to skip, or throws `busy`. */
export function createPatience(
  settings: LeaseSettings,
): (holder: LeaseRecord, verdict: Verdict) => Promise<boolean> {
  const { clock, onBusy, onWait, scope, signal, waitLimitMs, pollMs } = settings
  const start = clock.monotonic()
  const announced = new Set<string>()
  return async (holder, verdict) => {
    let pause = pollMs
    if (onBusy === 'skip' && verdict === 'alive') return false
    if (onBusy === 'fail' && verdict === 'alive') throw busy(scope, holder)
    if (onBusy === 'wait') {
      const waited = clock.monotonic() - start
      if (waitLimitMs !== undefined && waited >= waitLimitMs) throw busy(scope, holder, waited)
      if (waitLimitMs !== undefined) pause = Math.min(pause, waitLimitMs - waited)
      if (!announced.has(holder.nonce)) onWait?.(holder)
      announced.add(holder.nonce)
    }
    await clock.sleep(pause, signal)
    return true
  }
}
