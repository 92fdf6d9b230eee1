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

/** So many bytes, or of whatever else the event counts. */
function amountOf({ unit }: ProgressEvent, count: number): string {
  return unit === undefined ? formatBytes(count) : plural(count, unit)
}

function rateOf({ event, rate }: Meter): string | undefined {
  return rate === undefined || event.unit !== undefined ? undefined : formatRate(rate, 1000)
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

function timeLeft({ event: { bytes, total = 0 }, rate }: Meter): string | undefined {
  return rate && total > bytes ? `ETA ${formatDuration(((total - bytes) / rate) * 1000)}` : undefined
}

function present(parts: readonly (string | undefined)[]): string[] {
  return parts.filter((part) => part !== undefined)
}

/** Fields have fixed widths, so that the bar keeps its length while the numbers change. */
function barFacts(meter: Meter, columns: number): string {
  const { event } = meter
  const { bytes, total, files } = event
  const speed = rateOf(meter) ?? ''
  if (!total) {
    const elapsed = formatDuration(meter.updatedAt - meter.startedAt)
    const count = files === undefined ? undefined : plural(files, 'file')
    return present([amountOf(event, bytes), count, speed || undefined, elapsed]).join('  ')
  }
  // An estimate may be too low: then the bar is full, and nothing claims to be beyond 100 %.
  const percent = formatPercent(Math.min(1, bytes / total)).padStart(5)
  const whole = columns < 100 ? '' : ` of ${amountOf(event, total)}`
  const amount = `${amountOf(event, bytes).padStart(8)}${whole}`
  return [percent, amount, speed.padStart(10), (timeLeft(meter) ?? '').padEnd(15)].join('  ')
}

/** The line of a stream on a terminal: a bar where a total exists, bytes and elapsed time where none does. */
export function barLine(meter: Meter, style: Style, columns: number): string {
  const { total, bytes } = meter.event
  const tail = barFacts(meter, columns)
  const label = truncate(meter.label, Math.max(8, columns - displayWidth(tail) - 2))
  const room = columns - displayWidth(label) - displayWidth(tail) - 3
  if (!total || room < 8) return truncate(`${label}  ${tail}`.trimEnd(), columns)
  const bar = ratioBar(bytes / total, Math.min(barWidth, room))
  return `${style.bold(label)}  ${style.cyan(bar)} ${tail}`.trimEnd()
}

/** The plain line that logs get every ten seconds. */
export function plainLine(meter: Meter): string {
  const { bytes, total, files } = meter.event
  const facts = present([
    total ? formatPercent(Math.min(1, bytes / total)) : undefined,
    total
      ? `${amountOf(meter.event, bytes)} of ${amountOf(meter.event, total)}`
      : amountOf(meter.event, bytes),
    files === undefined ? undefined : plural(files, 'file'),
    rateOf(meter),
    timeLeft(meter),
    `${formatDuration(meter.updatedAt - meter.startedAt)} elapsed`,
  ])
  return `${meter.label}: ${facts.join(', ')}`
}

/** The line that stays when a stream has ended. */
export function doneLine(meter: Meter): string {
  const { bytes, files } = meter.event
  const elapsed = meter.updatedAt - meter.startedAt
  const count = files === undefined ? '' : `, ${plural(files, 'file')}`
  const rate = elapsed > 0 && meter.event.unit === undefined ? `, ${formatRate(bytes, elapsed)}` : ''
  return `${meter.label}: ${amountOf(meter.event, bytes)}${count} in ${formatDuration(elapsed)}${rate}`
}
