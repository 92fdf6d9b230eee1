import type { Clock } from '../../../domain/clock.ts'
import type { DatabaseFingerprint, TableFingerprint } from '../../fingerprint.ts'
import type { Session } from '../connection/session.ts'
import type { DumpSelection } from '../dump/argv.ts'
import { extensionsOf } from './facts.ts'
import { fingerprintLargeObjects } from './large-objects.ts'
import { planFingerprint, plannedOnly, type TakenFingerprint } from './plan.ts'
import { fixedSettings } from './settings.ts'
import { fingerprintSchema } from './structure.ts'
import { fingerprintTables } from './tables.ts'
import { schemasOf } from './take.ts'

const everything: DumpSelection = {
  format: 'custom',
  schemas: [],
  excludeSchemas: [],
  tables: [],
  excludeTables: [],
  excludeTableData: [],
  lockWaitTimeout: 0,
  jobs: 1,
}

/**
 * Takes the fingerprint of a restored copy in the way in which the recorded one was taken: the same tables, each as
 * thoroughly. A table that is not there is not in the result. `session` is the caller's own and is left with settings of
 * its own, outside of any transaction. Errors: those of the server.
 */
export async function fingerprintAgain(
  session: Session,
  recorded: DatabaseFingerprint,
  { clock, serverMajor }: { readonly clock: Clock; readonly serverMajor: number },
): Promise<TakenFingerprint> {
  await session.query('begin isolation level repeatable read read only')
  const plan = await planFingerprint(session, everything, serverMajor)
  await session.query('rollback')
  await session.query(fixedSettings)
  await session.query('begin isolation level repeatable read read only')
  try {
    const byName = new Map(plan.relations.map((relation) => [relation.name, relation]))
    const tables: TableFingerprint[] = []
    for (const depth of ['full', 'sample', 'counts'] as const) {
      const wanted = recorded.tables
        .filter((table) => table.depth === depth)
        .flatMap(({ name }) => byName.get(name) ?? [])
      const found = await fingerprintTables(session, wanted, {
        depth,
        budget: Number.POSITIVE_INFINITY,
        clock,
      })
      tables.push(...found.tables)
    }
    const hashes =
      recorded.structure === undefined
        ? {}
        : await fingerprintSchema(session, plan.relations, await schemasOf(session))
    const { largeObjects } = recorded
    return {
      ...plannedOnly(plan),
      ...hashes,
      depth: recorded.depth,
      tables,
      extensions: await extensionsOf(session),
      ...(largeObjects && {
        largeObjects: await fingerprintLargeObjects(
          session,
          largeObjects.hash !== undefined,
          largeObjects.hash,
        ),
      }),
    }
  } finally {
    await session.query('rollback')
  }
}
