import { acquireLease, type LeaseOptions } from '../../src/catalog/lease.ts'
import type { LeaseOwner } from '../../src/catalog/lease-owner.ts'
import type { Store } from '../../src/domain/store.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'
import { createManualClock, settle } from './manual-clock.ts'

export const ttl = 60_000

/** A process of another host. */
export function remote(host: string): LeaseOwner {
  return { host, pid: 812, run: `https://ci/${host}` }
}

/** A store, a clock that tests move, and contenders from hosts of their own. */
export function leaseScene(features: Parameters<typeof createMemoryStore>[1] = {}) {
  const clock = createManualClock()
  const store = createMemoryStore('offsite', features, clock)
  const contend = (host: string, options: Partial<LeaseOptions> = {}, at: Store = store) =>
    acquireLease(at, 'job~app', {
      clock,
      owner: remote(host),
      onBusy: 'wait',
      signal: new AbortController().signal,
      ...options,
    })
  const acquire = async (host: string, options: Partial<LeaseOptions> = {}, at: Store = store) => {
    const lease = contend(host, options, at)
    await clock.advance(5_000)
    const held = await lease
    if (!held) throw new Error(`${host} has no lease`)
    return held
  }
  const record = () =>
    JSON.parse(Buffer.from(store.objects.get('leases/job~app.json')?.body ?? '').toString())
  return { clock, store, contend, acquire, record }
}

/** What became of a promise so far. */
export function outcome<T>(promise: Promise<T>) {
  const seen: { value?: T; error?: unknown; done: boolean } = { done: false }
  promise.then(
    (value) => Object.assign(seen, { value, done: true }),
    (error) => Object.assign(seen, { error, done: true }),
  )
  return seen
}

export { settle }
