import type { Clock } from '../../../domain/clock.ts'
import { isStatementTimeout } from '../connection/errors.ts'
import type { Session } from '../connection/session.ts'
import type { ServerFacts } from '../server/facts.ts'
import { isTransactional, listTables, shown, type Table } from '../server/tables.ts'
import { type Column, listColumns } from './columns.ts'
import { fingerprintObjects } from './objects.ts'
import { fingerprintTable } from './tables.ts'
import type { Depth, Fingerprint, ObjectFingerprint, TableFingerprint } from './types.ts'

export interface Looking {
  readonly session: Session
  readonly facts: ServerFacts
  readonly databases: readonly string[]
  readonly depth: Depth
  /** Milliseconds for the hashes; afterwards tables are sampled, then counted. */
  readonly budget: number
  readonly clock: Clock
  /** Whether tables without transactions are as they were too: writers wait. */
  readonly allTables: boolean
  /** No row is looked at. */
  readonly definitionsOnly?: boolean
  /** A copy is looked at as its source was, in place of `depth`; there is no snapshot then. */
  readonly as?: Fingerprint
}

async function limitStatements({ session, facts }: Looking, milliseconds: number): Promise<void> {
  const statement =
    facts.version.flavor === 'mariadb'
      ? `SET SESSION max_statement_time = ${milliseconds / 1000}`
      : `SET SESSION max_execution_time = ${Math.ceil(milliseconds)}`
  await session.run(statement)
}

const shallower: Readonly<Record<Depth, Depth>> = { full: 'sample', sample: 'counts', counts: 'counts' }

/** Server and version as far as definitions are written alike. */
function kindOf({ version }: ServerFacts): string {
  return `${version.flavor} ${version.major}.${version.minor}`
}

/** One table after the other; what does not fit into the budget is looked at less thoroughly, that one and all later ones. */
async function lookAtTables(
  looking: Looking,
  tables: readonly Table[],
  columnsOf: (table: Table) => readonly Column[],
): Promise<TableFingerprint[]> {
  const { session, clock, budget, as } = looking
  const started = clock.monotonic()
  let depth = looking.depth
  const found: TableFingerprint[] = []
  // Going back to a savepoint lets a table go that was read: else nobody could alter it before the end.
  // (Outside of a transaction there is no savepoint to go back to, and nothing is held.)
  const savepoint = (statement: string) => session.run(`${statement} looked`).catch(() => undefined)
  await savepoint('SAVEPOINT')
  for (const table of tables) {
    const earlier = as?.tables.find((one) => one.database === table.database && one.table === table.name)
    if (earlier) depth = earlier.depth
    for (;;) {
      // A sample and the counts get half as much again each; the last is let go on whatever it takes.
      const allowed = depth === 'full' ? budget : budget * 1.5
      const left = allowed - (clock.monotonic() - started)
      const limited = depth !== 'counts' && as === undefined
      if (limited && left <= 0) {
        depth = shallower[depth]
        continue
      }
      await limitStatements(looking, limited ? left : 0)
      try {
        found.push(await fingerprintTable(session, table, columnsOf(table), depth))
        await savepoint('ROLLBACK TO SAVEPOINT')
        break
      } catch (error) {
        if (!isStatementTimeout(error) || depth === 'counts') throw error
        depth = shallower[depth]
      }
    }
  }
  return found
}

/** Looks at some databases through a session: in the snapshot that it is in, or as they are. */
export async function takeFingerprint(looking: Looking): Promise<Omit<Fingerprint, 'matched'>> {
  const { session, facts, databases, allTables } = looking
  const tables = await listTables(session, databases)
  const columns = new Map<string, Map<string, Column[]>>()
  const objects: ObjectFingerprint[] = []
  for (const database of databases) {
    columns.set(database, await listColumns(session, database))
    const own = tables.filter((table) => table.database === database)
    objects.push(...(await fingerprintObjects(session, database, own)))
  }
  const covered = (table: Table) => allTables || isTransactional(table)
  const data =
    looking.definitionsOnly === true ? [] : tables.filter((table) => !table.isView && covered(table))
  return {
    format: 1,
    type: 'mysql',
    server: kindOf(facts),
    databases,
    tables: await lookAtTables(looking, data, ({ database, name }) => columns.get(database)?.get(name) ?? []),
    objects,
    outside: tables.filter((table) => !covered(table)).map((table) => `${shown(table)} (${table.engine})`),
  }
}
