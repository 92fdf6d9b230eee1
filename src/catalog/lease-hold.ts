import type { StoredObject } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'
import type { Lease, LeaseSettings } from './lease-contract.ts'
import type { LeaseRecord } from './lease-record.ts'

/** Writes the holder's next record in place of its last; undefined where the lease has become another's. */
export type WriteBeat = (
  next: LeaseRecord,
  last: StoredObject,
  signal: AbortSignal,
) => Promise<StoredObject | undefined>

interface Beat {
  readonly record: LeaseRecord
  readonly object: StoredObject
  /** The monotonic time before the write was sent: the store got it later, so counting from here is safe. */
  readonly sent: number
}

const releaseLimitMs = 5_000
const confirmLimitMs = 900_000
const silence = 'its beats did not reach the store in time'

/** Keeps an acquired lease alive: beats, watches the time since the last good one, releases. */
export function holdLease(settings: LeaseSettings, acquired: Beat, write: WriteBeat): Lease {
  const { clock, scope, heldMs, beatMs, pollMs, store } = settings
  const lost = new AbortController()
  const ended = new AbortController()
  let last = acquired
  let releasing: Promise<void> | undefined

  function lose(reason: string): void {
    lost.abort(leaseLost(settings, reason))
    ended.abort(lost.signal.reason)
  }

  function isFresh(): boolean {
    return clock.monotonic() - last.sent < heldMs
  }

  async function send(change: Pick<LeaseRecord, 'beat' | 'state'>, signal: AbortSignal): Promise<boolean> {
    const sent = clock.monotonic()
    const record = { ...last.record, ...change }
    const object = await write(record, last.object, signal)
    if (object) last = { record, object, sent }
    return object !== undefined
  }

  async function beat(): Promise<void> {
    let pause = beatMs
    while (!ended.signal.aborted) {
      await clock.sleep(pause, ended.signal)
      try {
        if (!(await send({ beat: last.record.beat + 1, state: 'held' }, ended.signal)))
          lose('someone else took it over')
        // A beat that took the time of an outage was sent too long ago to count.
        pause = isFresh() ? beatMs : pollMs
      } catch {
        // The store may be back in time for another try; if not, the watchdog below gives up.
        pause = pollMs
      }
    }
  }

  async function watchdog(): Promise<void> {
    if (settings.ridesOutages) return
    while (isFresh()) await clock.sleep(last.sent + heldMs - clock.monotonic(), ended.signal)
    lose(silence)
  }

  async function free(): Promise<void> {
    ended.abort()
    const limit = new AbortController()
    const done = new AbortController()
    const tooLate = clock.sleep(releaseLimitMs, done.signal).then(() => {
      limit.abort()
      throw new HoldfastError('timeout', `lease ${scope} was not released in time`, {
        hint: 'Nothing needs to be done: it lets go by itself once its beats are missed.',
        context: { scope, destination: store.name },
      })
    })
    const freed = Promise.all(tasks).then(() =>
      send({ beat: last.record.beat + 1, state: 'free' }, limit.signal),
    )
    try {
      await Promise.race([freed, tooLate])
    } finally {
      done.abort()
    }
  }

  function assertNotLost(): void {
    lost.signal.throwIfAborted()
    if (releasing) throw leaseLost(settings, 'it was released')
  }

  async function confirm(signal: AbortSignal): Promise<void> {
    const start = clock.monotonic()
    for (;;) {
      assertNotLost()
      if (isFresh()) return
      if (!settings.ridesOutages || clock.monotonic() - start > confirmLimitMs) lose(silence)
      else await clock.sleep(pollMs, signal)
    }
  }

  const tasks = [beat(), watchdog()].map((task) => task.catch(() => undefined))
  return {
    scope,
    store: store.name,
    token: acquired.record.token,
    exclusive: store.features.createOnly && store.features.compareAndSwap,
    signal: lost.signal,
    assertHeld() {
      assertNotLost()
      if (!isFresh()) lose(silence)
      lost.signal.throwIfAborted()
    },
    confirm,
    storeTime: () => new Date(last.object.modified.getTime() + Math.max(0, clock.monotonic() - last.sent)),
    release() {
      releasing ??= free()
      return releasing
    },
  }
}

function leaseLost({ scope, store }: LeaseSettings, reason: string): HoldfastError {
  return new HoldfastError('lease-lost', `lease ${scope} is lost: ${reason}`, {
    hint: 'Run again; if it happens again, look for a machine that was suspended or a slow link to the destination.',
    context: { scope, destination: store.name },
    retryable: true,
  })
}
