import type { Clock } from '../domain/clock.ts'

/** setTimeout overflows beyond a signed 32-bit number of milliseconds and would fire at once. */
const longestTimer = 2 ** 31 - 1

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}

/** The machine's time; the only place in the program that asks for it. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  async sleep(milliseconds, signal) {
    let left = milliseconds
    do {
      const step = Math.min(left, longestTimer)
      await pause(step, signal)
      left -= step
    } while (left > 0)
  },
}

/**
 * A clock that shows `date` now and goes on from there at the pace of `base`, for `HOLDFAST_NOW`.
 * Only the wall clock is moved: differences and pauses stay real.
 */
export function fixedClock(date: Date, base: Clock = systemClock): Clock {
  const start = base.monotonic()
  return {
    now: () => new Date(date.getTime() + Math.floor(base.monotonic() - start)),
    monotonic: () => base.monotonic(),
    sleep: (milliseconds, signal) => base.sleep(milliseconds, signal),
  }
}
