import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../domain/clock.ts'
import type { Event, Reporter } from '../domain/event.ts'
import type { Finding } from '../domain/finding.ts'
import { HoldfastError } from '../errors/error.ts'
import { formatBytes } from './bytes.ts'
import { formatDuration } from './duration.ts'
import { printable } from './printable.ts'
import { isGood } from './status-word.ts'

export type LogLevel = 'INFO' | 'WARNING' | 'ERROR'

export interface RunLog extends Reporter {
  write(level: LogLevel, message: string): void
  close(): void
}

export interface RunLogOptions {
  readonly file: string
  /** Files to keep, the current one included; at least 1. */
  readonly keep: number
  readonly clock: Clock
  /** Told once when a line cannot be written; the log then goes silent, the run goes on. */
  readonly onTrouble?: (finding: Finding) => void
}

function rotate(file: string, keep: number): void {
  if (!existsSync(file) || statSync(file).size === 0) return
  rmSync(keep > 1 ? `${file}.${keep - 1}` : file, { force: true })
  for (let number = keep - 2; number >= 0; number -= 1) {
    const from = number === 0 ? file : `${file}.${number}`
    if (existsSync(from)) renameSync(from, `${file}.${number + 1}`)
  }
}

function open(file: string, keep: number): number {
  try {
    mkdirSync(dirname(file), { recursive: true })
    rotate(file, keep)
    return openSync(file, 'a', 0o600)
  } catch (cause) {
    throw new HoldfastError('target-unwritable', `cannot write the log file ${file}`, {
      hint: 'Set `log.file` of the job to a path that this user may write, or remove it.',
      context: { path: file },
      cause,
    })
  }
}

const levels = { ok: 'INFO', info: 'INFO', warning: 'WARNING', error: 'ERROR' } as const

/** An event as a line of a log; undefined for one that is no line. */
export function logLineOf(event: Event): [LogLevel, string] | undefined {
  switch (event.type) {
    case 'job-started':
      return [
        'INFO',
        `${event.job}: ${event.command} started${event.id === undefined ? '' : `, ${event.id}`}`,
      ]
    case 'step':
      return ['INFO', event.job === undefined ? event.message : `${event.job}: ${event.message}`]
    case 'progress':
      if (!event.done) return undefined
      return ['INFO', `${event.job}: ${event.phase} ${event.stream}: ${formatBytes(event.bytes)}`]
    case 'finding': {
      const { severity, code, message, hint, names = [] } = event.finding
      const subject = event.job === undefined ? '' : `${event.job}: `
      const tail = [...(names.length > 0 ? [names.join(', ')] : []), ...(hint === undefined ? [] : [hint])]
      return [levels[severity], [`${subject}${message} [${code}]`, ...tail].join('; ')]
    }
    case 'job-finished':
      return [
        isGood(event.status) ? 'INFO' : 'ERROR',
        `${event.job}: ${event.command} ${event.status} in ${formatDuration(event.seconds * 1000)}`,
      ]
  }
}

/**
 * The log file of `log: {file, keep}`: one line an event, `time - level - message`, the time ISO 8601 in UTC. A file
 * of an earlier run is moved to `file.1`, `file.2`, … first. Made with mode 0600, secrets masked, one line each.
 *
 * @throws HoldfastError `target-unwritable`
 */
export function createRunLog({ file, keep, clock, onTrouble }: RunLogOptions): RunLog {
  let descriptor: number | undefined = open(file, Math.max(1, Math.floor(keep)))
  const write = (level: LogLevel, message: string) => {
    if (descriptor === undefined) return
    try {
      writeSync(descriptor, `${clock.now().toISOString()} - ${level} - ${printable(message)}\n`)
    } catch (error) {
      close()
      onTrouble?.({
        severity: 'warning',
        code: 'target-unwritable',
        message: `the log file ends early: ${error instanceof Error ? error.message : String(error)}`,
        hint: `Make room for ${file}, or set \`log.file\` to another disk.`,
      })
    }
  }
  const close = () => {
    if (descriptor === undefined) return
    const open = descriptor
    descriptor = undefined
    closeSync(open)
  }
  return {
    write,
    close,
    on(event) {
      const line = logLineOf(event)
      if (line) write(...line)
    },
  }
}
