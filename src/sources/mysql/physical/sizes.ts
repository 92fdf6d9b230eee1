import type { Session } from '../connection/session.ts'
import type { ServerFacts } from '../server/facts.ts'

/** Bytes of a server's tables. */
export interface Sizes {
  readonly all: number
  /** Of those that are not InnoDB's. */
  readonly others: number
  /** How many tables people have. */
  readonly tables: number
}

/** Asks a server how large it is. */
export async function sizesOf(session: Session): Promise<Sizes> {
  const [row] = await session.rows(
    `SELECT COALESCE(SUM(DATA_LENGTH + INDEX_LENGTH), 0),
     COALESCE(SUM(IF(ENGINE <> 'InnoDB', DATA_LENGTH + INDEX_LENGTH, 0)), 0),
     COALESCE(SUM(TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')), 0)
     FROM information_schema.TABLES WHERE TABLE_SCHEMA <> 'information_schema'`,
  )
  const [all, others, tables] = (row ?? []).map(Number)
  return { all: all ?? 0, others: others ?? 0, tables: tables ?? 0 }
}

/** Bytes of the redo log, all files. */
function redoBytes({ variable }: ServerFacts): number {
  const capacity = Number(variable('innodb_redo_log_capacity'))
  if (capacity > 0) return capacity
  return (
    Number(variable('innodb_log_file_size')) * Math.max(1, Number(variable('innodb_log_files_in_group') || 1))
  )
}

/** Bytes that a hot copy writes while writers wait: files that are not InnoDB's, and redo. */
export function whileLocked({ others }: Sizes, facts: ServerFacts): number {
  return others + redoBytes(facts)
}
