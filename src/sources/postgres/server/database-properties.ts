import type { DatabaseProperties } from '../../fingerprint.ts'
import type { Session } from '../connection/session.ts'
import { quoteLiteral } from '../sql/literal.ts'
import { quoteIdentifier } from '../sql/quote.ts'

type PropertiesRow = Readonly<Record<string, unknown>> & {
  readonly comment: string | null
  readonly limit: number
  readonly settings: NonNullable<DatabaseProperties['settings']> | null
  readonly rights: DatabaseProperties['rights'] | null
}

/** Reads what belongs to a database itself; empty where there is no such database. */
export async function databaseProperties(session: Session, database: string): Promise<DatabaseProperties> {
  const [row] = await session.query<PropertiesRow>(
    `select pg_catalog.shobj_description(d.oid, 'pg_database') as comment, d.datconnlimit as limit,
       (select json_agg(json_build_object('role', coalesce(r.rolname, ''), 'setting', s.setting) order by r.rolname, s.at)
        from pg_catalog.pg_db_role_setting c cross join unnest(c.setconfig) with ordinality as s(setting, at)
        left join pg_catalog.pg_roles r on r.oid = c.setrole where c.setdatabase = d.oid) as settings,
       case when d.datacl is not null then (
         select coalesce(json_agg(json_build_object('role', coalesce(r.rolname, ''), 'right', a.privilege_type,
           'grantable', a.is_grantable) order by r.rolname, a.privilege_type), '[]'::json)
         from pg_catalog.aclexplode(d.datacl) a left join pg_catalog.pg_roles r on r.oid = a.grantee
         where a.grantee <> d.datdba) end as rights
     from pg_catalog.pg_database d where d.datname = $1`,
    [database],
  )
  if (row === undefined) return {}
  const { comment, limit, settings, rights } = row
  return {
    ...(comment !== null && { comment }),
    ...(limit >= 0 && { connectionLimit: limit }),
    ...(settings !== null && { settings }),
    ...(rights !== null && rights !== undefined && { rights }),
  }
}

const lists =
  /^(?:search_path|temp_tablespaces|session_preload_libraries|local_preload_libraries|DateStyle)$/i

/** `name=value` as a clause of ALTER … SET; lists stay lists. */
function settingClause(setting: string): string {
  const at = setting.indexOf('=')
  const name = setting.slice(0, at)
  const value = setting.slice(at + 1)
  return `${quoteIdentifier(name)} = ${lists.test(name) ? value || "''" : quoteLiteral(value)}`
}

/** The statements that give a database these settings. */
export function settingStatements(database: string, settings: DatabaseProperties['settings'] = []): string[] {
  const name = quoteIdentifier(database)
  return settings.map(({ role, setting }) => {
    const subject = role === '' ? `database ${name}` : `role ${quoteIdentifier(role)} in database ${name}`
    return `alter ${subject} set ${settingClause(setting)}`
  })
}

/** The statements that give a new database these rights. `role` empty: everybody. */
function rightStatements(database: string, rights: DatabaseProperties['rights']): string[] {
  if (rights === undefined) return []
  const subject = `on database ${quoteIdentifier(database)}`
  return [
    `revoke all ${subject} from public`,
    ...rights.map(({ role, right, grantable }) => {
      const to = role === '' ? 'public' : quoteIdentifier(role)
      return `grant ${right} ${subject} to ${to}${grantable ? ' with grant option' : ''}`
    }),
  ]
}

/** The statements that give a new database all of its properties; `rights: false` leaves those out. */
export function propertyStatements(
  database: string,
  { comment, connectionLimit, settings, rights }: DatabaseProperties,
  options: { readonly rights: boolean } = { rights: true },
): string[] {
  const name = quoteIdentifier(database)
  return [
    ...(comment === undefined ? [] : [`comment on database ${name} is ${quoteLiteral(comment)}`]),
    ...(connectionLimit === undefined ? [] : [`alter database ${name} connection limit ${connectionLimit}`]),
    ...settingStatements(database, settings),
    ...(options.rights ? rightStatements(database, rights) : []),
  ]
}

/** Settings of a database that decide what a query means, such as its search path; not those that limit or load something. */
export function meaningOf({
  settings = [],
}: DatabaseProperties): NonNullable<DatabaseProperties['settings']> {
  const telling =
    /^(?:search_path|timezone|datestyle|intervalstyle|bytea_output|extra_float_digits|lc_\w+|[^=]*\..*)=/i
  return settings.filter(({ role, setting }) => role === '' && telling.test(setting))
}
