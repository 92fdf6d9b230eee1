import { HoldfastError } from '../../../errors/error.ts'
import type { Session } from '../connection/session.ts'
import { glob } from '../glob.ts'

/**
 * The databases that are meant, in the order of the names, of those that can be connected to: `*` stands for anything in
 * a name. Templates are meant only by their full name. Errors: `usage` for a name that no database has.
 */
export async function chooseDatabases(session: Session, wanted: readonly string[]): Promise<string[]> {
  const rows = await session.query<{ name: string; template: boolean }>(
    'select datname::text as name, datistemplate as template from pg_catalog.pg_database where datallowconn order by datname',
  )
  const chosen = new Set<string>()
  for (const name of wanted) {
    const pattern = glob(name)
    const found = name.includes('*')
      ? rows.filter((row) => !row.template && pattern.test(row.name))
      : rows.filter((row) => row.name === name)
    if (found.length === 0) {
      throw new HoldfastError('usage', `the server has no database ${name}`, {
        hint: `Correct \`databases:\`; it has ${rows.map((row) => row.name).join(', ')}.`,
        context: { database: name },
      })
    }
    for (const row of found) chosen.add(row.name)
  }
  return [...chosen]
}

/**
 * Bytes of the tables and large objects of a session's database, without indexes: about what its dump will have. Of the
 * server's statistics, since to look at the files would wait for locks; undefined where it has none yet.
 */
export async function dumpEstimate(session: Session): Promise<number | undefined> {
  const [row] = await session.query<{ bytes: string }>(
    `select (sum(c.relpages::int8) * current_setting('block_size')::int8)::text as bytes
    from pg_catalog.pg_class c
    where c.relkind in ('r', 't') and c.relpersistence = 'p' and c.relpages > 0
      and (c.relnamespace <> 'pg_catalog'::regnamespace or c.relname = 'pg_largeobject')`,
  )
  const bytes = Number(row?.bytes ?? 0)
  return bytes > 0 ? bytes : undefined
}
