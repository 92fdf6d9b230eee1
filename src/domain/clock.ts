/** The only source of time. `Date.now`, `new Date()` without arguments and timers are banned elsewhere. */
export interface Clock {
  /** The wall clock, UTC; `HOLDFAST_NOW` replaces it for rehearsals. */
  now(): Date
  /** Milliseconds of a clock that never jumps; only differences mean anything. */
  monotonic(): number
  /** Resolves after `milliseconds`; rejects with the signal's reason when aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}
