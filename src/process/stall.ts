import { systemClock } from './clock.ts'

export interface StallWatch {
  /** Somebody waits for data, or takes it. */
  moves(): void
  /** Nobody takes what is there. */
  stands(): void
  /** Nothing can stall any more. */
  end(): void
}

/** Calls `onStall` once what is there has not been taken for `milliseconds`; one timer, however often it stands and moves. */
export function watchStall(milliseconds: number, onStall: () => void): StallWatch {
  const ended = new AbortController()
  let standingSince: number | undefined
  const watch = async (): Promise<void> => {
    for (;;) {
      const now = systemClock.monotonic()
      const left = standingSince === undefined ? milliseconds : standingSince + milliseconds - now
      if (left <= 0) return onStall()
      await systemClock.sleep(left, ended.signal)
    }
  }
  watch().catch(() => undefined)
  return {
    moves() {
      standingSince = undefined
    },
    stands() {
      standingSince ??= systemClock.monotonic()
    },
    end: () => ended.abort(),
  }
}
