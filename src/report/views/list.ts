import { formatBytes, plural } from '../bytes.ts'
import { formatAge } from '../duration.ts'
import { printable } from '../printable.ts'
import type { ListResult } from '../results.ts'
import type { Style } from '../style.ts'
import { type Cell, renderTable } from '../table.ts'
import { ageOf, groupBy, levelText, tableIn, type View } from './view.ts'

/** What distinguishes a backup, the most important first. */
export function marksOf(result: ListResult, style: Style): Cell {
  const { complete, proven, held, signed, adopted, shredded, unread = 0 } = result
  if (adopted) return { text: 'adopted', paint: style.dim }
  const words = [
    ...(shredded ? ['shredded'] : complete ? [] : ['incomplete']),
    ...(unread > 0 ? ['partial'] : []),
    ...(proven ? ['proven'] : []),
    ...(held ? ['held'] : []),
    ...(signed ? [] : ['unsigned']),
  ]
  const paint = complete && unread === 0 ? (proven ? style.green : style.dim) : style.yellow
  return { text: words.join(', '), paint }
}

/** Copies of one backup that are alike stand in one row, their destinations named together. */
function rowsOf(results: readonly ListResult[], { style, now }: View): Cell[][] {
  const alike = groupBy(results, ({ id, complete, proven, held, signed, shredded }) =>
    JSON.stringify([id, complete, proven, held, signed, shredded]),
  )
  return [...alike.values()].flatMap((copies) => {
    const [first] = copies
    if (!first) return []
    return [
      [
        printable(first.id),
        formatAge(ageOf(first.createdAt, now)),
        levelText(first.level),
        first.adopted ? '' : formatBytes(first.sourceBytes),
        formatBytes(first.storedBytes),
        marksOf(first, style),
        copies.map(({ destination }) => printable(destination)).join(', '),
        first.tags.map(printable).join(', '),
      ],
    ]
  })
}

/** The catalogue: a table a job, in the order given. */
export function renderList(results: readonly ListResult[], view: View): string {
  const { style } = view
  if (results.length === 0) return style.dim('no backups yet')
  const columns = [
    { title: 'id' },
    { title: 'made', align: 'right' as const },
    { title: 'level', drop: 1 },
    { title: 'source', align: 'right' as const, drop: 2 },
    { title: 'stored', align: 'right' as const },
    { title: 'state' },
    { title: 'at', shrinkTo: 9 },
    { title: 'tags', shrinkTo: 5, drop: 3 },
  ]
  const tables = [...groupBy(results, ({ job }) => job)].map(([job, own]) => {
    const count = new Set(own.map(({ id }) => id)).size
    const title = `${style.bold(printable(job))}  ${style.dim(plural(count, 'backup'))}`
    return `${title}\n${renderTable(columns, rowsOf(own, view), tableIn(view, 2))}`
  })
  return tables.join('\n\n')
}
