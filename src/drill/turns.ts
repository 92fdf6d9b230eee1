import { isDue, isStale } from '../retention/due.ts'

/** How a job stands at a destination, as far as its turn to be verified goes. */
export interface Standing {
  /** Milliseconds; absent: each run verifies it. */
  readonly every?: number | undefined
  /** When the last verification that passed began. */
  readonly lastPass?: Date | undefined
  /** When the last one ended, however; also one that came to no verdict. */
  readonly lastAttempt?: Date | undefined
  /** The newest verdict is that it failed. */
  readonly failed?: boolean
}

/** Whether it is due: never passed, failed since, or last begun as long ago as `every` says, with the slack of backups. */
export function isTurn({ every, lastPass, failed }: Standing, now: Date): boolean {
  if (every === undefined || lastPass === undefined || failed === true) return true
  return isDue({ every, lastStart: lastPass, now })
}

/** Whether it is so late that `status` calls it unproven. */
export function isLate({ every, lastPass }: Standing, now: Date): boolean {
  return every !== undefined && isStale({ every, now, ...(lastPass && { lastSuccess: lastPass }) })
}

/**
 * Who comes first: what was never tried, then what was tried the longest ago. It goes by tries, not by passes: one that
 * fails, or takes up the whole budget, each time must not keep the others from theirs.
 */
export function inTurn<Item extends { readonly standing: Standing }>(items: readonly Item[]): Item[] {
  const tried = ({ standing: { lastAttempt, lastPass } }: Item) =>
    Math.max(
      lastAttempt?.getTime() ?? Number.NEGATIVE_INFINITY,
      lastPass?.getTime() ?? Number.NEGATIVE_INFINITY,
    )
  return items.toSorted((a, b) => {
    const [first, second] = [tried(a), tried(b)]
    return first === second ? 0 : first < second ? -1 : 1
  })
}
