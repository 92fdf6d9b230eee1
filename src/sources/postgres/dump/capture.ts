import type { Capture, CaptureContext } from '../../../domain/source.ts'
import { openDumpClient } from '../client/dump-client.ts'
import { resolveConnection } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'
import { rolesOf } from '../fingerprint/facts.ts'
import { refusePooler, serverFacts } from '../server/facts.ts'
import type { PostgresSettings } from '../settings.ts'
import { selectionOf } from './argv.ts'
import { concludeDump } from './conclude.ts'
import { type DatabaseDump, dumpDatabase } from './database-stream.ts'
import { chooseDatabases, dumpEstimate } from './databases.ts'
import { explainClient } from './explain.ts'
import { dumpGlobals } from './globals-stream.ts'
import type { DumpRun } from './run.ts'

/** The name of the stream of the only database; of several each has its own. */
const dumpStream = 'dump'

async function mayReadPasswords(session: { query: (sql: string) => Promise<unknown> }): Promise<boolean> {
  return session.query('select 1 from pg_catalog.pg_authid limit 1').then(
    () => true,
    () => false,
  )
}

/**
 * Begins a dump of one or several databases: one stream each, and one for the roles. Errors: those of connections and
 * clients; see docs/errors.md under database-.
 */
export async function captureDump(settings: PostgresSettings, context: CaptureContext): Promise<Capture> {
  const selection = selectionOf(settings)
  const resolved = await resolveConnection(settings.url, context)
  const session = await openSession(resolved, context)
  try {
    const connection = { ...resolved, places: [session.place] }
    const server = await serverFacts(session)
    refusePooler(server)
    const databases = await chooseDatabases(session, settings.databases ?? [connection.database])
    const passwords = settings.globals && (await mayReadPasswords(session))
    const [only] = databases.length === 1 ? databases : []
    const roles = settings.globals ? await rolesOf(session) : undefined
    const estimate = only === session.database ? await dumpEstimate(session) : undefined
    const client = await openDumpClient(
      settings.client,
      { major: server.major, settings: connection, place: session.place },
      context,
    )
    const run: DumpRun = { context, settings, selection, connection, server, client }
    const dumps: DatabaseDump[] = databases.map((database) =>
      dumpDatabase(run, database, only === undefined ? `${dumpStream}-${database}` : dumpStream, estimate),
    )
    const globals = settings.globals ? dumpGlobals(run, passwords) : undefined
    return {
      level: 0,
      description: {
        type: 'postgres',
        method: 'dump',
        format: settings.format,
        server: server.version,
        serverMajor: server.major,
        client: `pg_dump ${client.version}`,
        restoreNeedsMajor: client.major,
        databases: databases.length,
        ...(server.systemIdentifier !== undefined && { systemIdentifier: server.systemIdentifier }),
        ...(server.standby && { standby: true }),
        ...(settings.globals && { rolePasswords: passwords }),
      },
      streams: [...dumps.map(({ stream }) => stream), ...(globals === undefined ? [] : [globals.stream])],
      async finish() {
        await client.dispose()
        return concludeDump(run, dumps, roles)
      },
      async abort() {
        await Promise.all([...dumps.map((dump) => dump.stop()), globals?.stop()])
        await client.dispose()
      },
    }
  } catch (error) {
    throw explainClient(error)
  } finally {
    await session.close()
  }
}
