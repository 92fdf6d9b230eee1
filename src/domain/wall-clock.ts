/**
 * Numbers of a wall clock in an IANA time zone, Gregorian, hours from 00 to 23: `MM/DD/YYYY, HH:MM:SS`.
 *
 * @throws RangeError for a zone that does not exist
 */
export function wallClockFormat(timezone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
}
