import type { TableFingerprint } from '../../fingerprint.ts'
import type { TableColumns } from './columns.ts'
import { countQuery, fullQuery, sampleQuery } from './rows.ts'

export type Depth = TableFingerprint['depth']

/** One way to look at a table. */
export interface Look {
  readonly depth: Depth
  readonly sql: string
  /** Until when it may be tried, and how fast it is. */
  readonly phase: Depth
}

/** The ways to look at a table, the most thorough one first. */
export function looksAt(table: string, { columns, key }: TableColumns, depth: Depth): Look[] {
  const count: Look = { depth: 'counts', sql: countQuery(table), phase: 'counts' }
  // Rows without columns are all alike: their number says everything.
  const full: Look =
    columns.length === 0
      ? { ...count, depth: 'full' }
      : { depth: 'full', sql: fullQuery(table, columns), phase: depth === 'sample' ? 'sample' : 'full' }
  if (depth === 'counts') return [count]
  // Without a key nothing says which rows are in a sample; to hash them for that costs as much as all of them.
  if (key.length === 0) return [full, count]
  const sample: Look = { depth: 'sample', sql: sampleQuery(table, columns, key), phase: 'sample' }
  return depth === 'full' ? [full, sample, count] : [sample, count]
}
