import type { SequenceFingerprint } from '../../fingerprint.ts'
import type { Session } from '../connection/session.ts'

/**
 * Where sequences stand. They are outside of every snapshot: read them before the dump does, so that what is restored has
 * got at least as far. Those that the user may not read are left out.
 */
export async function fingerprintSequences(
  session: Session,
  oids: readonly string[],
): Promise<SequenceFingerprint[]> {
  if (oids.length === 0) return []
  const rows = await session.query<{
    name: string
    value: string | null
    increment: string
    cycles: boolean
  }>(
    `select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, s.seqincrement::text as increment,
      s.seqcycle as cycles, pg_catalog.pg_sequence_last_value(c.oid)::text as value
    from pg_catalog.pg_sequence s join pg_catalog.pg_class c on c.oid = s.seqrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.oid = any ($1::oid[])
      and case when c.relkind = 'S' then pg_catalog.has_sequence_privilege(c.oid, 'SELECT, USAGE') else false end
    order by n.nspname, c.relname`,
    [oids],
  )
  return rows.map(({ name, value, increment, cycles }) => ({ name, value, increment, cycles }))
}
