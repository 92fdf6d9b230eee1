import type { Session } from '../connection/session.ts'
import { type ServerFacts, serverFacts } from '../server/facts.ts'

/** Runs one statement; rows as objects. */
export type Query = Session['query']

/** What a base backup has to know of the server. */
export interface PhysicalFacts extends ServerFacts {
  readonly timeline: number
  readonly walLevel: string
  /** Undefined before 17, which cannot. */
  readonly summarizesWal: boolean | undefined
  /** Whether pages have checksums. */
  readonly checksums: boolean
  /** Directories beside the data directory: those hold a part of the data. */
  readonly tablespaces: readonly { readonly oid: string; readonly location: string }[]
}

const factsSql = `
  select case when pg_is_in_recovery() then (select timeline_id from pg_control_checkpoint())
      else ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int end as timeline,
    current_setting('wal_level') as level, current_setting('summarize_wal', true) as summarizes,
    current_setting('data_checksums') as checksums`

const tablespacesSql = `
  select oid::text, pg_tablespace_location(oid) as location from pg_tablespace
  where spcname not in ('pg_default', 'pg_global') order by oid`

/** Asks for all of that. */
export async function physicalFacts(session: Session): Promise<PhysicalFacts> {
  const facts = await serverFacts(session)
  const [row = {}] = await session.query(factsSql)
  const tablespaces = await session.query(tablespacesSql)
  return {
    ...facts,
    timeline: Number(row.timeline),
    walLevel: String(row.level),
    summarizesWal: typeof row.summarizes === 'string' ? row.summarizes === 'on' : undefined,
    checksums: row.checksums === 'on',
    tablespaces: tablespaces.map(({ oid, location }) => ({ oid: String(oid), location: String(location) })),
  }
}

/** Bytes of all databases; undefined where this role may not see them all. */
export async function databaseBytes(query: Query): Promise<number | undefined> {
  try {
    const [row] = await query('select sum(pg_database_size(oid))::text as bytes from pg_database')
    return row?.bytes == null ? undefined : Number(row.bytes)
  } catch {
    return undefined
  }
}
