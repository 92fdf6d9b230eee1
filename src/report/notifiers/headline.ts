import { formatBytes, formatCount } from '../bytes.ts'
import { formatDuration } from '../duration.ts'
import { type Notice, type Occasion, occasions } from './notice.ts'

const marks: Readonly<Record<Occasion, string>> = {
  failure: '🔴',
  'proof-failed': '🔴',
  stale: '🟠',
  anomaly: '🟡',
  recovery: '🟢',
  success: '🟢',
  start: '🔵',
}

/** The most alarming of what a notice is about. */
export function occasionOf({ occasions: of }: Pick<Notice, 'occasions'>): Occasion {
  return occasions.find((occasion) => of.includes(occasion)) ?? 'success'
}

function words({ command, job, status }: Notice, occasion: Occasion): string {
  switch (occasion) {
    case 'failure':
      return status === 'partial' ? `${command} of ${job} failed in part` : `${command} of ${job} failed`
    case 'proof-failed':
      return `${job} did not prove that it restores`
    case 'stale':
      return `${job} is not as it should be`
    case 'anomaly':
      return `${command} of ${job} looks odd`
    case 'recovery':
      return `${command} of ${job} succeeds again`
    case 'success':
      return `${command} of ${job} succeeded`
    case 'start':
      return `${command} of ${job} started`
  }
}

/** One line that says it all: `backup of app-db failed`. */
export function headline(notice: Notice): string {
  return words(notice, occasionOf(notice))
}

/** The same behind a coloured mark. */
export function markedHeadline(notice: Notice): string {
  return `${marks[occasionOf(notice)]} ${headline(notice)}`
}

function change(now: number, before: number | undefined): string {
  if (before === undefined || before === 0) return ''
  const percent = Math.round(((now - before) / before) * 100)
  return percent === 0 ? ' (as last time)' : ` (${percent > 0 ? '+' : '−'}${Math.abs(percent)} %)`
}

/** What is known, as labels and values, in the order in which a person asks. */
export function factsOf(notice: Notice): (readonly [label: string, value: string])[] {
  const { storedBytes, sourceBytes, previousStoredBytes, files, seconds, level, destinations } = notice
  const where = destinations.map(({ name, status }) => (status === 'success' ? name : `${name}: ${status}`))
  return [
    ...(storedBytes === undefined
      ? []
      : [['Stored', formatBytes(storedBytes) + change(storedBytes, previousStoredBytes)] as const]),
    ...(sourceBytes === undefined ? [] : [['Source', formatBytes(sourceBytes)] as const]),
    ...(files === undefined ? [] : [['Files', formatCount(files)] as const]),
    ...(seconds === undefined ? [] : [['Duration', formatDuration(seconds * 1000)] as const]),
    ...(level === undefined ? [] : [['Level', level === 0 ? '0 (full)' : String(level)] as const]),
    ...(where.length === 0 ? [] : [['Destinations', where.join(', ')] as const]),
    ...notice.facts,
  ]
}

/** Errors and warnings, one paragraph each, with their hints. */
export function troublesOf({ errors, warnings }: Notice): string[] {
  const paragraph = (code: string, message: string, hint: string | undefined) =>
    `${message} [${code}]${hint === undefined ? '' : `\n${hint}`}`
  return [
    ...errors.map(({ code, message, hint }) => paragraph(code, message, hint)),
    ...warnings.map(({ code, message, hint }) => paragraph(code, message, hint)),
  ]
}
