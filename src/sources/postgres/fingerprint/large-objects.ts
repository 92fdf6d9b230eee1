import type { Session } from '../connection/session.ts'
import { hashOfSums, sums } from './rows.ts'

const piece = 1024 * 1024

/** Where the pieces of all large objects begin: by their pages where those may be read, else each is one piece. */
const pieces = (cut: Cut): string =>
  cut === 'pieces'
    ? `select m.oid, generate_series(0, coalesce((select max(pageno) from pg_catalog.pg_largeobject p
        where p.loid = m.oid), 0)::int8 * 2048, ${piece}) as at from pg_catalog.pg_largeobject_metadata m`
    : 'select m.oid, 0::int8 as at from pg_catalog.pg_largeobject_metadata m'

/** How the content of large objects is hashed: in pieces of a megabyte, or each whole. */
type Cut = 'pieces' | 'whole'

async function usualCut(session: Session): Promise<Cut> {
  const [right] = await session.query<{ readable: boolean }>(
    `select pg_catalog.has_table_privilege('pg_catalog.pg_largeobject', 'SELECT') as readable`,
  )
  return right?.readable === true ? 'pieces' : 'whole'
}

/**
 * Large objects: how many, and with `hashed` the sum of the hashes of their pieces. `like` is a hash to compare with: it is
 * made in the same way. Runs inside of the session's transaction.
 */
export async function fingerprintLargeObjects(
  session: Session,
  hashed: boolean,
  like?: string,
): Promise<{ count: number; hash?: string }> {
  const [counted] = await session.query<{ count: number }>(
    'select count(*)::int as count from pg_catalog.pg_largeobject_metadata',
  )
  const count = counted?.count ?? 0
  if (!hashed || count === 0) return { count }
  const given = like?.startsWith('whole:') ? 'whole' : undefined
  const cut = given ?? (await usualCut(session))
  const content = cut === 'pieces' ? `pg_catalog.lo_get(oid, at, ${piece})` : 'pg_catalog.lo_get(oid)'
  const [row = {}] = await session.query(
    `select ${sums} from (select sha256(pg_catalog.record_send(row(oid::text, at, ${content}))) as h
      from (${pieces(cut)}) pieces offset 0) hashed`,
  )
  return { count, hash: `${cut}:${hashOfSums(row)}` }
}
