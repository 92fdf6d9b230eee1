import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { openSession } from '../connection/session.ts'
import { readArchive } from './archive.ts'
import { fillDatabase } from './fill.ts'
import { missingOwners } from './owners.ts'
import { demandAll, demandLacking, notPutBack, permit } from './parts-guards.ts'
import type { Placement } from './placements.ts'
import type { Parts } from './seed.ts'
import { selectParts } from './select.ts'
import { setAside } from './set-aside.ts'
import { standingRelations } from './standing.ts'
import { databaseExists, roleNames } from './target-state.ts'
import type { WholeRestore } from './whole.ts'

/**
 * Restores tables or schemas of one database into one that is there. What is replaced goes once the new is there: after a
 * failure it is as it was. Errors: `path-not-found`, `target-not-empty`, `target-unknown`, `restore-failed`.
 */
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
    await demandLacking(session, selected.lacking)
    const standing = await standingRelations(session, selected.relations)
    const file = await permit(restore, session, standing, context)
    const list = join(directory, 'list')
    await writeFile(list, selected.ids.map((id) => `${id};\n`).join(''), { mode: 0o600 })
    const options = { jobs: restore.jobs, ownerless: owners !== undefined, list, mayExist: true }
    const aside = await setAside(session, selected.relations, standing, settings, context)
    try {
      await fillDatabase(dump, stored, database, client, settings, options, context)
    } catch (error) {
      await aside.putBack().catch((cause: unknown) => {
        throw notPutBack(database, error, cause, file)
      })
      throw error
    }
    await aside.discard()
  } finally {
    await session.close()
    await rm(directory, { recursive: true, force: true })
  }
  if (selected.leftOut.length > 0) {
    warn({
      severity: 'warning',
      code: 'parts-left-out',
      message: `${selected.leftOut.length} parts need tables that were not restored, and are left out`,
      hint: 'Restore those tables as well, or make what is missing by hand.',
      names: selected.leftOut,
    })
  }
}
