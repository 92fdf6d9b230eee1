import { wallClockFormat } from '../domain/wall-clock.ts'
import { HoldfastError } from '../errors/error.ts'

const day = 86_400_000

/** A moment on the wall clock of a time zone. */
export interface LocalTime {
  readonly year: number
  /** 1 is January. */
  readonly month: number
  readonly day: number
  readonly hour: number
  /** Days since 1970-01-01 on the local calendar; differences are calendar days, whatever daylight saving does. */
  readonly dayNumber: number
  /** 0 is Sunday. */
  readonly weekDay: number
  /** Minutes that the zone is ahead of UTC at this moment. */
  readonly offsetMinutes: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone)
  if (known) return known
  try {
    const made = wallClockFormat(timezone)
    formats.set(timezone, made)
    return made
  } catch (cause) {
    throw new HoldfastError('config-invalid', `unknown time zone ${timezone}`, {
      hint: 'Set `timezone` to a name of the IANA database, such as Europe/Berlin or UTC.',
      context: { timezone },
      cause,
    })
  }
}

/** The wall clock in `timezone` at `moment`. Throws `config-invalid` for a zone that does not exist. */
export function localTime(moment: Date, timezone: string): LocalTime {
  const text = formatOf(timezone).format(moment)
  const match = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(text)
  if (!match) throw new HoldfastError('internal', `unreadable local time ${text}`)
  const [month = 0, dayOfMonth = 0, year = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number)
  const midnight = Date.UTC(year, month - 1, dayOfMonth)
  const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000
  const dayNumber = midnight / day
  return {
    year,
    month,
    day: dayOfMonth,
    hour,
    dayNumber,
    weekDay: (((dayNumber + 4) % 7) + 7) % 7,
    offsetMinutes: Math.round((wall - Math.floor(moment.getTime() / 1000) * 1000) / 60_000),
  }
}

/** `2026-11-18` of a local day number. */
export function dayText(dayNumber: number): string {
  return new Date(dayNumber * day).toISOString().slice(0, 10)
}

/** The last day of a month; month 13 is January of the next year. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The local day number of a date. */
export function dayNumberOf(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / day
}
