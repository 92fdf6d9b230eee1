import type { Clock } from '../../src/domain/clock.ts'

interface Sleeper {
  readonly at: number
  wake(): void
}

/** A clock that moves only when told to; what sleeps is woken at its time, in order. */
export interface ManualClock extends Clock {
  /** Moves on, waking sleepers one by one and letting them run before the next. */
  advance(milliseconds: number): Promise<void>
  /** Moves on without waking anyone, as time does for a process that is frozen. */
  jump(milliseconds: number): void
}

/** Lets everything that waits for nothing but the event loop go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** A manual clock; `start` is what `now()` says at first. */
export function createManualClock(start = new Date('2026-11-21T10:00:00Z')): ManualClock {
  const sleepers = new Set<Sleeper>()
  let passed = 0
  return {
    now: () => new Date(start.getTime() + passed),
    monotonic: () => passed,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const sleeper = {
          at: passed + milliseconds,
          wake() {
            sleepers.delete(sleeper)
            signal?.removeEventListener('abort', onAbort)
            resolve()
          },
        }
        const onAbort = () => {
          sleepers.delete(sleeper)
          reject(signal?.reason)
        }
        signal?.addEventListener('abort', onAbort, { once: true })
        sleepers.add(sleeper)
      }),
    jump(milliseconds) {
      passed += milliseconds
    },
    async advance(milliseconds) {
      const end = passed + milliseconds
      await settle()
      for (;;) {
        const next = [...sleepers].sort((a, b) => a.at - b.at)[0]
        if (!next || next.at > end) break
        passed = Math.max(passed, next.at)
        next.wake()
        await settle()
      }
      passed = end
    },
  }
}
