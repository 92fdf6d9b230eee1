/** Of a line of a log, as Python's `logging` names them. */
export type LogLevel = 'INFO' | 'WARNING' | 'ERROR'

/** Turns lines into lines of a log. */
export type LogStamp = (lines: readonly string[], level: LogLevel) => string[]

function timeIn(timezone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return (moment) => `${format.format(moment)},${String(moment.getUTCMilliseconds()).padStart(3, '0')}`
}

/** `2026-11-26 03:00:00,123 - INFO - message`: what logs of a backup that the environment alone describes look like. */
export function createLogStamp(now: () => Date, timezone: string): LogStamp {
  const time = timeIn(timezone)
  return (lines, level) =>
    lines
      .filter((line) => line.trim() !== '')
      .map((line) => `${time(now())} - ${level} - ${line.trimStart()}`)
}
