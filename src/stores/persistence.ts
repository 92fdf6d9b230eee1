import type { Clock } from '../domain/clock.ts'
import { HoldfastError } from '../errors/error.ts'

const quarterHour = 900_000

export interface RetryEvent {
  readonly error: HoldfastError
  /** 1 after the first failure. */
  readonly failures: number
  /** Milliseconds until the next attempt. */
  readonly delay: number
}

export interface RetryOptions {
  readonly clock: Clock
  /** From 0 up to 1, as Math.random. */
  readonly random: () => number
  /** Milliseconds after the first failure in which another attempt may begin; 15 minutes unless told. */
  readonly limit?: number
  /** Upper bound of the first delay in milliseconds; doubles with every failure. */
  readonly first?: number
  /** Upper bound of all delays in milliseconds. */
  readonly longest?: number
  /** Ends the waiting of calls that have no signal of their own. */
  readonly signal?: AbortSignal
  onRetry?(event: RetryEvent): void
}

export interface Persistence {
  /** Waits before the next attempt, or throws the error when it is final or the time is up. */
  after(error: unknown): Promise<void>
  /** Something went well: the patience starts anew. */
  progress(): void
}

/** Whether another attempt makes sense. */
export function isRetryable(error: unknown): error is HoldfastError {
  return error instanceof HoldfastError && error.retryable
}

/**
 * The patience of one call: exponential delays with full jitter, since many volumes fail at the same moment when a store
 * goes away, and must not come back at the same moment.
 */
export function createPersistence(options: RetryOptions, signal = options.signal): Persistence {
  const { clock, random, limit = quarterHour, first = 500, longest = 30_000 } = options
  let failures = 0
  let started = 0
  return {
    async after(error) {
      if (!isRetryable(error) || signal?.aborted) throw error
      if (failures === 0) started = clock.monotonic()
      const delay = random() * Math.min(longest, first * 2 ** failures)
      if (clock.monotonic() - started + delay > limit) throw error
      failures++
      options.onRetry?.({ error, failures, delay })
      await clock.sleep(delay, signal)
    },
    progress() {
      failures = 0
    },
  }
}

/** Repeats `attempt` until it succeeds, fails for good, or the patience ends. */
export async function persist<T>(persistence: Persistence, attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      await persistence.after(error)
    }
  }
}
