import { ratioBar, sparkline } from './bars.ts'
import { formatBytes, plural } from './bytes.ts'
import { agesOf, stateMark } from './github-tables.ts'
import { code, escapeMarkdown, markdownTable, rowsShown } from './markdown.ts'
import { missedText } from './reread.ts'
import { ledgerFacts } from './restore-ledger.ts'
import type { ListResult, ReportResult } from './results.ts'
import { isGood } from './status-word.ts'

/** Days that a row names. */
const daysNamed = 3

/** Oldest first, as one reads a curve. */
function curve({ recent }: ReportResult): string {
  return sparkline(recent.map(({ storedBytes }) => storedBytes).reverse())
}

function marksOf({ complete, unread = 0, proven, held, signed }: ListResult): string {
  const words = [
    ...(complete ? [] : ['⚠️ incomplete']),
    ...(unread > 0 ? ['⚠️ partial'] : []),
    ...(proven ? ['✅ proven'] : []),
    ...(held ? ['📌 held'] : []),
    ...(signed ? [] : ['unsigned']),
  ]
  return words.join(', ')
}

function recentLines({ job, destination, recent }: ReportResult): string[] {
  if (recent.length === 0) return []
  const greatest = Math.max(...recent.map(({ storedBytes }) => storedBytes), 1)
  const rows = recent.map((backup) => [
    code(backup.id),
    backup.level === 0 ? 'full' : `level ${backup.level}`,
    formatBytes(backup.storedBytes),
    ratioBar(backup.storedBytes / greatest, 10),
    marksOf(backup),
  ])
  return [
    '<details>',
    `<summary>${escapeMarkdown(job)} at ${escapeMarkdown(destination)}: the newest ${plural(recent.length, 'backup')}</summary>`,
    '',
    ...markdownTable(['Backup', 'Level', 'Stored:', '', ''], rows, rowsShown),
    '',
    '</details>',
    '',
  ]
}

function restoreTable(results: readonly ReportResult[]): string[] {
  const rows = results.flatMap(({ job, destination, restores }) => {
    const facts = ledgerFacts(restores)
    if (facts === undefined) return []
    const { passed, rto, trend, worstRpo } = facts
    return [[`**${escapeMarkdown(job)}**`, escapeMarkdown(destination), passed, rto, trend, worstRpo]]
  })
  if (rows.length === 0) return []
  const titles = ['Job', 'At', 'Restores', 'Took (RTO):', 'Trend', 'Oldest data (RPO):']
  return [...markdownTable(titles, rows, rowsShown), '']
}

/** What of the stored objects was read back: by daily parts, or whole. */
function rereadTable(results: readonly ReportResult[]): string[] {
  const rows = results.flatMap(({ job, destination, reread }) => {
    if (reread === undefined || reread.objects === 0) return []
    const { readObjects, readBytes, newObjects, overdueObjects, objects, bytes, oldest, rotation } = reread
    return [
      [
        overdueObjects === 0 ? '✅' : rotation === null ? '' : '⚠️',
        `**${escapeMarkdown(job)}**`,
        escapeMarkdown(destination),
        `${readObjects} of ${objects}<br>${formatBytes(readBytes)} of ${formatBytes(bytes)}`,
        String(newObjects),
        String(overdueObjects),
        oldest?.since.slice(0, 10) ?? '',
        missedText(reread, daysNamed),
      ],
    ]
  })
  if (rows.length === 0) return []
  const titles = [
    '',
    'Job',
    'At',
    'Read back in 30 days:',
    'Newer:',
    'Overdue:',
    'Unread since:',
    'Days missed',
  ]
  return [...markdownTable(titles, rows, rowsShown), '']
}

/** Every job at every destination: is it fresh, is it proven, how much is there; then the newest backups of each. */
export function reportLines(results: readonly ReportResult[]): string[] {
  const bad = results.filter(({ state }) => !isGood(state) && state !== 'unsigned').length
  const backups = results.reduce((sum, each) => sum + each.backups, 0)
  const bytes = results.reduce((sum, each) => sum + each.storedBytes, 0)
  const facts = [
    bad === 0 ? 'all fresh and proven as wanted' : `${bad} of ${results.length} need attention`,
    plural(backups, 'backup'),
    `${formatBytes(bytes)} stored`,
  ]
  const titles = ['', 'Job', 'At', 'Last backup:', 'Last proof:', 'Backups:', 'Stored:', 'Sizes', 'State']
  const rows = results.map((result) => [
    stateMark(result.state),
    `**${escapeMarkdown(result.job)}**`,
    escapeMarkdown(result.destination),
    ...agesOf(result),
    String(result.backups),
    formatBytes(result.storedBytes),
    curve(result),
    escapeMarkdown(result.state),
  ])
  return [
    facts.join(' · '),
    '',
    ...markdownTable(titles, rows, rowsShown),
    '',
    ...restoreTable(results),
    ...rereadTable(results),
    ...results.flatMap(recentLines),
  ]
}
