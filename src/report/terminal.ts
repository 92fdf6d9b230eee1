import type { Writable } from 'node:stream'
import type { Clock } from '../domain/clock.ts'
import type { Event, Reporter } from '../domain/event.ts'
import { formatDuration } from './duration.ts'
import { findingLines } from './finding-text.ts'
import { createLiveArea } from './live-area.ts'
import type { LogLevel, LogStamp } from './log-stamp.ts'
import { advance, barLine, doneLine, type Meter, type ProgressEvent, plainLine } from './meter.ts'
import { printable } from './printable.ts'
import { statusMark } from './status-word.ts'
import { createStyle, type Style, wantsColour } from './style.ts'
import { wrapLines } from './wrap-lines.ts'

export type Verbosity = 'quiet' | 'normal' | 'verbose'

export interface TerminalOptions {
  readonly stream: Writable & { readonly columns?: number }
  /** Whether the stream is a terminal: bars are drawn only there. */
  readonly isTerminal: boolean
  readonly clock: Clock
  readonly verbosity: Verbosity
  /** False: no bars and no progress lines at all. */
  readonly progress: boolean
  /** For `NO_COLOR`, `FORCE_COLOR` and `TERM`; the process's own where absent. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

export interface TerminalReporter extends Reporter {
  /** From now on lasting lines are lines of a log; bars stay bars. */
  stampWith(stamp: LogStamp): void
  /** Takes the bars away. Call it before anything else is written to the stream, and at the end; events may follow. */
  end(): void
}

const redrawEvery = 100
const lineEvery = 10_000
const barsShown = 8

function startLines(event: Extract<Event, { type: 'job-started' }>, style: Style): string {
  const level = event.level === undefined ? '' : `, ${event.level === 0 ? 'full' : `level ${event.level}`}`
  const parent = event.parent === undefined ? '' : ` on ${event.parent}`
  const id = event.id === undefined ? '' : ` ${style.dim(printable(event.id))}`
  return `${style.cyan('▶')} ${style.bold(printable(event.job))}: ${event.command}${level}${parent}${id}`
}

function endLine(event: Extract<Event, { type: 'job-finished' }>, style: Style): string {
  const { job, command, status, seconds } = event
  const mark = statusMark(status, style)
  return `${mark} ${style.bold(printable(job))}: ${command} ${status} in ${formatDuration(seconds * 1000)}`
}

function logLevelOf(event: Exclude<Event, ProgressEvent>): LogLevel {
  if (event.type !== 'finding') return 'INFO'
  const { severity } = event.finding
  return severity === 'error' ? 'ERROR' : severity === 'warning' ? 'WARNING' : 'INFO'
}

function textOf(event: Exclude<Event, ProgressEvent>, style: Style, verbosity: Verbosity): string[] {
  const quiet = verbosity === 'quiet'
  if (event.type === 'finding') {
    const { severity } = event.finding
    if (quiet && (severity === 'ok' || severity === 'info')) return []
    if (severity === 'ok' && verbosity !== 'verbose') return []
    const job = event.job === undefined ? {} : { job: event.job }
    return findingLines(event.finding, style, { ...job, allNames: verbosity === 'verbose' })
  }
  if (quiet) return []
  if (event.type === 'job-started') return [startLines(event, style)]
  if (event.type === 'job-finished') return [endLine(event, style)]
  const subject = event.job === undefined ? '' : `${printable(event.job)}: `
  return [style.dim(`  ${subject}${printable(event.message)}`)]
}

/**
 * Renders events for people. On a terminal a bar per stream, redrawn at most 10 times a second; else a plain line
 * per stream every 10 s. Nothing runs between events: no timer keeps the process alive.
 */
export function createTerminalReporter(options: TerminalOptions): TerminalReporter {
  const { stream, isTerminal, clock, verbosity, environment = process.env } = options
  const style = createStyle(wantsColour(environment, isTerminal))
  const area = createLiveArea(stream)
  const meters = new Map<string, Meter>()
  const said = new Map<string, number>()
  const progress = options.progress && verbosity !== 'quiet'
  let drawnAt = Number.NEGATIVE_INFINITY
  let stamp: LogStamp = (lines) => [...lines]

  const bars = () => {
    // One cell is left free: some terminals wrap when the last one is filled.
    const columns = Math.max(10, (stream.columns ?? 80) - 1)
    const lines = [...meters.values()].map((meter) => barLine(meter, style, columns))
    const more = lines.length - barsShown
    return more > 0 ? [...lines.slice(0, barsShown), style.dim(`and ${more} more`)] : lines
  }
  const redraw = (at: number) => {
    drawnAt = at
    area.draw(bars())
  }
  const finish = (key: string, meter: Meter) => {
    meters.delete(key)
    said.delete(key)
    if (isTerminal) area.draw(bars())
    area.print(stamp([style.dim(`  ${doneLine(meter)}`)], 'INFO'))
  }
  const onProgress = (event: ProgressEvent) => {
    const key = JSON.stringify([event.job, event.stream, event.phase])
    const at = clock.monotonic()
    const meter = advance(meters.get(key), event, at)
    meters.set(key, meter)
    if (event.done) return finish(key, meter)
    if (isTerminal) {
      if (at - drawnAt >= redrawEvery) redraw(at)
      return
    }
    const last = said.get(key) ?? meter.startedAt
    said.set(key, last)
    if (at - last < lineEvery) return
    said.set(key, at)
    area.print(stamp([`  ${plainLine(meter)}`], 'INFO'))
  }
  const forget = (job: string) => {
    for (const [key, meter] of meters) if (meter.event.job === job) meters.delete(key)
    if (isTerminal) area.draw(bars())
  }
  return {
    on(event) {
      if (event.type === 'progress') return progress ? onProgress(event) : undefined
      if (event.type === 'job-finished') forget(event.job)
      const lines = textOf(event, style, verbosity)
      const columns = isTerminal ? stream.columns : undefined
      area.print(
        stamp(lines.length > 0 ? wrapLines(lines.join('\n'), columns).split('\n') : [], logLevelOf(event)),
      )
    },
    stampWith(next) {
      stamp = next
    },
    end() {
      meters.clear()
      if (isTerminal) area.draw([])
    },
  }
}
