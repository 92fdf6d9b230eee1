import type { Session } from '../connection/session.ts'

/** What stands in a database already, at most three of it; empty for a new one. */
export async function contentsOf(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>(
    `with own as (
       select n.oid, n.nspname::text as name from pg_catalog.pg_namespace n
       where n.nspname !~ '^pg_' and n.nspname <> 'information_schema')
     select name from (
       select own.name || '.' || c.relname as name, c.oid as objid, 'pg_catalog.pg_class'::regclass as classid
       from pg_catalog.pg_class c join own on own.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       union all
       select own.name || '.' || p.proname || '()', p.oid, 'pg_catalog.pg_proc'::regclass
       from pg_catalog.pg_proc p join own on own.oid = p.pronamespace
       union all
       select own.name || '.' || t.typname, t.oid, 'pg_catalog.pg_type'::regclass
       from pg_catalog.pg_type t join own on own.oid = t.typnamespace where t.typtype in ('d', 'e', 'r')
       union all
       select 'schema ' || own.name, own.oid, 'pg_catalog.pg_namespace'::regclass from own where own.name <> 'public') as found
     where not exists (select 1 from pg_catalog.pg_depend d
       where d.classid = found.classid and d.objid = found.objid and d.deptype = 'e')
     order by 1 limit 3`,
  )
  return rows.map(({ name }) => name)
}

export async function databaseExists(session: Session, database: string): Promise<boolean> {
  const rows = await session.query('select 1 from pg_catalog.pg_database where datname = $1', [database])
  return rows.length > 0
}

/** The roles of a server, by name. */
export async function roleNames(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.query<{ name: string }>('select rolname::text as name from pg_catalog.pg_roles')
  return new Set(rows.map(({ name }) => name))
}
