import type { Client } from 'pg'
import { HoldfastError } from '../../../errors/error.ts'
import { connectAt, type SessionContext } from './connect.ts'
import type { ConnectionSettings, ServerPlace } from './resolve.ts'

export type { SessionContext } from './connect.ts'

export type Row = Readonly<Record<string, unknown>>

/** One connection to one database. */
export interface Session {
  readonly place: ServerPlace
  readonly database: string
  /** The process that the other side said it is; a pooler says what it likes. */
  readonly processId: number | null
  query<T extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>
  /** Idempotent, and quick also when a query runs. */
  close(): Promise<void>
}

const fits: Readonly<Record<string, (standby: boolean, readOnly: boolean) => boolean>> = {
  'read-write': (_, readOnly) => !readOnly,
  'read-only': (_, readOnly) => readOnly,
  primary: (standby) => !standby,
  standby: (standby) => standby,
}

async function isWanted(client: Client, wanted: string): Promise<boolean> {
  const wants = fits[wanted]
  if (wants === undefined) return true
  const { rows } = await client.query(
    "select pg_catalog.pg_is_in_recovery() as standby, current_setting('transaction_read_only') = 'on' as readonly",
  )
  return wants(rows[0].standby, rows[0].readonly)
}

function sessionOf(client: Client, place: ServerPlace, database: string, signal: AbortSignal): Session {
  let closing: Promise<void> | undefined
  let running = 0
  const cut = (): void =>
    void (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
  signal.addEventListener('abort', cut, { once: true })
  return {
    place,
    database,
    processId: (client as unknown as { processID: number | null }).processID,
    async query<T extends Row>(sql: string, parameters?: readonly unknown[]) {
      signal.throwIfAborted()
      running += 1
      try {
        const result = await client.query(sql, parameters === undefined ? undefined : [...parameters])
        const last = Array.isArray(result) ? result.at(-1) : result
        return last.rows as T[]
      } catch (error) {
        signal.throwIfAborted()
        throw error
      } finally {
        running -= 1
      }
    },
    close() {
      closing ??= (async () => {
        signal.removeEventListener('abort', cut)
        // The server notices; waiting for a query that runs would not be quick.
        if (running > 0) cut()
        await client.end().catch(() => undefined)
      })()
      return closing
    },
  }
}

/**
 * Opens a session at the first place that can be reached and is what `target_session_attrs` wants. Errors:
 * `database-unreachable`, `database-login`, `tls-failed`, or the signal's reason.
 */
export async function openSession(
  settings: ConnectionSettings,
  context: SessionContext,
  database: string = settings.database,
): Promise<Session> {
  const wanted = settings.parameters.target_session_attrs ?? 'any'
  let failure: unknown
  // `prefer-standby` takes what there is in a second round.
  const rounds = wanted === 'prefer-standby' ? ['standby', 'any'] : [wanted]
  for (const round of rounds) {
    for (const place of settings.places) {
      context.signal.throwIfAborted()
      try {
        const client = await connectAt(settings, place, database, context)
        if (await isWanted(client, round)) return sessionOf(client, place, database, context.signal)
        await client.end().catch(() => undefined)
        failure = new HoldfastError('database-unreachable', `no server of the URL is ${wanted}`, {
          hint: 'Correct target_session_attrs in the URL, or name another server.',
        })
      } catch (error) {
        failure = error
      }
    }
  }
  throw failure
}
