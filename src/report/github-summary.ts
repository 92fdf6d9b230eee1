import { plural } from './bytes.ts'
import { compareLines } from './compare/lines.ts'
import type { ErrorRecord, OutcomeDocument, OutcomeStatus } from './document.ts'
import { backupLines } from './github-backups.ts'
import { cleanupLines } from './github-cleanups.ts'
import { reportLines } from './github-report.ts'
import { planLines, restoreLines, statusLines } from './github-tables.ts'
import { verifyLines } from './github-verifications.ts'
import { code, escapeMarkdown, sentence, withinBytes } from './markdown.ts'

/** GitHub takes a megabyte a step and drops the whole summary beyond it. */
const limit = 900 * 1024
const troublesShown = 200

const marks: Readonly<Record<OutcomeStatus, string>> = {
  success: '✅',
  partial: '⚠️',
  stale: '⚠️',
  failed: '❌',
  unverified: '❌',
  busy: '⏳',
  refused: '🛑',
  cancelled: '⏹️',
}

const titles: Readonly<Record<string, string>> = {
  backup: 'Backup',
  verify: 'Verification',
  drill: 'Restore drill',
  cleanup: 'Cleanup',
  restore: 'Restore',
  status: 'Status',
  report: 'Backups',
  plan: 'Plan',
  compare: 'What changed in the restored copy',
  publish: 'Told on GitHub',
}

/** The commands whose results have a form of their own; the results of others are in `results` only. */
const sections: Readonly<Record<string, (results: readonly never[]) => string[]>> = {
  backup: backupLines,
  verify: verifyLines,
  drill: verifyLines,
  cleanup: cleanupLines,
  restore: restoreLines,
  status: statusLines,
  report: reportLines,
  plan: planLines,
  compare: compareLines,
}

interface Line {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly job?: string
  readonly context?: ErrorRecord['context']
}

function jobOf({ job, context }: Line): string {
  return job ?? (typeof context?.job === 'string' ? context.job : '')
}

/** Alike ones are said once, with how many there were. */
function troubleLines(mark: string, troubles: readonly Line[]): string[] {
  const groups = new Map<string, Line[]>()
  for (const trouble of troubles) {
    const key = `${trouble.code} ${trouble.message} ${jobOf(trouble)}`
    groups.set(key, [...(groups.get(key) ?? []), trouble])
  }
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike
    if (first === undefined) return []
    const { code: name, message, hint } = first
    const job = jobOf(first)
    const subject = job === '' || message.includes(job) ? '' : `**${escapeMarkdown(job)}**: `
    const count = alike.length > 1 ? ` (${alike.length} times)` : ''
    const lines = message.split('\n').map(escapeMarkdown).join('<br>')
    const advice = hint === undefined ? '' : `<br>→ ${sentence(hint)}`
    return [`- ${mark} ${subject}${lines}${count} ${code(name)}${advice}`]
  })
}

function titleOf({ command, results }: OutcomeDocument): string {
  const has = (key: string, value: unknown) => results.some((result) => Reflect.get(result, key) === value)
  if (command === 'cleanup' && has('dryRun', true)) return 'Cleanup, dry run'
  const isDrill = command === 'verify' && has('depth', 'restore')
  return titles[isDrill ? 'drill' : command] ?? `holdfast ${escapeMarkdown(command)}`
}

/** Jobs that failed have no result; in the table of a backup they must not be missing. */
function withFailed({ command, results, errors }: OutcomeDocument): readonly object[] {
  if (command !== 'backup') return results
  const known = new Set(results.map((result) => 'job' in result && result.job))
  const failed = errors
    .map(({ context }) => context?.job)
    .filter((job) => job !== undefined && !known.has(job))
  return [...results, ...[...new Set(failed)].map((job) => ({ job, status: 'failed' }))]
}

function sectionLines(document: OutcomeDocument): string[] {
  const { command, status } = document
  const results = withFailed(document)
  const section = sections[command]
  const body = section && results.length > 0 ? section(results as readonly never[]) : []
  const word = status === 'success' ? '' : `: ${status}`
  return [`### ${marks[status]} ${titleOf(document)}${word}`, '', ...body, ...(body.length > 0 ? [''] : [])]
}

function allTroubles(errors: readonly ErrorRecord[], warnings: readonly Line[]): string[] {
  const lines = [...troubleLines('❌', errors), ...troubleLines('⚠️', warnings)]
  const more = lines.length - troublesShown
  const rest = more > 0 ? [`- … and ${plural(more, 'more', 'more')}`] : []
  return lines.length > 0 ? [...lines.slice(0, troublesShown), ...rest, ''] : []
}

/**
 * The job summary in Markdown, under 900 KiB: every trouble first, then what ran, a section a command. `documents` are
 * the commands one by one, `document` is all of them together.
 */
export function githubSummary({
  document,
  documents,
}: {
  readonly document: OutcomeDocument
  readonly documents: readonly OutcomeDocument[]
}): string {
  const [first, ...rest] = documents.map(sectionLines)
  const [title = `### ${marks[document.status]} ${titleOf(document)}`, ...body] = first ?? []
  const trouble = allTroubles(document.errors, document.warnings)
  const lines = [title, '', ...trouble, ...body.slice(1), ...rest.flat()]
  return withinBytes(lines, limit)
}
