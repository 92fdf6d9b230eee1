import type { Finding } from '../../../domain/finding.ts'
import type { RestoreOptions, RestoreResult, RestoreTarget, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { type ConnectionSettings, resolveConnection } from '../connection/resolve.ts'
import { openSession, type Session } from '../connection/session.ts'
import { parseUri } from '../connection/uri.ts'
import { globalsStream } from '../dump/globals-stream.ts'
import { serverFacts } from '../server/facts.ts'
import { openRestoreClient } from './client.ts'
import { restoreGlobals } from './globals.ts'
import type { StoredDump } from './layout.ts'
import { restoreParts } from './parts.ts'
import { placements } from './placements.ts'
import { refuseUsed, restoreWhole, type WholeRestore } from './whole.ts'

type DatabaseTarget = Extract<RestoreTarget, { readonly type: 'database' }>

/** A session for commands about databases; the one of the URL may not be there yet. */
async function openMaintenance(
  settings: ConnectionSettings,
  wanted: readonly string[],
  context: SourceContext,
): Promise<Session> {
  // Who is connected to a database cannot put another one in its place.
  const candidates = [...['postgres', 'template1'].filter((name) => !wanted.includes(name)), ...wanted]
  let failure: unknown
  for (const database of candidates) {
    try {
      return await openSession(settings, context, database)
    } catch (error) {
      context.signal.throwIfAborted()
      failure = error
    }
  }
  throw failure
}

/**
 * Restores into a server: one database under the name that the URL gives, or all of them with their roles where it gives
 * none; or parts of one. Errors: `target-not-empty`, `restore-failed`, `usage`, those of clients and connections.
 */
export async function restoreToServer(
  context: SourceContext,
  dump: StoredDump,
  target: DatabaseTarget,
  options: RestoreOptions & { readonly jobs: number },
): Promise<RestoreResult> {
  const settings = await resolveConnection(target.url, context)
  const named = parseUri(target.url.reveal()).dbname
  const warnings: Finding[] = []
  const warn = (finding: Finding): void => void warnings.push(finding)
  const wantsRoles = named === undefined || options.include.includes(globalsStream)
  const schemas = options.include.filter((name) => name !== globalsStream)
  const tables = options.tables ?? []
  const places = placements(dump, named)
  const wanted = places.map(({ database }) => database)
  const maintenance = await openMaintenance(settings, wanted, context)
  try {
    const server = await serverFacts(maintenance)
    if (server.major < dump.serverMajor) {
      warn({
        severity: 'warning',
        code: 'server-older',
        message: `the backup is of PostgreSQL ${dump.serverMajor}, and the server is ${server.version}`,
        hint: 'What the older one does not know would have failed; look at the rest before it is relied on.',
      })
    }
    const onPlace = { ...settings, places: [maintenance.place] }
    const client = await openRestoreClient(
      { ...onPlace, database: maintenance.database },
      Math.max(dump.major, 0),
      context,
    )
    try {
      const parts: WholeRestore = {
        dump,
        settings: onPlace,
        maintenance,
        server,
        client,
        jobs: options.jobs,
        overwrite: options.overwrite,
        warn,
      }
      const isWhole = schemas.length + tables.length === 0
      if (isWhole && options.include.length === 0) await refuseUsed(parts, places, context)
      if (wantsRoles) await restoreGlobals(dump, maintenance, options.overwrite, warn)
      if (!isWhole) {
        const [place, ...more] = places
        if (place === undefined || more.length > 0) {
          throw new HoldfastError('usage', 'parts are restored of one database at a time', {
            hint: 'Name the database in the URL of the target.',
          })
        }
        await restoreParts(parts, place, { tables, schemas }, context)
      } else if (options.include.length === 0) {
        for (const place of places) await restoreWhole(parts, place, context)
      }
    } finally {
      await client.dispose()
    }
  } finally {
    await maintenance.close()
  }
  return { bytes: dump.databases.reduce((sum, { stream }) => sum + stream.bytes, 0), warnings }
}
