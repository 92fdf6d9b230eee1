/** A column as far as its hash is concerned. */
export interface HashedColumn {
  readonly name: string
  /** The OID of its type, as text. */
  readonly type: string
}

/** One row in so many is in a sample. */
export const oneIn = 64

/**
 * Types of fixed OIDs whose binary form is the same on all majors and after a dump: cheaper than their text. Floats are
 * not among them, since a NaN may have many forms.
 */
const binary: ReadonlySet<string> = new Set([
  '16', // bool
  '17', // bytea
  '20', // int8
  '21', // int2
  '23', // int4
  '1082', // date
  '1114', // timestamp
  '1184', // timestamptz
  '2950', // uuid
])

const bytes = 16

const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`

function byName(columns: readonly HashedColumn[]): HashedColumn[] {
  return [...columns].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
}

/** A row's columns in the order of their names, each with its length, null apart from empty. */
function rowBytes(columns: readonly HashedColumn[]): string {
  const values = byName(columns).map(({ name, type }) =>
    binary.has(type) ? `t.${quotedName(name)}` : `t.${quotedName(name)}::text`,
  )
  return `pg_catalog.record_send(row(${values.join(', ')}))`
}

/** Of a column `h` of hashes: one sum for each of its first bytes. */
export const sums = Array.from({ length: bytes }, (_, at) => `sum(get_byte(h, ${at}))::text as b${at}`).join(
  ', ',
)

/** Counts the rows of a table, whose name is quoted already. */
export function countQuery(table: string): string {
  return `select count(*)::text as rows from only ${table}`
}

/** The rows of a table and the sums of each of the first 16 bytes of their SHA-256. */
export function fullQuery(table: string, columns: readonly HashedColumn[]): string {
  // `offset 0` keeps the hash from being made anew for each sum.
  return `select count(*)::text as rows, ${sums} from
    (select sha256(${rowBytes(columns)}) as h from only ${table} t offset 0) hashed`
}

/** As {@link fullQuery}, of the rows whose primary key hashes to a small first byte. */
export function sampleQuery(
  table: string,
  columns: readonly HashedColumn[],
  key: readonly HashedColumn[],
): string {
  const chosen = `get_byte(sha256(${rowBytes(key)}), 0) < ${256 / oneIn}`
  return `select count(*)::text as rows, count(h)::text as sampled, ${sums} from
    (select case when ${chosen} then sha256(${rowBytes(columns)}) end as h from only ${table} t offset 0) hashed`
}

/** The sum modulo 2^128 of hashes whose bytes were summed one by one: 32 hex digits. */
export function hashOfSums(row: Readonly<Record<string, unknown>>): string {
  let total = 0n
  for (let at = 0; at < bytes; at++) total = total * 256n + BigInt(String(row[`b${at}`] ?? 0))
  return BigInt.asUintN(8 * bytes, total)
    .toString(16)
    .padStart(2 * bytes, '0')
}
