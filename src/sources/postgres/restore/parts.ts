import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { openSession, type Session } from '../connection/session.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { readArchive } from './archive.ts'
import { fillDatabase } from './fill.ts'
import { missingOwners } from './owners.ts'
import { safetyDump } from './safety-dump.ts'
import { type Parts, type SelectedParts, selectParts } from './select.ts'
import { databaseExists, existingRelations, roleNames } from './target-state.ts'
import type { Placement, WholeRestore } from './whole.ts'

function demandAll({ absent }: SelectedParts, known: readonly string[]): void {
  if (absent.length === 0) return
  throw new HoldfastError('path-not-found', `the backup has no ${absent.join(', ')}`, {
    hint: `It has ${known.slice(0, 20).join(', ')}${known.length > 20 ? ' and more' : ''}.`,
    context: { absent },
  })
}

/** Makes room for tables that are there: refused, or dumped for safety and dropped. */
async function makeRoom(
  restore: WholeRestore,
  session: Session,
  relations: SelectedParts['relations'],
  context: SourceContext,
): Promise<void> {
  const there = await existingRelations(session, relations)
  if (there.length === 0) return
  const { database } = session
  if (!restore.overwrite) {
    throw new HoldfastError('target-not-empty', `the database ${database} has ${there.join(', ')}`, {
      hint: 'Restore into another database, or add --overwrite: they are dumped and replaced.',
      context: { database, tables: there },
    })
  }
  const tables = relations.filter(({ schema, name }) => there.includes(`${schema}.${name}`))
  const file = await safetyDump({ settings: restore.settings, session, tables }, context)
  restore.warn({
    severity: 'info',
    code: 'safety-dump',
    message: `what was in ${there.join(', ')} is in ${file}`,
    hint: 'Remove it when nobody misses anything.',
  })
  const names = tables.map(({ schema, name }) => `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`)
  try {
    // All at once, since they may refer to each other; what else refers to them is not taken along.
    await session.query(`drop table ${names.join(', ')}`)
  } catch (cause) {
    throw new HoldfastError('restore-failed', `they cannot be replaced: ${(cause as Error).message}`, {
      hint: 'Drop what depends on them first, such as views and foreign keys, or restore into another database.',
      context: { database, tables: there },
      cause,
    })
  }
}

/** Restores tables or schemas of one database into one that is there. Errors: `path-not-found`, `target-not-empty`. */
export async function restoreParts(
  restore: WholeRestore,
  { stored, database }: Placement,
  parts: Parts,
  context: SourceContext,
): Promise<void> {
  const { dump, client, settings, maintenance, warn } = restore
  if (stored.format === 'plain') {
    throw new HoldfastError('usage', 'a plain dump has no parts to choose from', {
      hint: 'Restore all of it into another database, and copy the tables from there.',
    })
  }
  if (!(await databaseExists(maintenance, database))) {
    throw new HoldfastError('target-unknown', `there is no database ${database} to restore parts into`, {
      hint: 'Make it first, or name another one in the URL.',
      context: { database },
    })
  }
  const { entries, listed } = await readArchive(client, dump, stored, context)
  const selected = selectParts(entries, listed, parts)
  const relations = entries.filter(({ kind }) => /^(TABLE|VIEW|MATERIALIZED VIEW|FOREIGN TABLE)$/.test(kind))
  demandAll(
    selected,
    relations.map(({ schema, name }) => `${schema}.${name}`),
  )
  const chosen = new Set(selected.ids)
  const owners = missingOwners(
    entries.filter(({ id }) => chosen.has(id)),
    await roleNames(maintenance),
  )
  if (owners !== undefined) warn(owners)
  const session = await openSession(settings, context, database)
  const directory = await makePrivateDirectory(context.scratch, 'holdfast-restore')
  try {
    await makeRoom(restore, session, selected.relations, context)
    const list = join(directory, 'list')
    await writeFile(list, selected.ids.map((id) => `${id};\n`).join(''), { mode: 0o600 })
    const options = { jobs: restore.jobs, ownerless: owners !== undefined, list, mayExist: true }
    await fillDatabase(dump, stored, database, client, settings, options, context)
  } finally {
    await session.close()
    await rm(directory, { recursive: true, force: true })
  }
  if (selected.leftOut.length > 0) {
    warn({
      severity: 'warning',
      code: 'parts-left-out',
      message: `${selected.leftOut.length} parts need tables that were not restored, and are left out`,
      hint: 'Restore those tables as well, or make the foreign keys by hand.',
      names: selected.leftOut,
    })
  }
}
