import type { Finding } from '../../../domain/finding.ts'
import type { RestoreOptions, RestoreResult, RestoreTarget, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { type ConnectionSettings, resolveConnection } from '../connection/resolve.ts'
import { openSession, type Session } from '../connection/session.ts'
import { parseUri } from '../connection/uri.ts'
import { globalsStream } from '../dump/globals-stream.ts'
import { serverFacts } from '../server/facts.ts'
import { openRestoreClient } from './client.ts'
import type { StoredDatabase, StoredDump } from './layout.ts'
import { restoreParts } from './parts.ts'
import { readText } from './read-text.ts'
import { applyGlobals } from './roles.ts'
import { restoreWhole, type WholeRestore } from './whole.ts'

type DatabaseTarget = Extract<RestoreTarget, { readonly type: 'database' }>

/** The databases that a restore is about, each with the name that it gets. */
function placements(
  dump: StoredDump,
  named: string | undefined,
): { readonly stored: StoredDatabase; readonly database: string }[] {
  const known = dump.databases.map(({ name, stream }) => name ?? stream.name)
  if (named === undefined) {
    return dump.databases.map((stored) => {
      if (stored.name !== undefined) return { stored, database: stored.name }
      throw new HoldfastError('usage', 'the backup does not say what its database was called', {
        hint: 'Give the URL of the target a database: postgres://host/database.',
      })
    })
  }
  const [only, ...others] = dump.databases
  const stored = others.length === 0 ? only : dump.databases.find(({ name }) => name === named)
  if (stored !== undefined) return [{ stored, database: named }]
  throw new HoldfastError('usage', `the backup holds ${known.join(', ')}, and the URL names ${named}`, {
    hint: 'Name one of them in the URL, or none: then all of them are restored.',
    context: { database: named, databases: known },
  })
}

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

async function restoreGlobals(
  dump: StoredDump,
  session: Session,
  overwrite: boolean,
  warn: (finding: Finding) => void,
): Promise<void> {
  if (dump.globals === undefined) return
  const sql = await readText(dump.link.open(dump.globals.name))
  const { kept, failed } = await applyGlobals(session, sql, { overwrite, tablespaces: true })
  if (kept.length > 0 && !overwrite) {
    warn({
      severity: 'info',
      code: 'roles-kept',
      message: `${kept.length} roles were there and stayed as they are, with their passwords`,
      hint: 'Add --overwrite to give them the attributes and passwords of the backup.',
      names: kept,
    })
  }
  if (failed.length > 0) {
    warn({
      severity: 'warning',
      code: 'globals-partly',
      message: `${failed.length} statements about roles and tablespaces failed: ${failed[0]}`,
      hint: 'Restore as a superuser, or make what is missing by hand.',
      names: failed,
    })
  }
}

/**
 * Restores into a server: one database under the name that the URL gives, or all of them with their roles where it gives
 * none; or parts of one. Errors: `target-not-empty`, `server-too-old`, `restore-failed`, `usage`.
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
    const onPlace = { ...settings, places: [maintenance.place] }
    const client = await openRestoreClient(
      { ...onPlace, database: maintenance.database },
      Math.max(dump.major, 0),
      context,
    )
    try {
      if (wantsRoles) await restoreGlobals(dump, maintenance, options.overwrite, warn)
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
      if (schemas.length + tables.length > 0) {
        const [place, ...more] = places
        if (place === undefined || more.length > 0) {
          throw new HoldfastError('usage', 'parts are restored of one database at a time', {
            hint: 'Name the database in the URL of the target.',
          })
        }
        await restoreParts(parts, place, { tables, schemas }, context)
      } else if (!(options.include.length > 0)) {
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
