import type { DrillCheck } from '../../../domain/drill.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { hasCode } from '../../../errors/error.ts'
import { openSession } from '../connection/session.ts'
import type { RestoreClient } from '../restore/client.ts'
import { createDatabase } from '../restore/create-database.ts'
import type { StoredDatabase, StoredDump } from '../restore/layout.ts'
import { loadStored } from '../restore/load-stored.ts'
import { readText } from '../restore/read-text.ts'
import { applyGlobals } from '../restore/roles.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import type { ThrowawayServer } from '../throwaway/server.ts'
import { missingExtensions } from './extensions.ts'
import { hashedStream } from './hashed.ts'
import { giveMeaning } from './meaning.ts'

/** One database of a backup on a throwaway server. */
export interface CopiedDatabase {
  readonly stored: StoredDatabase
  /** Its name there. */
  readonly database: string
}

export interface Copy {
  readonly checks: readonly DrillCheck[]
  /** Those that were restored whole. */
  readonly databases: readonly CopiedDatabase[]
}

const bytesOf = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text)

/** Roles come first, since owners and policies name them; what fails there shows in what needs it. */
async function restoreRoles(
  dump: StoredDump,
  server: ThrowawayServer,
  context: SourceContext,
): Promise<void> {
  if (dump.globals === undefined) return
  const sql = await readText(dump.link.open(dump.globals.name))
  const session = await openSession(server.settings, context)
  try {
    const { created } = await applyGlobals(session, sql, { overwrite: false, tablespaces: false })
    await server.keepsRoles?.(created)
  } finally {
    await session.close()
  }
}

async function prepare(
  stored: StoredDatabase,
  server: ThrowawayServer,
  context: SourceContext,
): Promise<{ database: string; checks: readonly DrillCheck[] }> {
  // A database that is called postgres may be among those of the backup; who is connected to it cannot drop it.
  const maintenance = server.kind === 'url' ? server.settings.database : 'template1'
  const session = await openSession(server.settings, context, maintenance)
  try {
    const missing = await missingExtensions(session, stored.fingerprint?.extensions ?? [], server)
    const database = await server.databaseFor(stored.name ?? 'restored')
    const [taken] = await session.query('select 1 from pg_catalog.pg_database where datname = $1', [database])
    if (taken !== undefined) await session.query(`drop database ${quoteIdentifier(database)} with (force)`)
    if (missing.length === 0) {
      const { otherLocale } = await createDatabase(
        session,
        database,
        stored.fingerprint?.creation ?? {},
        server.major,
      )
      if (otherLocale !== undefined) {
        context.warn({
          severity: 'info',
          code: 'locale-missing',
          message: `the copy of ${database} has the locale C: ${otherLocale}`,
        })
      }
    }
    return { database, checks: missing }
  } finally {
    await session.close()
  }
}

async function load(
  dump: StoredDump,
  { stored, database }: CopiedDatabase,
  server: ThrowawayServer,
  client: RestoreClient,
  context: SourceContext,
): Promise<DrillCheck[]> {
  const { stream, check } = hashedStream(dump.link, stored.stream)
  const name = `restore ${stored.name ?? stored.stream.name}`
  const expected = 'no error'
  try {
    const options = { jobs: 1, tablespaces: false }
    await loadStored(stored, () => stream, database, client, options, context)
    const checked = await check()
    await giveMeaning(stored, database, server, context)
    return [checked, { name, result: 'passed', expected, found: expected }]
  } catch (error) {
    stream.destroy()
    if (!hasCode(error, 'restore-failed', 'tool-failed')) throw error
    return [{ name, result: 'failed', expected, found: bytesOf(error.message) }]
  }
}

/** Brings every database of a dump back on a throwaway server. A failed check is what a database did not survive. */
export async function copyDump(
  dump: StoredDump,
  server: ThrowawayServer,
  client: RestoreClient,
  context: SourceContext,
): Promise<Copy> {
  const checks: DrillCheck[] = []
  const databases: CopiedDatabase[] = []
  await restoreRoles(dump, server, context)
  for (const stored of dump.databases) {
    const { database, checks: missing } = await prepare(stored, server, context)
    checks.push(...missing)
    if (missing.length > 0) continue
    const found = await load(dump, { stored, database }, server, client, context)
    checks.push(...found)
    if (found.every(({ result }) => result !== 'failed')) databases.push({ stored, database })
  }
  return { checks, databases }
}
