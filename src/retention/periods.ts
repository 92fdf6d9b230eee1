import { dayNumberOf, dayText, type LocalTime, lastDayOf } from './calendar.ts'

export type PeriodKind = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly'

/** Where weeks and months end. */
export interface PeriodEnds {
  /** Last day of a week; 0 is Sunday. */
  readonly weekDay: number
  /** Last day of a month; a month that is shorter ends with its own last day, as all do where it is absent. */
  readonly monthDay?: number
}

const two = (n: number) => String(n).padStart(2, '0')

function hour(time: LocalTime): string {
  // The offset tells the two hours apart that share a name when clocks go back.
  const minutes = Math.abs(time.offsetMinutes)
  const sign = time.offsetMinutes < 0 ? '-' : '+'
  const offset = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return `${dayText(time.dayNumber)} ${two(time.hour)}:00${offset}`
}

function week(time: LocalTime, weekDay: number): string {
  return `week to ${dayText(time.dayNumber + ((weekDay - time.weekDay + 7) % 7))}`
}

function month(time: LocalTime, monthDay: number | undefined): string {
  if (monthDay === undefined) return `${time.year}-${two(time.month)}`
  const end = Math.min(monthDay, lastDayOf(time.year, time.month))
  if (time.day <= end) return `month to ${dayText(dayNumberOf(time.year, time.month, end))}`
  const next = Math.min(monthDay, lastDayOf(time.year, time.month + 1))
  return `month to ${dayText(dayNumberOf(time.year, time.month + 1, next))}`
}

/**
 * The name of the calendar period that a local time falls into: equal for all moments of one period, different for
 * any other, and fit to be shown (`2026-11-18`, `week to 2026-11-22`, `2026-11`, `month to 2026-12-01`, `2026`).
 */
export function periodOf(kind: PeriodKind, time: LocalTime, ends: PeriodEnds): string {
  switch (kind) {
    case 'hourly':
      return hour(time)
    case 'daily':
      return dayText(time.dayNumber)
    case 'weekly':
      return week(time, ends.weekDay)
    case 'monthly':
      return month(time, ends.monthDay)
    case 'yearly':
      return String(time.year)
  }
}

/**
 * The template word `{tier}`: `monthly` on the day that closes a month, else `weekly` on the day that closes a week,
 * else `daily`.
 */
export function tierOf(time: LocalTime, ends: PeriodEnds): 'monthly' | 'weekly' | 'daily' {
  const last = lastDayOf(time.year, time.month)
  if (time.day === Math.min(ends.monthDay ?? last, last)) return 'monthly'
  return time.weekDay === ends.weekDay ? 'weekly' : 'daily'
}
