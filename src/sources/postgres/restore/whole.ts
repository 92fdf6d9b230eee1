import type { Finding } from '../../../domain/finding.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { withLastSession } from '../connection/last-session.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import { openSession, type Session } from '../connection/session.ts'
import type { ServerFacts } from '../server/facts.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { readArchive } from './archive.ts'
import type { RestoreClient } from './client.ts'
import { createDatabase } from './create-database.ts'
import { fillDatabase } from './fill.ts'
import type { StoredDump } from './layout.ts'
import { missingOwners } from './owners.ts'
import type { Placement } from './placements.ts'
import { giveProperties } from './properties.ts'
import { replaceDatabase, standInName } from './replace.ts'
import { safetyDump } from './safety-dump.ts'
import { contentsOf, databaseExists, roleNames } from './target-state.ts'

/** What the databases of one restore share. */
export interface WholeRestore {
  readonly dump: StoredDump
  readonly settings: ConnectionSettings
  readonly maintenance: Session
  readonly server: ServerFacts
  readonly client: RestoreClient
  readonly jobs: number
  readonly overwrite: boolean
  warn(finding: Finding): void
}

/** What stands in the target, at most three of it; undefined where it is not there. */
async function standing({ maintenance, settings }: WholeRestore, database: string, context: SourceContext) {
  if (!(await databaseExists(maintenance, database))) return undefined
  const session = await openSession(settings, context, database)
  return contentsOf(session).finally(() => session.close())
}

async function isOwnerless(
  restore: WholeRestore,
  { stored, database }: Placement,
  context: SourceContext,
): Promise<boolean> {
  if (stored.format === 'plain') return false
  const { entries } = await readArchive(restore.client, restore.dump, stored, context)
  const finding = missingOwners(entries, await roleNames(restore.maintenance))
  if (finding !== undefined) restore.warn({ ...finding, message: `${database}: ${finding.message}` })
  return finding !== undefined
}

async function make(restore: WholeRestore, { stored }: Placement, database: string): Promise<void> {
  const { maintenance, server, warn } = restore
  const creation = stored.fingerprint?.creation ?? {}
  const { otherLocale } = await createDatabase(maintenance, database, creation, server.major)
  if (otherLocale !== undefined) {
    warn({
      severity: 'warning',
      code: 'locale-missing',
      message: `${database} was made with the locale C: ${otherLocale}`,
      hint: 'Install the locale on the server and restore again, if the order of texts matters.',
    })
  }
  const { owner } = creation
  if (owner !== undefined && (await roleNames(maintenance)).has(owner)) {
    const statement = `alter database ${quoteIdentifier(database)} owner to ${quoteIdentifier(owner)}`
    // Who may not give it away keeps it.
    await maintenance.query(statement).catch(() => undefined)
  }
}

/** Makes a database and fills it; nothing of it stays when that fails. Returns whether it came without owners and rights. */
async function intoNew(
  restore: WholeRestore,
  placement: Placement,
  database: string,
  context: SourceContext,
): Promise<boolean> {
  const { dump, client, settings, maintenance, jobs } = restore
  const ownerless = await isOwnerless(restore, placement, context)
  await make(restore, placement, database)
  try {
    await fillDatabase(dump, placement.stored, database, client, settings, { jobs, ownerless }, context)
  } catch (error) {
    const drop = `drop database if exists ${quoteIdentifier(database)} with (force)`
    await withLastSession(settings, context, maintenance.database, (own) => own.query(drop)).catch(
      () => undefined,
    )
    throw error
  }
  return ownerless
}

function notEmpty(database: string, contents: readonly string[]): HoldfastError {
  return new HoldfastError('target-not-empty', `the database ${database} holds ${contents.join(', ')}`, {
    hint: 'Name another database in the URL, which is made; or add --overwrite: it is dumped and replaced.',
    context: { database, contents },
  })
}

/** Nothing is begun where one of several databases would be refused. Errors: `target-not-empty`. */
export async function refuseUsed(
  restore: WholeRestore,
  placements: readonly Placement[],
  context: SourceContext,
): Promise<void> {
  if (restore.overwrite) return
  for (const { database } of placements) {
    const contents = await standing(restore, database, context)
    if (contents !== undefined && contents.length > 0) throw notEmpty(database, contents)
  }
}

/**
 * Restores one database whole. One that is not there is made; an empty one is filled; any other is refused, or with
 * overwrite restored beside it, dumped for safety and then replaced. Errors: `target-not-empty`, `restore-failed`.
 */
export async function restoreWhole(
  restore: WholeRestore,
  placement: Placement,
  context: SourceContext,
): Promise<void> {
  const { dump, client, settings, maintenance, jobs, overwrite, warn } = restore
  const { stored, database } = placement
  const contents = await standing(restore, database, context)
  if (contents === undefined) {
    const ownerless = await intoNew(restore, placement, database, context)
    return giveProperties(restore, database, stored.fingerprint?.properties ?? {}, !ownerless)
  }
  if (contents.length === 0) {
    const ownerless = await isOwnerless(restore, placement, context)
    return fillDatabase(dump, stored, database, client, settings, { jobs, ownerless }, context)
  }
  if (!overwrite) throw notEmpty(database, contents)
  const standIn = standInName(database)
  await intoNew(restore, placement, standIn, context)
  const session = await openSession(settings, context, database)
  const file = await safetyDump({ settings, session }, context).finally(() => session.close())
  warn({
    severity: 'info',
    code: 'safety-dump',
    message: `what was in ${database} is in ${file}`,
    hint: 'Remove it when nobody misses anything.',
  })
  await replaceDatabase(maintenance, database, standIn)
}
