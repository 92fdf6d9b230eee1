import type { Session } from '../connection/session.ts'
import { identifier, literal } from '../server/names.ts'

export interface Column {
  readonly name: string
  /** `varchar`, `int`, `blob`: without length. */
  readonly type: string
  readonly inKey: boolean
}

/** The columns of all tables of a database that hold data of their own, by table, each list by name. */
export async function listColumns(session: Session, database: string): Promise<Map<string, Column[]>> {
  const rows = await session.rows(
    `SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_KEY FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = ${literal(database)} AND COALESCE(GENERATION_EXPRESSION, '') = ''
     ORDER BY BINARY TABLE_NAME, BINARY COLUMN_NAME`,
  )
  const tables = new Map<string, Column[]>()
  for (const [table, name, type, key] of rows) {
    const columns = tables.get(table ?? '') ?? []
    columns.push({ name: name ?? '', type: (type ?? '').toLowerCase(), inKey: key === 'PRI' })
    tables.set(table ?? '', columns)
  }
  return tables
}

/** Types whose values may be long: their hash stands for them, so that no row grows beyond a packet. */
const long = /blob|text|json|geometry|point|line|polygon|vector/
const binary = /^(?:binary|varbinary|bit|char|varchar|enum|set)$/

/** A value as unambiguous text that is the same on every server: bytes in hexadecimal, numbers and times as written. */
function columnText({ name, type }: Column): string {
  const column = identifier(name)
  if (long.test(type)) return `COALESCE(SHA2(${column}, 256), '-')`
  if (binary.test(type)) return `COALESCE(HEX(${column}), '-')`
  return `COALESCE(CAST(${column} AS CHAR), '-')`
}

/** The SHA-256 of a row, in SQL. */
export function rowHash(columns: readonly Column[]): string {
  return `SHA2(CONCAT_WS('|', ${columns.map(columnText).join(', ')}), 256)`
}
