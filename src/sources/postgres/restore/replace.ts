import { randomBytes } from 'node:crypto'
import type { Session } from '../connection/session.ts'
import { quoteIdentifier } from '../sql/quote.ts'

/** A name for a database that stands in until it may take another one's place. */
export function standInName(database: string): string {
  // Names have 63 bytes.
  return `${Buffer.from(database).subarray(0, 40).toString().replaceAll('\uFFFD', '')}_holdfast_${randomBytes(4).toString('hex')}`
}

interface DatabaseFacts {
  readonly [name: string]: unknown
  readonly owner: string
  readonly settings: readonly { readonly role: string; readonly setting: string }[] | null
}

async function factsOf(session: Session, database: string): Promise<DatabaseFacts | undefined> {
  const [row] = await session.query<DatabaseFacts>(
    `select pg_catalog.pg_get_userbyid(d.datdba)::text as owner,
       (select json_agg(json_build_object('role', coalesce(r.rolname, ''), 'setting', s.setting))
        from pg_catalog.pg_db_role_setting c cross join unnest(c.setconfig) as s(setting)
        left join pg_catalog.pg_roles r on r.oid = c.setrole where c.setdatabase = d.oid) as settings
     from pg_catalog.pg_database d where d.datname = $1`,
    [database],
  )
  return row
}

/** `name=value` as a clause of ALTER … SET; lists stay lists. */
function settingClause(setting: string): string {
  const at = setting.indexOf('=')
  const name = setting.slice(0, at)
  const value = setting.slice(at + 1)
  const list =
    /^(search_path|temp_tablespaces|session_preload_libraries|local_preload_libraries|DateStyle)$/i.test(name)
  const quoted = `'${value.replaceAll("'", "''")}'`
  return `${quoteIdentifier(name)} = ${list ? value || "''" : quoted}`
}

/**
 * Puts a database in the place of another one, with its owner and settings; whoever is connected to the old one is cut
 * off. The old one is dropped at the end: until then a failure leaves it under its own name.
 */
export async function replaceDatabase(session: Session, database: string, standIn: string): Promise<void> {
  const old = `${standIn}_old`.slice(0, 63)
  const facts = await factsOf(session, database)
  const [name, ready, gone] = [database, standIn, old].map(quoteIdentifier)
  for (const { role, setting } of facts?.settings ?? []) {
    const subject = role === '' ? `database ${ready}` : `role ${quoteIdentifier(role)} in database ${ready}`
    await session.query(`alter ${subject} set ${settingClause(setting)}`)
  }
  if (facts !== undefined)
    await session.query(`alter database ${ready} owner to ${quoteIdentifier(facts.owner)}`)
  // One transaction: there is no moment without a database of that name, and no connection in between.
  await session.query(`alter database ${name} with allow_connections false`)
  try {
    await session.query(
      'select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity where datname = $1 and pid <> pg_catalog.pg_backend_pid()',
      [database],
    )
    await session.query('begin')
    await session.query(`alter database ${name} rename to ${gone}`)
    await session.query(`alter database ${ready} rename to ${name}`)
    await session.query('commit')
  } catch (error) {
    await session.query('rollback').catch(() => undefined)
    await session.query(`alter database ${name} with allow_connections true`).catch(() => undefined)
    throw error
  }
  await session.query(`drop database ${gone} with (force)`)
}
