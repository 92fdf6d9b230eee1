const hour = 3_600_000

/** Those of some moments that are not more than an hour ahead of `now`; all of them where none is: still better than none. */
export function credible<T>(items: readonly T[], timeOf: (item: T) => Date, now: Date): readonly T[] {
  const believed = items.filter((item) => timeOf(item).getTime() <= now.getTime() + hour)
  return believed.length > 0 ? believed : items
}

/**
 * Whether a job should start: its last start is older than `every` less 10 %, at most 2 h, so that a schedule of the
 * same interval does not miss every other run by seconds. A start dated more than an hour ahead is not believed.
 * All spans in milliseconds.
 */
export function isDue({ every, lastStart, now }: { every: number; lastStart?: Date; now: Date }): boolean {
  if (!lastStart) return true
  const age = now.getTime() - lastStart.getTime()
  return age < -hour || age >= every - Math.min(every / 10, 2 * hour)
}

/**
 * Whether the last success is too old: more than `every` and `grace` together (milliseconds; absent: a quarter of
 * `every`), or there is none. A success dated more than an hour ahead is not believed.
 */
export function isStale(options: { every: number; grace?: number; lastSuccess?: Date; now: Date }): boolean {
  const { every, grace = every / 4, lastSuccess, now } = options
  if (!lastSuccess) return true
  const age = now.getTime() - lastSuccess.getTime()
  return age < -hour || age > every + grace
}
