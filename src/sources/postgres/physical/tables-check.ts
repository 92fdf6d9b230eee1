import type { DrillCheck } from '../../../domain/drill.ts'
import type { Query } from './facts.ts'

const tablesSql = `
  select format('%I.%I', n.nspname, c.relname) as name,
    n.nspname in ('pg_catalog', 'information_schema') as system from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'm') and c.relpersistence <> 't' and c.relispopulated
    and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp\\_%' order by 1`

/** What was read of one database. */
export interface ReadTables {
  /** Those of people; the system's are read as well. */
  readonly tables: number
  readonly rows: bigint
  readonly failures: readonly string[]
}

/** Reads every table of a database to its end: what cannot be read is named. */
export async function readTables(query: Query): Promise<ReadTables> {
  // Without them every page is looked at, and an index can stand in for no table.
  await query('set enable_indexonlyscan = off; set enable_indexscan = off; set enable_bitmapscan = off')
  const failures: string[] = []
  let rows = 0n
  let tables = 0
  for (const { name, system } of await query(tablesSql)) {
    try {
      const [row] = await query(`select count(*)::text as rows from only ${name}`)
      if (system === true) continue
      tables += 1
      rows += BigInt(String(row?.rows ?? 0))
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { tables, rows, failures }
}

/** The check that comes of reading the tables of all databases. */
export function tablesCheck(read: readonly ReadTables[]): DrillCheck {
  const tables = read.reduce((sum, one) => sum + one.tables, 0)
  const rows = read.reduce((sum, one) => sum + one.rows, 0n)
  const failures = read.flatMap((one) => one.failures)
  return {
    name: 'tables',
    result: failures.length === 0 ? 'passed' : 'failed',
    expected: 'every table read to its end',
    found: failures[0] ?? `${tables} tables with ${rows} rows`,
  }
}
