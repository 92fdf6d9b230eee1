import type { DatabaseContents } from '../../domain/copy.ts'

/** A table of which something is another than it was. */
export interface TableChange {
  readonly table: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Absent where the table was not there. */
  readonly rowsBefore?: number | undefined
  readonly rowsAfter?: number | undefined
  /** Columns in order of their names; without a type before it is new, without one after it is gone. */
  readonly columns: readonly {
    readonly name: string
    readonly before?: string | undefined
    readonly after?: string | undefined
  }[]
}

type Table = DatabaseContents['tables'][number]

function changedColumns(before: Table, after: Table): TableChange['columns'] {
  const names = [...new Set([...Object.keys(before.columns), ...Object.keys(after.columns)])].sort()
  return names
    .map((name) => ({ name, before: before.columns[name], after: after.columns[name] }))
    .filter((column) => column.before !== column.after)
}

function changeOf(name: string, before: Table | undefined, after: Table | undefined): TableChange[] {
  if (before === undefined || after === undefined) {
    const change = before === undefined ? 'added' : 'removed'
    return [{ table: name, change, rowsBefore: before?.rows, rowsAfter: after?.rows, columns: [] }]
  }
  const columns = changedColumns(before, after)
  if (columns.length === 0 && before.rows === after.rows) return []
  return [{ table: name, change: 'changed', rowsBefore: before.rows, rowsAfter: after.rows, columns }]
}

/** What is another in `after` than it was in `before`, by the names of the tables. Pure. */
export function compareContents(before: DatabaseContents, after: DatabaseContents): TableChange[] {
  const [was, is] = [before, after].map(({ tables }) => new Map(tables.map((table) => [table.name, table])))
  const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort()
  return names.flatMap((name) => changeOf(name, was?.get(name), is?.get(name)))
}
