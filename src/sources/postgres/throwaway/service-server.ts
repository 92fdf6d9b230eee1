import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { isTokenGone } from '../../../process/running-process.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import { openSession, type Session } from '../connection/session.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { drillOwner } from './drill-database.ts'

async function databasesOf(session: Session): Promise<string[]> {
  const rows = await session.query<{ datname: string }>(
    'select datname from pg_catalog.pg_database where datallowconn and not datistemplate order by datname',
  )
  return rows.map(({ datname }) => datname)
}

async function userTables(
  settings: ConnectionSettings,
  database: string,
  context: SourceContext,
): Promise<string[]> {
  const session = await openSession(settings, context, database)
  try {
    const rows = await session.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and not exists (select 1 from pg_catalog.pg_depend d
           where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e')
       order by 1 limit 3`,
    )
    return rows.map(({ name }) => name)
  } finally {
    await session.close()
  }
}

/** Drops what drills made that were killed; a drill that still runs keeps its own. */
export async function dropLeft(session: Session): Promise<void> {
  for (const database of await databasesOf(session)) {
    const owner = drillOwner(database)
    if (owner === undefined || !(await isTokenGone(owner))) continue
    await session.query(`drop database if exists ${quoteIdentifier(database)} with (force)`)
  }
}

/** Errors: `server-not-empty` for a server whose databases hold tables. */
export async function refuseUsed(
  session: Session,
  settings: ConnectionSettings,
  server: string,
  context: SourceContext,
): Promise<void> {
  for (const database of await databasesOf(session)) {
    if (drillOwner(database) !== undefined) continue
    const tables = await userTables(settings, database, context)
    if (tables.length === 0) continue
    throw new HoldfastError(
      'server-not-empty',
      `${server} is no throwaway server: its database ${database} holds ${tables.join(', ')}`,
      {
        hint: 'Give the URL of a server that holds nothing, such as a service container of the job.',
        context: { server, database, tables },
      },
    )
  }
}

/** Errors: `server-is-source`. */
export async function refuseSource(
  session: Session,
  server: string,
  source: string | undefined,
): Promise<void> {
  if (source === undefined) return
  const [row] = await session.query<{ id: string }>(
    'select system_identifier::text as id from pg_catalog.pg_control_system()',
  )
  if (row?.id !== source) return
  throw new HoldfastError('server-is-source', `${server} is the very server that the backup is of`, {
    hint: 'Give the URL of another server: a drill never touches the one it may be needed for.',
    context: { server },
  })
}
