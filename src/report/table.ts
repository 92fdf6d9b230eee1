import type { Style } from './style.ts'
import { displayWidth, pad, truncate } from './width.ts'

export interface Column {
  readonly title: string
  readonly align?: 'right'
  /** May be cut when the table is too wide, down to this many cells. The widest is cut first. */
  readonly shrinkTo?: number
  /** Left out before anything is cut when the table is too wide; 1 goes first. */
  readonly drop?: number
}

/** Text, or text with a look that is applied after cutting and filling. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string }

export interface TableOptions {
  readonly style: Style
  /** Cells that are there; absent: as many as it takes. */
  readonly width?: number
  readonly indent?: number
}

const gap = 2
const textOf = (cell: Cell | undefined) => (typeof cell === 'object' ? cell.text : (cell ?? ''))

function shrunk(natural: number[], columns: readonly Column[], room: number): number[] {
  const widths = [...natural]
  const total = () => widths.reduce((sum, width) => sum + width, gap * (widths.length - 1))
  while (total() > room) {
    let widest = -1
    for (const [index, column] of columns.entries()) {
      const width = widths[index] ?? 0
      const shrinks = column.shrinkTo !== undefined && width > column.shrinkTo
      if (shrinks && (widest < 0 || width > (widths[widest] ?? 0))) widest = index
    }
    if (widest < 0) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

interface Used {
  readonly column: Column
  readonly index: number
  readonly width: number
}

function usedColumns(columns: readonly Column[], rows: readonly (readonly Cell[])[], room: number): Used[] {
  let used = columns.flatMap((column, index) => {
    const widths = rows.map((row) => displayWidth(textOf(row[index])))
    const width = Math.max(0, ...widths)
    return width > 0 ? [{ column, index, width: Math.max(width, displayWidth(column.title)) }] : []
  })
  const total = () => used.reduce((sum, { width }) => sum + width, gap * (used.length - 1))
  const droppable = used.filter(({ column }) => column.drop !== undefined)
  for (const next of droppable.sort((a, b) => (a.column.drop ?? 0) - (b.column.drop ?? 0))) {
    if (total() > room) used = used.filter((each) => each !== next)
  }
  return used
}

/**
 * Aligned columns under dim titles. Columns whose cells are all empty are left out. A table that is too wide first
 * loses the columns that may be dropped, then cuts those that may shrink; ids and numbers are never cut, so that they
 * can be copied.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  options: TableOptions,
): string {
  const indent = ' '.repeat(options.indent ?? 0)
  const room = options.width === undefined ? Number.POSITIVE_INFINITY : options.width - indent.length
  const used = usedColumns(columns, rows, room)
  const shown = used.map(({ column }) => column)
  const widths = shrunk(
    used.map(({ width }) => width),
    shown,
    room,
  )
  const line = (cells: readonly Cell[]) => {
    const parts = cells.map((cell, at) => {
      const width = widths[at] ?? 0
      const last = at === cells.length - 1 && shown[at]?.align !== 'right'
      const text = truncate(textOf(cell), width)
      const filled = last ? text : pad(text, width, shown[at]?.align)
      return typeof cell === 'object' ? cell.paint(filled) : filled
    })
    return (indent + parts.join(' '.repeat(gap))).trimEnd()
  }
  const titles = shown.map(({ title }) => ({ text: title, paint: options.style.dim }))
  return [line(titles), ...rows.map((row) => line(used.map(({ index }) => row[index] ?? '')))].join('\n')
}
