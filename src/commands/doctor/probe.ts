import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../../domain/clock.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Store } from '../../domain/store.ts'
import { hasCode } from '../../errors/error.ts'
import { asHoldfastError } from '../outcome.ts'

const drift = 3 * 60_000

interface Probe {
  readonly store: Store
  readonly signal: AbortSignal
  readonly key: string
}

const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest('hex')
const bodyOf = () => Buffer.from(JSON.stringify({ probe: randomUUID() }))

/** Whether `attempt` is refused with `store-condition-failed` or `store-checksum-mismatch`, as it must be. */
async function isRefused(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt()
    return false
  } catch (error) {
    if (hasCode(error, 'store-condition-failed', 'store-checksum-mismatch')) return true
    // The driver knows that its store has no such thing.
    if (hasCode(error, 'store-unsupported')) return false
    throw error
  }
}

function capability(name: string, works: boolean, without: string): Finding {
  return works
    ? { severity: 'ok', code: 'capability', message: name }
    : { severity: 'warning', code: 'capability-missing', message: `no ${name}`, hint: without }
}

/** The first swap must go through, the second meet another etag. */
async function swaps(put: () => Promise<unknown>): Promise<boolean> {
  try {
    await put()
  } catch (error) {
    if (hasCode(error, 'store-unsupported')) return false
    throw error
  }
  return isRefused(put)
}

async function tryConditions({ store, signal, key }: Probe): Promise<Finding[]> {
  const first = bodyOf()
  const { etag, modified } = await store.put(key, first, { signal, sha256: sha256(first) })
  const put = (when: { absent: true } | { etag: string }) => () => {
    const body = bodyOf()
    return store.put(key, body, { signal, sha256: sha256(body), when })
  }
  const createOnly = await isRefused(put({ absent: true }))
  const compareAndSwap = await swaps(put({ etag }))
  const wrong = bodyOf()
  const enforces = await isRefused(() => store.put(key, wrong, { signal, sha256: sha256(first) }))
  const there = await store.stat(key)
  return [
    capability(
      'create-only writes',
      createOnly,
      'A runner could overwrite backups: use versioning or Object Lock.',
    ),
    capability('compare-and-swap', compareAndSwap, 'Leases are advisory here: cleanup needs --exclusive.'),
    capability('SHA-256 checked on arrival', enforces, 'Every backup is read back whole before it counts.'),
    ...(there
      ? []
      : [{ severity: 'error', code: 'store-lied', message: 'what was written is not there' } as const]),
    { severity: 'info', code: 'store-time', message: `the store says it is ${modified.toISOString()}` },
  ]
}

async function tryRange({ store, signal, key }: Probe): Promise<Finding[]> {
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of await store.get(key, { signal, range: { offset: 1, length: 4 } }))
      chunks.push(chunk as Uint8Array)
    const works = Buffer.concat(chunks).length === 4
    return [capability('reading parts of objects', works, 'Restoring one file fetches whole volumes.')]
  } catch (error) {
    // A backup role may not read: that is as it should be.
    return [
      {
        severity: 'info',
        code: 'no-read',
        message: `reading is not allowed: ${asHoldfastError(error).message}`,
      },
    ]
  }
}

function clockFinding(modified: Date, now: Date): Finding {
  const off = Math.abs(modified.getTime() - now.getTime())
  return off < drift
    ? { severity: 'ok', code: 'clock', message: `clocks agree within ${Math.ceil(off / 1000)} s` }
    : {
        severity: 'warning',
        code: 'clock-drift',
        message: `this host's clock is ${Math.round(off / 1000)} s off the store's`,
        hint: 'Set the clock by NTP: ids, retention and leases rely on it.',
      }
}

/** What a thief of a key that writes cannot undo. A store that has neither says so by its roles, not here. */
export function keptFindings({ features: { versions, objectLock } }: Store): Finding[] {
  return [
    ...(versions ? [capability('versions of what is overwritten or deleted', true, '')] : []),
    ...(objectLock ? [capability('Object Lock on what is written', true, '')] : []),
  ]
}

/** One object for all that ever ask: a role that may not delete leaves it behind, and `leases/` may be overwritten. */
const key = 'leases/_doctor.json'

/** What a destination really can do, found out by trying it on one object under `leases/`. */
export async function probeStore(store: Store, clock: Clock, signal: AbortSignal): Promise<Finding[]> {
  const probe = { store, signal, key }
  try {
    const findings = await tryConditions(probe)
    const range = await tryRange(probe)
    const stored = await store.stat(key)
    return [
      ...findings,
      ...range,
      ...keptFindings(store),
      ...(stored ? [clockFinding(stored.modified, clock.now())] : []),
    ]
  } finally {
    await store.delete(key).catch(() => undefined)
  }
}
