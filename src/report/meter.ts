import type { Event } from '../domain/event.ts'
import { ratioBar } from './bars.ts'
import { formatBytes, formatPercent, formatRate, plural } from './bytes.ts'
import { formatDuration } from './duration.ts'
import { printable } from './printable.ts'
import type { Style } from './style.ts'
import { displayWidth, truncate } from './width.ts'

export type ProgressEvent = Extract<Event, { type: 'progress' }>

const barWidth = 20
const smoothing = 3000

/** What is known of one stream that is on its way. Times are monotonic milliseconds. */
export interface Meter {
  readonly label: string
  readonly event: ProgressEvent
  readonly startedAt: number
  readonly updatedAt: number
  /** Bytes a second, smoothed over some seconds; undefined until there is something to go by. */
  readonly rate?: number
}

/** The meter after an event; `before` is undefined for the first of a stream. */
export function advance(before: Meter | undefined, event: ProgressEvent, at: number): Meter {
  const label = [...new Set([event.job, event.stream, event.phase])].map(printable).join(' ')
  if (!before || event.bytes < before.event.bytes) return { label, event, startedAt: at, updatedAt: at }
  const span = at - before.updatedAt
  if (span <= 0) return { ...before, event }
  const current = ((event.bytes - before.event.bytes) / span) * 1000
  const weight = 1 - Math.exp(-span / smoothing)
  const rate = before.rate === undefined ? current : before.rate + (current - before.rate) * weight
  return { label, event, startedAt: before.startedAt, updatedAt: at, rate }
}

function amounts({ event, rate }: Meter): string[] {
  const { bytes, total, files } = event
  const remaining = total === undefined ? 0 : total - bytes
  return [
    total === undefined ? formatBytes(bytes) : `${formatBytes(bytes)} of ${formatBytes(total)}`,
    ...(files === undefined ? [] : [plural(files, 'file')]),
    ...(rate === undefined ? [] : [formatRate(rate, 1000)]),
    ...(rate && remaining > 0 ? [`ETA ${formatDuration((remaining / rate) * 1000)}`] : []),
  ]
}

/** The line of a stream on a terminal: a bar where a total exists, bytes and elapsed time where none does. */
export function barLine(meter: Meter, style: Style, columns: number): string {
  const { total, bytes } = meter.event
  const known = total !== undefined && total > 0
  // An estimate may be too low: the bar then stays full, and nothing claims to be beyond 100 %.
  const ratio = known ? Math.min(1, bytes / total) : 0
  const elapsed = formatDuration(meter.updatedAt - meter.startedAt)
  const facts = known ? amounts(meter) : [...amounts(meter), elapsed]
  const percent = known ? `${formatPercent(ratio).padStart(5)}  ` : ''
  const tail = `${percent}${facts.join('  ')}`
  const label = truncate(meter.label, Math.max(8, columns - displayWidth(tail) - 2))
  const room = columns - displayWidth(label) - displayWidth(tail) - 3
  if (!known || room < 8) return truncate(`${label}  ${tail}`, columns)
  return `${style.bold(label)}  ${style.cyan(ratioBar(ratio, Math.min(barWidth, room)))} ${tail}`
}

/** The plain line that logs get every ten seconds. */
export function plainLine(meter: Meter): string {
  const { total, bytes } = meter.event
  const percent = total ? [formatPercent(Math.min(1, bytes / total))] : []
  const elapsed = formatDuration(meter.updatedAt - meter.startedAt)
  return `${meter.label}: ${[...percent, ...amounts(meter), `${elapsed} elapsed`].join(', ')}`
}

/** The line that stays when a stream has ended. */
export function doneLine(meter: Meter): string {
  const { bytes, files } = meter.event
  const elapsed = meter.updatedAt - meter.startedAt
  const count = files === undefined ? '' : `, ${plural(files, 'file')}`
  const rate = elapsed > 0 ? `, ${formatRate(bytes, elapsed)}` : ''
  return `${meter.label}: ${formatBytes(bytes)}${count} in ${formatDuration(elapsed)}${rate}`
}
