import { createHash } from 'node:crypto'
import type { Session } from '../connection/session.ts'
import { identifier, literal, qualified } from '../server/names.ts'
import type { Table } from '../server/tables.ts'
import type { ObjectFingerprint } from './types.ts'

/**
 * What a definition says apart from the next number of a table, which no snapshot covers, and from where its files lie, which
 * is another place in a copy.
 */
function sha256(definition: string): string {
  const lasting = definition
    .replace(/ AUTO_INCREMENT=\d+/, '')
    .replaceAll(/ (?:DATA|INDEX) DIRECTORY='[^']*'/g, '')
  return createHash('sha256').update(lasting).digest('hex')
}

interface Listed {
  readonly kind: string
  readonly name: string
}

async function listRoutines(session: Session, database: string): Promise<Listed[]> {
  const named = async (sql: string): Promise<Listed[]> =>
    (await session.rows(sql)).map(([kind, name]) => ({ kind: (kind ?? '').toLowerCase(), name: name ?? '' }))
  const where = literal(database)
  return [
    ...(await named(
      `SELECT ROUTINE_TYPE, ROUTINE_NAME FROM information_schema.ROUTINES
       WHERE ROUTINE_SCHEMA = ${where} AND ROUTINE_TYPE IN ('PROCEDURE', 'FUNCTION') ORDER BY 1, BINARY 2`,
    )),
    ...(await named(
      `SELECT 'trigger', TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = ${where} ORDER BY BINARY 2`,
    )),
    ...(await named(
      `SELECT 'event', EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ${where} ORDER BY BINARY 2`,
    )),
  ]
}

/** The column of `SHOW CREATE …` that holds the definition. */
const definitionAt: Readonly<Record<string, number>> = {
  table: 1,
  view: 1,
  procedure: 2,
  function: 2,
  trigger: 2,
  event: 3,
}

async function definition(session: Session, kind: string, database: string, name: string): Promise<string> {
  const [row] = await session.rows(`SHOW CREATE ${kind.toUpperCase()} ${qualified(database, name)}`)
  return row?.[definitionAt[kind] ?? 1] ?? ''
}

/** Every table, view, routine, trigger and event of a database with the hash of its definition. */
export async function fingerprintObjects(
  session: Session,
  database: string,
  tables: readonly Table[],
): Promise<ObjectFingerprint[]> {
  await session.run(`USE ${identifier(database)}`)
  const listed: Listed[] = [
    ...tables.map(({ name, isView }) => ({ kind: isView ? 'view' : 'table', name })),
    ...(await listRoutines(session, database)),
  ]
  const found: ObjectFingerprint[] = []
  for (const { kind, name } of listed) {
    found.push({ kind, database, name, sha256: sha256(await definition(session, kind, database, name)) })
  }
  return found
}
