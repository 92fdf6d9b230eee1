import { randomUUID } from 'node:crypto'
import type { Store, StoredObject } from '../domain/store.ts'
import type { Lease, LeaseSettings } from './lease-contract.ts'
import { holdLease } from './lease-hold.ts'
import { type LeaseRecord, readLease, writeLease } from './lease-record.ts'
import { createPatience, type Verdict, type Watch, watchHolders } from './lease-watch.ts'

interface Holder {
  readonly record: LeaseRecord
  readonly verdict: Verdict
}

/**
 * A lease on a store without conditional writes: each contender writes a lock object of its own,
 * `leases/<scope>/<nonce>.json`, waits, lists, and withdraws where another was there before. Of two that came at
 * once the lower nonce stays; one whose own write was slow withdraws in any case, since it may not have been seen.
 * Objects of holders that are gone or have let go are deleted where the role allows it and ignored otherwise.
 *
 * It is advisory: nothing keeps a very slow writer from believing that it was alone. Hence `exclusive: false`.
 */
export async function acquireAdvisory(settings: LeaseSettings): Promise<Lease | undefined> {
  const { clock, signal, pollMs } = settings
  const watch = watchHolders(settings)
  const patient = createPatience(settings)
  const prefix = `leases/${settings.scope}/`
  for (;;) {
    signal.throwIfAborted()
    const before = clock.monotonic()
    let { others, token } = await look(settings, prefix, watch)
    if (others.length === 0) {
      const nonce = randomUUID()
      const key = `${prefix}${nonce}.json`
      const sent = clock.monotonic()
      const record = newRecord(settings, nonce, token + 1)
      const object = await writeLease(settings.store, key, record, { signal })
      const wasSlow = clock.monotonic() - before > pollMs / 2
      await clock.sleep(pollMs, signal)
      others = (await look(settings, prefix, watch, nonce)).others.filter(
        (other) => wasSlow || other.record.beat > 0 || other.record.nonce < nonce,
      )
      if (others.length === 0)
        return holdLease(settings, { record, object, sent }, beatInto(settings.store, key))
      await withdraw(settings.store, key, record, signal)
      await clock.sleep(pollMs * Math.random(), signal)
    }
    const [holder] = others
    if (holder && !(await patient(holder.record, holder.verdict))) return undefined
  }
}

function newRecord({ clock, owner }: LeaseSettings, nonce: string, token: number): LeaseRecord {
  return { owner, nonce, token, state: 'held', beat: 0, since: clock.now().toISOString() }
}

/** The living holders besides `own`, and the greatest token seen. */
async function look(
  { store, signal }: LeaseSettings,
  prefix: string,
  watch: Watch,
  own?: string,
): Promise<{ others: Holder[]; token: number }> {
  const others: Holder[] = []
  let token = 0
  for await (const { key } of store.list(prefix)) {
    const seen = await readLease(store, key, signal)
    if (!seen || seen.record.nonce === own) continue
    token = Math.max(token, seen.record.token)
    const verdict = seen.record.state === 'free' ? 'gone' : await watch(key, seen)
    if (verdict === 'gone') await store.delete(key).catch(() => undefined)
    else others.push({ record: seen.record, verdict })
  }
  return { others, token }
}

function beatInto(store: Store, key: string) {
  return async (
    next: LeaseRecord,
    last: StoredObject,
    signal: AbortSignal,
  ): Promise<StoredObject | undefined> => {
    if (next.state === 'free') {
      await withdraw(store, key, next, signal)
      return last
    }
    // Whoever took this holder for gone has deleted its object; writing it again would make two.
    return (await store.stat(key)) && (await writeLease(store, key, next, { signal }))
  }
}

/** Deletes a lock object; where the role may not delete, it is marked as free instead. */
async function withdraw(store: Store, key: string, record: LeaseRecord, signal: AbortSignal): Promise<void> {
  try {
    await store.delete(key)
  } catch {
    await writeLease(store, key, { ...record, state: 'free' }, { signal })
  }
}
