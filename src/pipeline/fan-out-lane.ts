import type { Store } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'

/** One destination of a fan-out. */
export interface Lane {
  readonly store: Store
  readonly abort: AbortController
  sent: number
  /** When it last finished an object, on the monotonic clock. */
  progress: number
  dropped: boolean
}

/** The error of a destination that cannot take a stream. */
export function unsupported(name: string): HoldfastError {
  return new HoldfastError('store-unsupported', `${name} cannot store an object from a stream`, {
    hint: 'Use package: volumes for this destination.',
    context: { destination: name },
  })
}

/** The error of a destination that was dropped for holding the others back. */
export function stalled(name: string, milliseconds: number): HoldfastError {
  return new HoldfastError('store-stalled', `${name} held the other destinations back and was dropped`, {
    hint: 'Check the connection to this destination, then copy what it lacks with sync.',
    context: { destination: name, seconds: Math.round(milliseconds / 1000) },
    retryable: true,
  })
}
