import type { Style } from './style.ts'
import { displayWidth, pad, truncate } from './width.ts'

export interface Column {
  readonly title: string
  readonly align?: 'right'
  /** May be cut when the table is too wide, down to this many cells. The widest is cut first. */
  readonly shrinkTo?: number
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

/**
 * Aligned columns under dim titles. Columns whose cells are all empty are left out. Too wide a table first cuts the
 * columns that may shrink; ids and numbers are never cut, so that they can be copied.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  options: TableOptions,
) {
  const used = columns.flatMap((column, index) =>
    rows.some((row) => textOf(row[index]) !== '') ? [{ column, index }] : [],
  )
  const shown = used.map(({ column }) => column)
  const natural = used.map(({ column, index }) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(textOf(row[index])))),
  )
  const indent = ' '.repeat(options.indent ?? 0)
  const widths = options.width === undefined ? natural : shrunk(natural, shown, options.width - indent.length)
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
