import type { Clock } from '../../src/domain/clock.ts'

export interface InstantClock extends Clock {
  /** The pauses asked for, in order, in milliseconds. */
  readonly slept: number[]
  advance(milliseconds: number): void
}

/** A clock on which every pause is over at once and has lasted as long as asked. */
export function createInstantClock(start = new Date('2026-11-21T12:00:00Z')): InstantClock {
  let elapsed = 0
  const slept: number[] = []
  return {
    slept,
    now: () => new Date(start.getTime() + elapsed),
    monotonic: () => elapsed,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      slept.push(milliseconds)
      elapsed += milliseconds
    },
    advance(milliseconds) {
      elapsed += milliseconds
    },
  }
}
