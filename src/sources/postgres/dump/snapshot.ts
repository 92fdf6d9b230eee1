import type { ConnectionSettings } from '../connection/resolve.ts'
import { openSession, type Session, type SessionContext } from '../connection/session.ts'

/** A state of one database that others can look at, for as long as it is held. */
export interface Snapshot {
  /** For `pg_dump --snapshot` and `SET TRANSACTION SNAPSHOT`. */
  readonly id: string
  /** The session that holds it, inside of its transaction. */
  readonly session: Session
  /** Idempotent. */
  release(): Promise<void>
}

/** Time-outs that a server, a database or a role may set, with the version that brought each. */
const timeouts: readonly [name: string, since: number][] = [
  ['statement_timeout', 0],
  ['idle_in_transaction_session_timeout', 90_600],
  ['idle_session_timeout', 140_000],
  ['transaction_timeout', 170_000],
]

/** Statements that switch all time-outs of a session off, but for locks: nobody waits longer for one than pg_dump does. */
export function withoutTimeouts(serverNumber: number, lockWait: number): string {
  return timeouts
    .filter(([, since]) => serverNumber >= since)
    .map(([name]) => `set ${name} = 0`)
    .concat(`set lock_timeout = ${lockWait}`)
    .join('; ')
}

/** Opens a transaction on a session of its own and exports its snapshot; `lockWait` is in milliseconds. Errors: those of a session and of the server. */
export async function openSnapshot(
  settings: ConnectionSettings,
  context: SessionContext,
  database: string,
  serverNumber: number,
  lockWait: number,
): Promise<Snapshot> {
  const session = await openSession(settings, context, database)
  try {
    await session.query(withoutTimeouts(serverNumber, lockWait))
    await session.query('begin isolation level repeatable read read only')
    const [row] = await session.query<{ id: string }>('select pg_catalog.pg_export_snapshot() as id')
    return { id: row?.id ?? '', session, release: () => session.close() }
  } catch (error) {
    await session.close()
    throw error
  }
}
