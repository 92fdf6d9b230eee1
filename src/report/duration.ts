const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const two = (n: number) => String(n).padStart(2, '0')

/** Milliseconds as a duration in at most two units: `0.9 s`, `12 s`, `2 min 05 s`, `1 h 12 min`, `3 d 4 h`. */
export function formatDuration(milliseconds: number): string {
  const whole = Math.max(0, milliseconds)
  if (whole < 9950) return `${(whole / 1000).toFixed(1)} s`
  const seconds = Math.round(whole / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`
  const hours = Math.round(minutes / 60)
  return `${Math.floor(hours / 24)} d ${hours % 24} h`
}

function amount(milliseconds: number): string {
  if (milliseconds < hour) return `${Math.floor(milliseconds / minute)} min`
  if (milliseconds < 2 * day) return `${Math.floor(milliseconds / hour)} h`
  return `${Math.floor(milliseconds / day)} d`
}

/** How long ago something was, in one unit, rounded down: `just now`, `5 min ago`, `3 h ago`, `12 d ago`, `in 2 h`. */
export function formatAge(milliseconds: number): string {
  if (Math.abs(milliseconds) < minute) return 'just now'
  return milliseconds < 0 ? `in ${amount(-milliseconds)}` : `${amount(milliseconds)} ago`
}

/** A span that somebody wrote, as he wrote it: `7 d`, `36 h`, `30 min`. */
export function formatSpan(milliseconds: number): string {
  for (const [unit, word] of [
    [day, 'd'],
    [hour, 'h'],
    [minute, 'min'],
  ] as const) {
    if (milliseconds >= unit && milliseconds % unit === 0) return `${milliseconds / unit} ${word}`
  }
  return formatDuration(milliseconds)
}

/** A moment by the minute, of an ISO 8601 time in UTC: `2026-11-18 01:00 UTC`. */
export function minuteOf(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`
}
