import type { CopyKeeper, MadeOnServer } from '../../../domain/copy.ts'
import { Secret } from '../../../domain/secret.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { isTokenGone, processToken } from '../../../process/running-process.ts'
import { placeText } from '../connection/errors.ts'
import { type ConnectionSettings, resolveConnection } from '../connection/resolve.ts'
import { openSession, type Session } from '../connection/session.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { drillDatabase, drillOwner } from './drill-database.ts'
import type { ThrowawayServer } from './server.ts'
import { versionOf } from './version.ts'

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
async function dropLeft(session: Session): Promise<void> {
  for (const database of await databasesOf(session)) {
    const owner = drillOwner(database)
    if (owner === undefined || !(await isTokenGone(owner))) continue
    await session.query(`drop database if exists ${quoteIdentifier(database)} with (force)`)
  }
}

async function refuseUsed(
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

async function refuseSource(session: Session, server: string, source: string | undefined): Promise<void> {
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

/** Drops what a drill made on a server that is given. Idempotent, and works on after a cancel. Errors: those of the connection. */
export async function dropMade(
  { url, databases, roles }: MadeOnServer,
  { environment, warn }: Pick<SourceContext, 'environment' | 'warn'>,
): Promise<void> {
  if (databases.length + roles.length === 0) return
  const settings = await resolveConnection(url, { environment, warn })
  const session = await openSession(settings, { environment, signal: AbortSignal.timeout(30_000) })
  try {
    for (const database of databases) {
      await session.query(`drop database if exists ${quoteIdentifier(database)} with (force)`)
    }
    for (const role of roles) await session.query(`drop role if exists ${quoteIdentifier(role)}`)
  } finally {
    await session.close()
  }
}

function urlOf(url: Secret, database: string): Secret {
  const other = new URL(url.reveal())
  other.pathname = `/${encodeURIComponent(database)}`
  return new Secret(other.href)
}

/**
 * A server that runs already, for drills to make databases on. `systemIdentifier` is that of the server that was backed
 * up. Errors: `server-is-source`, `server-not-empty`, those of the connection.
 */
export async function openServiceUrl(
  url: Secret,
  systemIdentifier: string | undefined,
  context: SourceContext,
  keeper?: CopyKeeper,
): Promise<ThrowawayServer> {
  const settings = await resolveConnection(url, context)
  const session = await openSession(settings, context)
  const server = placeText(session.place)
  try {
    await refuseSource(session, server, systemIdentifier)
    await dropLeft(session)
    await refuseUsed(session, settings, server, context)
  } finally {
    await session.close()
  }
  const { version, major } = await versionOf(settings, context)
  const names = new Map<string, string>()
  const roles: string[] = []
  const token = keeper?.owner ?? (await processToken())
  const made = (): MadeOnServer => ({ source: 'postgres', url, databases: [...names.values()], roles })
  return {
    kind: 'url',
    major,
    version,
    name: server,
    settings,
    async databaseFor(database) {
      const known = names.get(database) ?? drillDatabase(token)
      names.set(database, known)
      await keeper?.note(made())
      return known
    },
    async keepsRoles(created) {
      roles.push(...created)
      await keeper?.note(made())
    },
    urlOf: (database) => urlOf(url, database),
    remove: () => dropMade(made(), context),
  }
}
