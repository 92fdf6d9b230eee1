import type { Clock } from '../../../domain/clock.ts'
import type { FingerprintDepth, SkippedRelation, TableFingerprint } from '../../fingerprint.ts'
import type { DatabaseError } from '../connection/errors.ts'
import type { Row, Session } from '../connection/session.ts'
import { tableColumns } from './columns.ts'
import { type Depth, type Look, looksAt } from './looks.ts'
import { hashOfSums } from './rows.ts'

/** A table whose rows are to be looked at. */
export interface HashedTable {
  readonly oid: string
  readonly name: string
  readonly pages: number
}

/** Until when each depth may be tried, as parts of the budget. */
const until: Readonly<Record<Depth, number>> = { full: 0.6, sample: 0.85, counts: 1 }

/** How much faster than hashing all a look is, roughly. */
const speed: Readonly<Record<Depth, number>> = { full: 1, sample: 2.5, counts: 6 }

export interface TablesOptions {
  readonly depth: Exclude<FingerprintDepth, 'none'>
  /** Milliseconds; Infinity where there is no hurry. */
  readonly budget: number
  readonly clock: Clock
}

export interface TablesResult {
  readonly tables: readonly TableFingerprint[]
  readonly skipped: readonly SkippedRelation[]
  /** Why something is less thorough than it was wanted. */
  readonly fellBack?: string
}

function fingerprintOf(name: string, depth: Depth, row: Row): TableFingerprint {
  return {
    name,
    depth,
    rows: Number(row.rows),
    ...('b0' in row && { hash: hashOfSums(row) }),
    ...('sampled' in row && { sampled: Number(row.sampled) }),
  }
}

const isTimeout = (error: unknown): boolean => (error as DatabaseError).code === '57014'
/** The connection is gone, rather than one statement refused. */
const isLost = (error: unknown): boolean => !/^[0-9A-Z]{5}$/.test((error as DatabaseError).code ?? '')

/**
 * Looks at tables one after the other inside of the session's transaction, small ones first; what does not fit into the
 * budget is looked at less thoroughly, the rest is skipped by name. Only the signal's reason is thrown.
 */
export async function fingerprintTables(
  session: Session,
  wanted: readonly HashedTable[],
  options: TablesOptions,
): Promise<TablesResult> {
  const { clock, budget } = options
  const begin = clock.monotonic()
  const columns = await tableColumns(
    session,
    wanted.map(({ oid }) => oid),
  )
  const tables: TableFingerprint[] = []
  const skipped: SkippedRelation[] = []
  /** Pages a millisecond when all is hashed, as far as known. */
  let rate: number | undefined
  let fellBack: string | undefined
  const short = `not everything fitted into ${Math.round(budget / 1000)} s`

  async function look(
    table: HashedTable,
    { depth, sql, phase }: Look,
  ): Promise<TableFingerprint | undefined> {
    const left = begin + budget * until[phase] - clock.monotonic()
    if (left <= 0) return undefined
    if (rate !== undefined && table.pages / (rate * speed[depth]) > 2 * left) return undefined
    const start = clock.monotonic()
    const limit = Number.isFinite(left) ? Math.ceil(left) : 0
    await session.query(`savepoint look; set local statement_timeout = ${limit}`)
    try {
      const [row = {}] = await session.query(sql)
      await session.query('release savepoint look')
      const took = clock.monotonic() - start
      if (table.pages > 1000 && took > 0) rate = table.pages / took / speed[depth]
      return fingerprintOf(table.name, depth, row)
    } catch (error) {
      if (isLost(error)) throw error
      await session.query('rollback to savepoint look')
      if (isTimeout(error)) return undefined
      throw error
    }
  }

  async function lookOnce(table: HashedTable): Promise<void> {
    let why = short
    const known = columns.get(table.oid) ?? { columns: [], key: [] }
    for (const way of looksAt(table.name, known, options.depth)) {
      try {
        const found = await look(table, way)
        if (found !== undefined) {
          tables.push(found)
          return
        }
        fellBack ??= short
      } catch (error) {
        if (isLost(error)) throw error
        // A value may be too long to be hashed in one piece: its rows can still be counted.
        why = (error as Error).message
        fellBack ??= why
      }
    }
    skipped.push({ name: table.name, why })
  }

  for (const [at, table] of wanted.entries()) {
    try {
      await lookOnce(table)
    } catch (error) {
      fellBack = `the connection of the fingerprint broke: ${(error as Error).message}`
      const why = 'its connection broke'
      skipped.push(...wanted.slice(at).map(({ name }) => ({ name, why })))
      break
    }
  }
  return { tables, skipped, ...(fellBack !== undefined && { fellBack }) }
}
