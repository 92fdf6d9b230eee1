import { ratioBar } from './bars.ts'
import { formatBytes, plural } from './bytes.ts'
import { code, escapeMarkdown, markdownTable, rowsShown } from './markdown.ts'
import type { CleanupLine, CleanupResult } from './results.ts'

const barCells = 12
/** Longer lists of decisions are folded. */
const openRows = 15

function facts({ deleted, kept, garbage, freedBytes, dryRun }: CleanupResult): string {
  const rest = garbage.length > 0 ? [`${plural(garbage.length, 'object')} of garbage`] : []
  return [
    `kept ${kept.length}`,
    `${dryRun ? 'would delete' : 'deleted'} ${deleted.length}`,
    ...rest,
    `${formatBytes(freedBytes)} ${dryRun ? 'to free' : 'freed'}`,
  ].join(' · ')
}

function decisions({ deleted, kept, dryRun }: CleanupResult): string[] {
  const row = (what: string) => (line: CleanupLine) => [what, code(line.id), escapeMarkdown(line.reason)]
  const rows = [...deleted.map(row(dryRun ? '🗑️ would go' : '🗑️ deleted')), ...kept.map(row('kept'))]
  const table = markdownTable(['', 'Backup', 'Reason'], rows, rowsShown)
  if (rows.length === 0) return []
  if (rows.length <= openRows) return [...table, '']
  const title = `<summary>${plural(rows.length, 'decision')} with their reasons</summary>`
  return ['<details>', title, '', ...table, '', '</details>', '']
}

/** What retention decided, for each job and destination: counts, a bar of what stays, every backup with its reason. */
export function cleanupLines(results: readonly CleanupResult[]): string[] {
  return results.flatMap((result) => {
    const { job, destination, deleted, kept, note } = result
    const all = kept.length + deleted.length
    const bar = all === 0 ? '' : ` ${ratioBar(kept.length / all, barCells)}`
    return [
      `**${escapeMarkdown(job)}** at ${escapeMarkdown(destination)}:${bar} ${facts(result)}`,
      '',
      ...(note === undefined ? [] : [`> ${escapeMarkdown(note)}`, '']),
      ...decisions(result),
    ]
  })
}
