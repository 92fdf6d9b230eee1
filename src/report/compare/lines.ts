import { formatCount, plural } from '../bytes.ts'
import { formatDuration, minuteOf } from '../duration.ts'
import { code, escapeMarkdown, markdownTable, rowsShown } from '../markdown.ts'
import type { TableChange } from './compare.ts'

/** A copy beside what the restore gave. Ages and durations are seconds, times ISO 8601 UTC. */
export interface CompareResult {
  readonly job: string
  readonly id: string
  /** When the backup was made. */
  readonly createdAt: string
  /** Since the copy was handed over. */
  readonly seconds: number
  readonly tables: number
  readonly changes: readonly TableChange[]
}

const signs = { added: '➕', removed: '➖', changed: '✏️' } as const

const countOf = (rows: number | undefined): string => (rows === undefined ? '' : formatCount(rows))

function differenceOf({ rowsBefore = 0, rowsAfter = 0 }: TableChange): string {
  const difference = rowsAfter - rowsBefore
  if (difference === 0) return ''
  return difference > 0 ? `+${formatCount(difference)}` : `−${formatCount(-difference)}`
}

function columnText({ name, before, after }: TableChange['columns'][number]): string {
  if (before === undefined) return `➕ ${code(name)} ${escapeMarkdown(after ?? '')}`
  if (after === undefined) return `➖ ${code(name)}`
  return `${code(name)} ${escapeMarkdown(before)} → ${escapeMarkdown(after)}`
}

function rowOf(change: TableChange): string[] {
  return [
    `${signs[change.change]} ${code(change.table)}`,
    countOf(change.rowsBefore),
    countOf(change.rowsAfter),
    differenceOf(change),
    change.change === 'changed' ? change.columns.map(columnText).join('<br>') : `table ${change.change}`,
  ]
}

function oneCopy({ job, id, createdAt, seconds, tables, changes }: CompareResult): string[] {
  const changed = changes.length === 0 ? 'nothing changed' : `${plural(changes.length, 'table')} changed`
  const facts = [
    `**${escapeMarkdown(job)}**, backup ${code(id)} of ${escapeMarkdown(minuteOf(createdAt))}`,
    `${formatDuration(seconds * 1000)} since it was restored`,
    `${changed}, ${plural(tables, 'table')} now`,
  ]
  const titles = ['Table', 'Rows before:', 'Rows now:', 'Difference:', 'Schema']
  const table = changes.length === 0 ? [] : ['', ...markdownTable(titles, changes.map(rowOf), rowsShown)]
  return [facts.join(' · '), ...table]
}

/** What became of copies: how long it took, and every table whose rows or columns are others now. */
export function compareLines(results: readonly CompareResult[]): string[] {
  return results.flatMap((result, index) => [...(index > 0 ? [''] : []), ...oneCopy(result)])
}
