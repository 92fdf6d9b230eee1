import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'

export interface Deadline {
  /** Aborts with `timeout` as the reason. */
  readonly signal: AbortSignal
  /** Ends the wait; call it in any case. */
  clear(): void
}

/** A signal that aborts after `milliseconds`, by the clock that never jumps; never where there is no limit. */
export function deadline(context: CommandContext, what: string, milliseconds: number | undefined): Deadline {
  const late = new AbortController()
  const cleared = new AbortController()
  if (milliseconds !== undefined) {
    const error = new HoldfastError(
      'timeout',
      `${what} took longer than the ${milliseconds / 1000} s it has`,
      {
        hint: 'Raise the limit in the job, or find out what holds the source or the store back.',
      },
    )
    context.clock.sleep(milliseconds, cleared.signal).then(
      () => late.abort(error),
      () => undefined,
    )
  }
  return { signal: late.signal, clear: () => cleared.abort() }
}
