import type { RoleFingerprint } from '../../fingerprint.ts'
import type { Session } from '../connection/session.ts'

/** What a new database has to be created with to be like the session's. */
export async function creationFacts(session: Session): Promise<Record<string, string>> {
  // As JSON, since the columns of the locale have other names on each major.
  const [row] = await session.query<{ facts: Record<string, unknown>; encoding: string; owner: string }>(
    `select to_jsonb(d) as facts, pg_catalog.pg_encoding_to_char(d.encoding)::text as encoding,
      pg_catalog.pg_get_userbyid(d.datdba)::text as owner
    from pg_catalog.pg_database d where d.datname = current_database()`,
  )
  const facts = row?.facts ?? {}
  const found = {
    encoding: row?.encoding,
    owner: row?.owner,
    collate: facts.datcollate,
    ctype: facts.datctype,
    provider: facts.datlocprovider,
    locale: facts.datlocale ?? facts.daticulocale,
    icuRules: facts.daticurules,
  }
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  )
}

/** Installed extensions by name. */
export async function extensionsOf(session: Session): Promise<{ name: string; version: string }[]> {
  const rows = await session.query<{ name: string; version: string }>(
    'select extname::text as name, extversion as version from pg_catalog.pg_extension order by extname',
  )
  return rows.map(({ name, version }) => ({ name, version }))
}

/** The roles of the server, but for those that it brings along. */
export async function rolesOf(session: Session): Promise<RoleFingerprint[]> {
  const rows = await session.query<{ name: string; attributes: string; memberOf: string[] }>(
    `select r.rolname::text as name,
      array_to_string(array_remove(array[
        case when r.rolbypassrls then 'bypassrls' end, case when r.rolcreatedb then 'createdb' end,
        case when r.rolcreaterole then 'createrole' end, case when r.rolinherit then 'inherit' end,
        case when r.rolcanlogin then 'login' end, case when r.rolreplication then 'replication' end,
        case when r.rolsuper then 'superuser' end], null), ' ') as attributes,
      array(select g.rolname::text from pg_catalog.pg_auth_members m join pg_catalog.pg_roles g on g.oid = m.roleid
        where m.member = r.oid order by g.rolname) as "memberOf"
    from pg_catalog.pg_roles r where r.rolname !~ '^pg_' order by r.rolname`,
  )
  return rows.map(({ name, attributes, memberOf }) => ({ name, attributes, memberOf }))
}
