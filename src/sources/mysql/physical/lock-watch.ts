import type { Clock } from '../../../domain/clock.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { noticeOf } from './messages.ts'

export interface LockWatch {
  /** To be called with every line that the tool logs. */
  line(text: string): void
  /** Whether the tool said that all is well. */
  completed(): boolean
  /** Milliseconds that writers waited. */
  lockedFor(): number
  end(): void
}

function tooLong(maxLock: number): HoldfastError {
  return new HoldfastError(
    'lock-too-long',
    `the hot copy locked writes out for more than ${Math.round(maxLock / 1000)} seconds and was ended`,
    {
      hint: 'Look at the destinations and at spool: of the job, move tables without transactions to InnoDB, or raise max-lock of the source.',
    },
  )
}

/**
 * Follows the log of a hot copy. `onLock` hears when writers begin to wait and when they go on; `onTooLong` gets the error
 * `lock-too-long` once that takes longer than `maxLock` milliseconds.
 */
export function watchLock(
  clock: Clock,
  maxLock: number,
  react: { onLock(locked: boolean): void; onTooLong(error: HoldfastError): void },
): LockWatch {
  let since: number | undefined
  let total = 0
  let completed = false
  let timer: AbortController | undefined
  const unlock = (): void => {
    timer?.abort()
    if (since === undefined) return
    total += clock.monotonic() - since
    since = undefined
    react.onLock(false)
  }
  const lock = (): void => {
    if (since !== undefined) return
    since = clock.monotonic()
    timer = new AbortController()
    react.onLock(true)
    clock.sleep(maxLock, timer.signal).then(
      () => react.onTooLong(tooLong(maxLock)),
      () => undefined,
    )
  }
  return {
    line(text) {
      const notice = noticeOf(text)
      if (notice === 'locked') lock()
      else if (notice === 'unlocked') unlock()
      else if (notice === 'completed') completed = true
    },
    completed: () => completed,
    lockedFor: () => total + (since === undefined ? 0 : clock.monotonic() - since),
    end: unlock,
  }
}
