import type { DatabaseContents } from '../../../domain/copy.ts'
import type { Secret } from '../../../domain/secret.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { resolveConnection } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'

interface Table {
  readonly oid: string
  readonly name: string
  readonly sql: string
}

/** Tables of people: no partitions, whose rows are those of their tables, and none of the server's or of extensions. */
const tablesQuery = `select c.oid::text as oid, n.nspname || '.' || c.relname as name,
    pg_catalog.format('%I.%I', n.nspname, c.relname) as sql
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and not exists (select 1 from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e')
  order by 2`

const columnsQuery = `select a.attname::text as name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as type
  from pg_catalog.pg_attribute a
  where a.attrelid = $1::oid and a.attnum > 0 and not a.attisdropped order by a.attnum`

/** The tables of a database with their columns, and their rows counted, in one snapshot. Errors: those of the connection. */
export async function databaseContents(
  context: Pick<SourceContext, 'environment' | 'signal' | 'warn'>,
  url: Secret,
): Promise<DatabaseContents> {
  const session = await openSession(await resolveConnection(url, context), context)
  try {
    await session.query('begin isolation level repeatable read read only')
    const tables: DatabaseContents['tables'][number][] = []
    for (const { oid, name, sql } of await session.query<Table & Record<string, unknown>>(tablesQuery)) {
      const columns = await session.query<{ name: string; type: string }>(columnsQuery, [oid])
      const [counted] = await session.query<{ rows: string }>(`select count(*)::text as rows from ${sql}`)
      tables.push({
        name,
        rows: Number(counted?.rows),
        columns: Object.fromEntries(columns.map((column) => [column.name, column.type])),
      })
    }
    return { tables }
  } finally {
    await session.close()
  }
}
