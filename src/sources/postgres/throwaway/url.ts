import type { CopyKeeper, MadeOnServer } from '../../../domain/copy.ts'
import { Secret } from '../../../domain/secret.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { processToken } from '../../../process/running-process.ts'
import { placeText } from '../connection/errors.ts'
import { resolveConnection } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { drillDatabase } from './drill-database.ts'
import type { ThrowawayServer } from './server.ts'
import { dropLeft, refuseSource, refuseUsed } from './service-server.ts'
import { versionOf } from './version.ts'

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
