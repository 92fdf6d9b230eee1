import { ratioBar } from './bars.ts'
import { formatBytes, formatPercent, formatRate, plural } from './bytes.ts'
import type { OutcomeDocument } from './document.ts'
import { formatDuration } from './duration.ts'
import { code, escapeMarkdown, markdownTable, withinBytes } from './markdown.ts'
import type {
  BackupResult,
  CleanupLine,
  CleanupResult,
  RestoreResultRecord,
  VerifyResult,
} from './results.ts'
import { isGood } from './status-word.ts'

/** GitHub takes a megabyte a step and drops the whole summary beyond it. */
const limit = 900 * 1024
const rowsShown = 500

const marks = { success: '✅', partial: '⚠️', stale: '⚠️', busy: '⏳', refused: '🛑', cancelled: '⏹️' } as const

function backupLines(results: readonly BackupResult[]): string[] {
  const titles = [
    'Job',
    'Backup',
    'Level:',
    'Chain',
    'Read:',
    'Stored:',
    'Share',
    'Rate:',
    'Time:',
    'Destinations',
  ]
  const rows = results.map((result) => {
    const { job, id, status, level, parent, sourceBytes, storedBytes, seconds, destinations = [] } = result
    const ratio = sourceBytes && storedBytes !== undefined ? storedBytes / sourceBytes : undefined
    return [
      escapeMarkdown(job),
      id === undefined ? escapeMarkdown(status ?? 'failed') : code(id),
      level === undefined ? '' : String(level),
      parent ? `on ${code(parent)}` : level === 0 ? 'full' : '',
      sourceBytes === undefined ? '' : formatBytes(sourceBytes),
      storedBytes === undefined ? '' : formatBytes(storedBytes),
      ratio === undefined ? '' : `${ratioBar(ratio, 8)} ${formatPercent(ratio)}`,
      sourceBytes && seconds ? formatRate(sourceBytes, seconds * 1000) : '',
      seconds === undefined ? '' : formatDuration(seconds * 1000),
      destinations
        .map((each) => `${isGood(each.status) ? '✅' : '❌'} ${escapeMarkdown(each.name)}`)
        .join('<br>'),
    ]
  })
  return markdownTable(titles, rows, rowsShown)
}

function verifyLines(results: readonly VerifyResult[]): string[] {
  const titles = [
    'Job',
    'Backup',
    'At',
    'Depth',
    'Result',
    'Evidence',
    'Checks:',
    'Restored in:',
    'Fetched:',
    'Proof',
  ]
  const rows = results.map((result) => {
    const { job, id, destination, depth, evidence, checks, rtoSeconds, fetchedBytes, proof } = result
    const passed = checks.filter((check) => check.result === 'passed').length
    return [
      escapeMarkdown(job),
      code(id),
      escapeMarkdown(destination),
      depth,
      `${result.result === 'passed' ? '✅' : result.result === 'failed' ? '❌' : '⚠️'} ${result.result}`,
      evidence ?? '',
      `${passed} of ${checks.length}`,
      rtoSeconds === undefined ? '' : formatDuration(rtoSeconds * 1000),
      formatBytes(fetchedBytes),
      proof ? code(proof) : '',
    ]
  })
  const failed = results.flatMap(({ job, checks, damaged }) => [
    ...checks
      .filter((check) => check.result !== 'passed')
      .map(({ name, expected = '', found = '' }) => [job, name, expected, found].map(escapeMarkdown)),
    ...damaged.map((key) => [escapeMarkdown(job), 'damaged', '', code(key)]),
  ])
  const details =
    failed.length > 0 ? ['', ...markdownTable(['Job', 'Check', 'Expected', 'Found'], failed, rowsShown)] : []
  return [...markdownTable(titles, rows, rowsShown), ...details]
}

function cleanupLines(results: readonly CleanupResult[]): string[] {
  return results.flatMap(({ job, destination, deleted, kept, garbage, freedBytes, dryRun, note }) => {
    const row = (what: string) => (line: CleanupLine) => [what, code(line.id), escapeMarkdown(line.reason)]
    const rows = [...deleted.map(row(dryRun ? 'would go' : 'deleted')), ...kept.map(row('kept'))]
    const rest = garbage.length > 0 ? `, ${plural(garbage.length, 'object')} of garbage` : ''
    return [
      `**${escapeMarkdown(job)}** at ${escapeMarkdown(destination)}: ${dryRun ? 'would delete' : 'deleted'} ${deleted.length}, kept ${kept.length}${rest}, ${formatBytes(freedBytes)} ${dryRun ? 'to free' : 'freed'}`,
      ...(note === undefined ? [] : ['', `> ${escapeMarkdown(note)}`]),
      '',
      ...markdownTable(['', 'Backup', 'Reason'], rows, rowsShown),
      '',
    ]
  })
}

function restoreLines(results: readonly RestoreResultRecord[]): string[] {
  const titles = ['Job', 'Backup', 'Chain', 'Target', 'Restored:', 'Fetched:', 'Time:', 'Rate:']
  const rows = results.map(({ job, id, chain, target, bytes, fetchedBytes, seconds }) => [
    escapeMarkdown(job),
    code(id),
    chain.map(code).join('<br>'),
    code(target),
    formatBytes(bytes),
    formatBytes(fetchedBytes),
    formatDuration(seconds * 1000),
    formatRate(bytes, seconds * 1000),
  ])
  return markdownTable(titles, rows, rowsShown)
}

/** The commands whose results have a table of their own; the results of others are in `--json` only. */
const sections: Readonly<Record<string, (results: readonly never[]) => string[]>> = {
  backup: backupLines,
  verify: verifyLines,
  drill: verifyLines,
  cleanup: cleanupLines,
  prune: cleanupLines,
  restore: restoreLines,
}

function troubleLines({ errors, warnings }: OutcomeDocument): string[] {
  const errorLines = errors.map(({ code: name, message, hint }) => {
    const advice = hint === undefined ? '' : `<br>${escapeMarkdown(hint)}`
    return `- ❌ ${code(name)} ${escapeMarkdown(message)}${advice}`
  })
  const warningLines = warnings.map(
    ({ code: name, message }) => `- ⚠️ ${code(name)} ${escapeMarkdown(message)}`,
  )
  return [...errorLines, ...warningLines].slice(0, rowsShown)
}

/** The job summary of an outcome in Markdown, under 900 KiB: what ran, with what result, and every trouble. */
export function markdownSummary(document: OutcomeDocument): string {
  const { command, status, results } = document
  const mark = status in marks ? marks[status as keyof typeof marks] : '❌'
  const section = sections[command]
  const body = section && results.length > 0 ? section(results as readonly never[]) : []
  const trouble = troubleLines(document)
  const lines = [
    `### ${mark} holdfast ${escapeMarkdown(command)}: ${status}`,
    '',
    ...(trouble.length > 0 ? [...trouble, ''] : []),
    ...body,
  ]
  return withinBytes(lines, limit)
}
