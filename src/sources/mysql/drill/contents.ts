import type { CopyContext, DatabaseContents } from '../../../domain/copy.ts'
import type { Secret } from '../../../domain/secret.ts'
import { parseAddress } from '../connection/address.ts'
import { openSession, type Session } from '../connection/session.ts'
import { listDatabases } from '../server/facts.ts'
import { literal, qualified } from '../server/names.ts'
import { listTables, shown } from '../server/tables.ts'

/** Every column with its type, by table, in the order of the table. */
async function columnsOf(session: Session, database: string): Promise<Map<string, Record<string, string>>> {
  const rows = await session.rows(
    `SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = ${literal(database)} ORDER BY TABLE_NAME, ORDINAL_POSITION`,
  )
  const tables = new Map<string, Record<string, string>>()
  for (const [table, column, type, nullable] of rows) {
    const columns = tables.get(table ?? '') ?? {}
    columns[column ?? ''] = `${type}${nullable === 'NO' ? ' not null' : ''}`
    tables.set(table ?? '', columns)
  }
  return tables
}

/**
 * The tables of all databases of people on a copy's server with their columns, and their rows counted, in one snapshot.
 * Errors: those of the connection.
 */
export async function serverContents(
  { signal }: Pick<CopyContext, 'signal'>,
  url: Secret,
): Promise<DatabaseContents> {
  const session = await openSession(parseAddress(url), signal)
  try {
    await session.run('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    await session.run('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY')
    const tables: DatabaseContents['tables'][number][] = []
    for (const database of await listDatabases(session)) {
      const columns = await columnsOf(session, database)
      for (const table of await listTables(session, [database])) {
        if (table.isView) continue
        const rows = await session.value(`SELECT COUNT(*) FROM ${qualified(database, table.name)}`)
        tables.push({ name: shown(table), rows: Number(rows), columns: columns.get(table.name) ?? {} })
      }
    }
    return { tables }
  } finally {
    await session.close()
  }
}
