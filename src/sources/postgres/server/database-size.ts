import type { Session } from '../connection/session.ts'

/** Bytes that the session's database takes on the server's disk, indexes included. */
export async function databaseSize(session: Session): Promise<number> {
  const [row] = await session.query<{ bytes: string }>(
    'select pg_catalog.pg_database_size(pg_catalog.current_database())::text as bytes',
  )
  return Number(row?.bytes ?? 0)
}
