import { ratioBar } from './bars.ts'
import { formatBytes, formatPercent, formatRate, plural } from './bytes.ts'
import { formatDuration } from './duration.ts'
import { code, escapeMarkdown, markdownTable } from './markdown.ts'
import type {
  BackupResult,
  CleanupLine,
  CleanupResult,
  RestoreResultRecord,
  VerifyResult,
} from './results.ts'
import { isGood } from './status-word.ts'

/** Rows of one table; GitHub renders longer ones slowly. */
const rowsShown = 500

export function backupLines(results: readonly BackupResult[]): string[] {
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

export function verifyLines(results: readonly VerifyResult[]): string[] {
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

export function cleanupLines(results: readonly CleanupResult[]): string[] {
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

export function restoreLines(results: readonly RestoreResultRecord[]): string[] {
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
