import type { Session } from '../connection/session.ts'
import { literal } from './names.ts'

export interface Table {
  readonly database: string
  readonly name: string
  /** `InnoDB`; empty for a view. */
  readonly engine: string
  readonly isView: boolean
  /** Rows as the server estimates them. */
  readonly rows: number
  /** Bytes of data and indexes, as far as the server knows. */
  readonly bytes: number
}

/** Engines that a transaction's snapshot covers. */
const transactional = new Set(['innodb', 'rocksdb', 'tokudb'])

/** Whether a snapshot shows the table as it was; the others are read as they are at that moment. */
export function isTransactional({ engine, isView }: Table): boolean {
  return isView || transactional.has(engine.toLowerCase())
}

/** The tables and views of some databases, in order. */
export async function listTables(session: Session, databases: readonly string[]): Promise<Table[]> {
  if (databases.length === 0) return []
  const rows = await session.rows(
    `SELECT TABLE_SCHEMA, TABLE_NAME, ENGINE, TABLE_TYPE, TABLE_ROWS, DATA_LENGTH + INDEX_LENGTH
     FROM information_schema.TABLES WHERE TABLE_SCHEMA IN (${databases.map(literal).join(', ')})
     AND TABLE_TYPE <> 'SEQUENCE' ORDER BY BINARY TABLE_SCHEMA, BINARY TABLE_NAME`,
  )
  return rows.map(([database, name, engine, type, count, bytes]) => ({
    database: database ?? '',
    name: name ?? '',
    engine: engine ?? '',
    isView: (type ?? '').includes('VIEW'),
    rows: Number(count ?? 0),
    bytes: Number(bytes ?? 0),
  }))
}

/** `shop.orders`, for people. */
export function shown({ database, name }: Pick<Table, 'database' | 'name'>): string {
  return `${database}.${name}`
}
