import { randomUUID } from 'node:crypto'
import type { PutCondition, StoredObject } from '../domain/store.ts'
import { hasCode } from '../errors/error.ts'
import type { Lease, LeaseSettings } from './lease-contract.ts'
import { holdLease } from './lease-hold.ts'
import { type LeaseRecord, leaseKey, readLease, writeLease } from './lease-record.ts'
import { createPatience, watchHolders } from './lease-watch.ts'

/** Only writes of this very holder can come between; more than a few mean that the store's etags are unreliable. */
const mostTries = 5

/** Acquires `leases/<scope>.json` by compare-and-swap; undefined where a living holder is to be skipped. */
export async function acquireExclusive(settings: LeaseSettings): Promise<Lease | undefined> {
  const { store, signal, scope } = settings
  const key = leaseKey(scope)
  const watch = watchHolders(settings)
  const patient = createPatience(settings)
  for (;;) {
    signal.throwIfAborted()
    const seen = await readLease(store, key, signal)
    if (seen?.record.state === 'held') {
      const verdict = await watch(key, seen)
      if (verdict !== 'gone') {
        if (await patient(seen.record, verdict)) continue
        return undefined
      }
    }
    const lease = await claim(settings, key, (seen?.record.token ?? 0) + 1, seen?.etag)
    if (lease) return lease
  }
}

async function claim(
  settings: LeaseSettings,
  key: string,
  token: number,
  etag: string | undefined,
): Promise<Lease | undefined> {
  const { clock, owner } = settings
  const record: LeaseRecord = {
    owner,
    nonce: randomUUID(),
    token,
    state: 'held',
    beat: 0,
    since: clock.now().toISOString(),
  }
  const sent = clock.monotonic()
  const object = await swap(settings, key, record, etag === undefined ? { absent: true } : { etag })
  if (!object) return undefined
  return holdLease(settings, { record, object, sent }, (next, last, signal) =>
    swap({ ...settings, signal }, key, next, { etag: last.etag }),
  )
}

/**
 * Writes under a condition; undefined where someone else wrote before. A write that was retried below may fail on
 * its own first try: then the object bears this record's nonce, and the write goes on from what is there.
 */
async function swap(
  { store, signal }: LeaseSettings,
  key: string,
  record: LeaseRecord,
  when: PutCondition,
): Promise<StoredObject | undefined> {
  let condition = when
  for (let tries = 1; ; tries++) {
    try {
      return await writeLease(store, key, record, { signal, when: condition })
    } catch (error) {
      if (!hasCode(error, 'store-condition-failed') || tries === mostTries) throw error
      const seen = await readLease(store, key, signal)
      if (seen?.record.nonce !== record.nonce) return undefined
      const object = await store.stat(key)
      if (object?.etag === seen.etag && isSame(seen.record, record)) return object
      condition = { etag: seen.etag }
    }
  }
}

function isSame(a: LeaseRecord, b: LeaseRecord): boolean {
  return a.state === b.state && a.beat === b.beat
}
