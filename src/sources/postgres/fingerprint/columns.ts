import type { Session } from '../connection/session.ts'
import type { HashedColumn } from './rows.ts'

/** The columns of a table that hold data of their own, and those of its primary key. */
export interface TableColumns {
  readonly columns: readonly HashedColumn[]
  readonly key: readonly HashedColumn[]
}

interface ColumnRow {
  readonly [column: string]: unknown
  readonly relation: string
  readonly name: string
  readonly type: string
  readonly key: boolean
}

/** By the OIDs of tables. Generated columns are left out: they follow from the others. */
export async function tableColumns(
  session: Session,
  oids: readonly string[],
): Promise<Map<string, TableColumns>> {
  const rows = await session.query<ColumnRow>(
    `select a.attrelid::text as relation, a.attname::text as name, a.atttypid::text as type,
      coalesce(a.attnum = any (i.indkey), false) as key
    from pg_catalog.pg_attribute a
    left join pg_catalog.pg_index i on i.indrelid = a.attrelid and i.indisprimary
    where a.attrelid = any ($1::oid[]) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [oids],
  )
  const found = new Map<string, { columns: HashedColumn[]; key: HashedColumn[] }>()
  for (const { relation, name, type, key } of rows) {
    const table = found.get(relation) ?? { columns: [], key: [] }
    found.set(relation, table)
    table.columns.push({ name, type })
    if (key) table.key.push({ name, type })
  }
  return found
}
