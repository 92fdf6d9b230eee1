import type { Session } from '../connection/session.ts'
import { identifier, qualified } from '../server/names.ts'
import type { Table } from '../server/tables.ts'
import { type Column, rowHash } from './columns.ts'
import type { Depth, TableFingerprint } from './types.ts'

/** Rows at each end of a table's primary key that a sample looks at. */
const sampled = 1000

const modulus = 2n ** 64n

/** The sum of a half of every hash, exact: a sum of whole numbers is a decimal there. */
const half = (from: number) => `SUM(CAST(CONV(SUBSTRING(h, ${from}, 16), 16, 10) AS UNSIGNED))`

function digits(sum: string | null | undefined): string {
  return (BigInt(sum ?? '0') % modulus).toString(16).padStart(16, '0')
}

function rowsOf(table: Table, columns: readonly Column[], depth: Depth): string | undefined {
  const from = qualified(table.database, table.name)
  const hash = `SELECT ${rowHash(columns)} AS h FROM ${from}`
  if (depth === 'full') return hash
  const key = columns.filter(({ inKey }) => inKey).map(({ name }) => identifier(name))
  if (key.length === 0) return undefined
  const end = (direction: string) =>
    `(${hash} ORDER BY ${key.map((name) => `${name} ${direction}`).join(', ')} LIMIT ${sampled})`
  return `${end('ASC')} UNION ALL ${end('DESC')}`
}

/** Looks at one table as thoroughly as told; a sample of a table without a primary key only counts its rows. */
export async function fingerprintTable(
  session: Session,
  table: Table,
  columns: readonly Column[],
  depth: Depth,
): Promise<TableFingerprint> {
  const base = { database: table.database, table: table.name }
  const count = async () =>
    (await session.value(`SELECT COUNT(*) FROM ${qualified(table.database, table.name)}`)) ?? '0'
  const rows = depth === 'counts' || columns.length === 0 ? undefined : rowsOf(table, columns, depth)
  if (rows === undefined) return { ...base, depth: 'counts', rows: await count() }
  const [found] = await session.rows(
    `SELECT COUNT(*), COUNT(h), ${half(1)}, ${half(17)} FROM (${rows}) AS hashed`,
  )
  const [all = '0', hashed, high, low] = found ?? []
  if (all !== hashed) return { ...base, depth: 'counts', rows: await count() }
  return {
    ...base,
    depth,
    rows: depth === 'full' ? (all ?? '0') : await count(),
    hash: digits(high) + digits(low),
    columns: columns.map(({ name }) => name),
  }
}
