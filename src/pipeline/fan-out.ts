import { findObject } from '../catalog/object-io.ts'
import type { Clock } from '../domain/clock.ts'
import type { Store } from '../domain/store.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'
import type { BroadcastReader } from './broadcast.ts'
import { type Lane, stalled, unsupported } from './fan-out-lane.ts'

export interface FanOutOptions {
  readonly signal: AbortSignal
  readonly clock: Clock
  /** Milliseconds without one finished volume, while another destination has finished; 300,000 when absent. */
  readonly stallAfterMs?: number
  /** Of a run that goes on: objects may be there already, and one of the same size is taken for the same. */
  readonly mayExist?: boolean
  /** A destination failed and gets nothing more. */
  readonly onDropped: (name: string, error: unknown) => void
}

export interface FanOut {
  /** Stores one new object at every destination that is left. Rejects with the last error once none is left. */
  put(key: string, body: Uint8Array, sha256: string): Promise<void>
  /**
   * Stores one object from a stream at every destination that is left. `share` deals the stream out to that many
   * readers. A destination that fails is dropped; a stream is never retried.
   */
  putStream(
    key: string,
    share: (readers: number) => readonly BroadcastReader[],
    estimate?: number,
  ): Promise<void>
  /** Destinations that have received everything. */
  alive(): Store[]
  /** Bytes that each destination acknowledged, by name. */
  sent(): Map<string, number>
}

/** Whether a refused write met the same object: their keys hold a hash of what is in them. */
async function isThere(store: Store, key: string, bytes: number, error: unknown): Promise<boolean> {
  if (!hasCode(error, 'store-condition-failed')) return false
  return (await findObject(store, key).catch(() => undefined))?.bytes === bytes
}

/**
 * Stores each object at all destinations at once; the slowest holds the others back. One that fails, or finishes nothing
 * for `stallAfterMs` while another has (`store-stalled`), is dropped; a single destination may take its time.
 */
export function createFanOut(stores: readonly Store[], options: FanOutOptions): FanOut {
  const { signal, clock, stallAfterMs = 300_000, onDropped } = options
  const lanes = stores.map((store): Lane => {
    const abort = new AbortController()
    return { store, abort, sent: 0, progress: clock.monotonic(), dropped: false }
  })
  let lastError: unknown = new HoldfastError('internal', 'there is no destination to store at')
  const left = () => lanes.filter((lane) => !lane.dropped)

  function drop(lane: Lane, error: unknown): void {
    if (lane.dropped) return
    lane.dropped = true
    lastError = error
    lane.abort.abort(error)
    onDropped(lane.store.name, error)
  }

  async function putOne(lane: Lane, key: string, body: Uint8Array, sha256: string): Promise<boolean> {
    // A bucket's policy may let the backup role create and never replace.
    const when = lane.store.features.createOnly ? { when: { absent: true } as const } : {}
    try {
      await lane.store.put(key, body, {
        signal: AbortSignal.any([signal, lane.abort.signal]),
        sha256,
        ...when,
      })
    } catch (error) {
      signal.throwIfAborted()
      if (options.mayExist !== true || !(await isThere(lane.store, key, body.length, error))) {
        drop(lane, error)
        return false
      }
      lane.progress = clock.monotonic()
      return true
    }
    lane.sent += body.length
    lane.progress = clock.monotonic()
    return true
  }

  /** Drops the lane when it has made no progress for too long, counted from `since` at the earliest. */
  async function watch(lane: Lane, since: number, done: AbortSignal): Promise<void> {
    for (;;) {
      const idle = clock.monotonic() - Math.max(since, lane.progress)
      if (idle >= stallAfterMs) return drop(lane, stalled(lane.store.name, stallAfterMs))
      await clock.sleep(stallAfterMs - idle, done)
    }
  }

  async function put(key: string, body: Uint8Array, sha256: string): Promise<void> {
    signal.throwIfAborted()
    const targets = left()
    const watching = new AbortController()
    const done = AbortSignal.any([watching.signal, signal])
    const waiting = new Set(targets)
    let watched = false
    const puts = targets.map(async (lane) => {
      const stored = await putOne(lane, key, body, sha256)
      waiting.delete(lane)
      if (!stored || watched) return
      watched = true
      for (const other of waiting) watch(other, lane.progress, done).catch(() => undefined)
    })
    try {
      await Promise.all(puts)
    } finally {
      watching.abort()
    }
    // A store that was dropped meanwhile may have taken this object; it lacks others.
    if (left().length === 0) throw lastError
  }

  async function putStream(
    key: string,
    share: (readers: number) => readonly BroadcastReader[],
    estimate?: number,
  ): Promise<void> {
    signal.throwIfAborted()
    const targets = left()
    const bodies = share(targets.length)
    await Promise.all(
      targets.map(async (lane, index) => {
        const body = bodies[index]
        const options = {
          signal: AbortSignal.any([signal, lane.abort.signal]),
          when: { absent: true },
        } as const
        try {
          if (!lane.store.putStream || !body) throw unsupported(lane.store.name)
          const stored = await lane.store.putStream(key, body, {
            ...options,
            ...(estimate === undefined ? {} : { estimate }),
          })
          lane.sent += stored.bytes
        } catch (error) {
          signal.throwIfAborted()
          drop(lane, error)
        } finally {
          // A store that gave up without reading must not keep the others waiting.
          await body?.return()
        }
      }),
    )
    if (left().length === 0) throw lastError
  }

  return {
    put,
    putStream,
    alive: () => left().map(({ store }) => store),
    sent: () => new Map(lanes.map(({ store, sent }) => [store.name, sent])),
  }
}
