import type { Finding } from '../../../domain/finding.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { chooseProgram, programMissing } from '../client/choose.ts'
import { findPrograms } from '../client/programs.ts'
import { type ConnectionSettings, resolveConnection } from '../connection/resolve.ts'
import { openSession, type Session } from '../connection/session.ts'
import { selectionOf } from '../dump/argv.ts'
import { chooseDatabases } from '../dump/databases.ts'
import { explainClient } from '../dump/explain.ts'
import { databaseSize } from '../server/database-size.ts'
import { refusePooler, type ServerFacts, serverFacts } from '../server/facts.ts'
import { requireRoom } from '../server/room.ts'
import type { PostgresSettings } from '../settings.ts'
import { largeObjectFindings, rightsFindings } from './rights.ts'

/** An error as a finding; what is none of ours is thrown on. */
function asFinding(thrown: unknown): Finding {
  const error = explainClient(thrown)
  if (!(error instanceof HoldfastError)) throw error
  const { code, message, hint } = error
  return { severity: 'error', code, message, ...(hint !== undefined && { hint }) }
}

async function clientFinding(
  settings: PostgresSettings,
  { major }: ServerFacts,
  context: SourceContext,
): Promise<Finding> {
  if (settings.client !== 'auto') {
    const message = `pg_dump of the image ${settings.client.image} is asked for`
    return { severity: 'info', code: 'client-in-image', message }
  }
  const programs = await findPrograms('pg_dump', context)
  const found = chooseProgram(programs, major)
  if (found === undefined) return asFinding(programMissing('pg_dump', major, programs))
  if (found.major === major)
    return { severity: 'ok', code: 'tool-found', message: `pg_dump ${found.version} is there` }
  return {
    severity: 'info',
    code: 'client-newer',
    message: `pg_dump ${found.version} dumps the server ${major}: a restore needs ${found.major} or newer`,
    hint: `Install postgresql-client-${major} for dumps that ${major} takes back.`,
  }
}

function standbyFindings({ standby }: ServerFacts, feedback: boolean): Finding[] {
  if (!standby || feedback) return []
  return [
    {
      severity: 'warning',
      code: 'standby-may-cancel',
      message: 'the server is a standby that cancels a dump which stands in the way of its primary',
      hint: 'Let the primary wait for what the standby reads.',
      command: 'alter system set hot_standby_feedback = on; select pg_reload_conf()',
    },
  ]
}

async function scratchFinding(session: Session, { scratch }: SourceContext): Promise<Finding[]> {
  const bytes = await databaseSize(session)
  return requireRoom(scratch, bytes, { what: 'a dump in directory format' }).then(
    () => [],
    (error: unknown) => [asFinding(error)],
  )
}

async function databaseFindings(
  settings: PostgresSettings,
  connection: ConnectionSettings,
  database: string,
  server: ServerFacts,
  context: SourceContext,
): Promise<Finding[]> {
  const session = await openSession(connection, context, database)
  try {
    const selection = selectionOf(settings)
    return [
      ...(await rightsFindings(session, selection, server)),
      ...(await largeObjectFindings(session, selection, server)),
      ...(settings.format === 'directory' ? await scratchFinding(session, context) : []),
    ]
  } finally {
    await session.close()
  }
}

async function look(
  settings: PostgresSettings,
  session: Session,
  connection: ConnectionSettings,
  context: SourceContext,
) {
  const server = await serverFacts(session)
  refusePooler(server)
  const reached = `PostgreSQL ${server.version} answers${server.standby ? ' as a standby' : ''}`
  const findings: Finding[] = [{ severity: 'ok', code: 'server-reached', message: reached }]
  findings.push(await clientFinding(settings, server, context))
  const [row] = await session.query<{ on: boolean; passwords: boolean }>(
    `select current_setting('hot_standby_feedback') = 'on' as on,
      pg_catalog.has_table_privilege('pg_catalog.pg_authid', 'SELECT') as passwords`,
  )
  findings.push(...standbyFindings(server, row?.on === true))
  if (settings.globals && row?.passwords !== true) {
    findings.push({
      severity: 'info',
      code: 'roles-without-passwords',
      message: `${server.user} may not read the passwords of roles: they are left out`,
      hint: 'Dump as a superuser if restored roles should keep their passwords, or set globals: false.',
    })
  }
  for (const database of await chooseDatabases(session, settings.databases ?? [connection.database])) {
    findings.push(...(await databaseFindings(settings, connection, database, server, context)))
  }
  return findings
}

/** What stands in the way of a dump: the server, the client, rights on what is dumped, room for what is spooled. */
export async function preflightDump(settings: PostgresSettings, context: SourceContext): Promise<Finding[]> {
  try {
    selectionOf(settings)
    const resolved = await resolveConnection(settings.url, context)
    const session = await openSession(resolved, context)
    try {
      return await look(settings, session, { ...resolved, places: [session.place] }, context)
    } finally {
      await session.close()
    }
  } catch (thrown) {
    context.signal.throwIfAborted()
    return [asFinding(thrown)]
  }
}
