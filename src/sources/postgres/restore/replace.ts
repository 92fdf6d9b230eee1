import { randomBytes } from 'node:crypto'
import type { Session } from '../connection/session.ts'
import { databaseProperties, propertyStatements } from '../server/database-properties.ts'
import { quoteIdentifier } from '../sql/quote.ts'

/** A name for a database that stands in until it may take another one's place. */
export function standInName(database: string): string {
  // Names have 63 bytes.
  return `${Buffer.from(database).subarray(0, 40).toString().replaceAll('\uFFFD', '')}_holdfast_${randomBytes(4).toString('hex')}`
}

async function ownerOf(session: Session, database: string): Promise<string | undefined> {
  const [row] = await session.query<{ owner: string }>(
    'select pg_catalog.pg_get_userbyid(d.datdba)::text as owner from pg_catalog.pg_database d where d.datname = $1',
    [database],
  )
  return row?.owner
}

/**
 * Puts a database in the place of another one, with its owner, settings and rights; whoever is connected to the old one is cut
 * off. The old one is dropped at the end: until then a failure leaves it under its own name.
 */
export async function replaceDatabase(session: Session, database: string, standIn: string): Promise<void> {
  const old = `${standIn}_old`.slice(0, 63)
  const owner = await ownerOf(session, database)
  const properties = await databaseProperties(session, database)
  const [name, ready, gone] = [database, standIn, old].map(quoteIdentifier)
  if (owner !== undefined) await session.query(`alter database ${ready} owner to ${quoteIdentifier(owner)}`)
  for (const statement of propertyStatements(standIn, properties)) await session.query(statement)
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
