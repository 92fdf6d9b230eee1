import { homedir } from 'node:os'
import type { Client, ClientConfig } from 'pg'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { connectionError, type DatabaseError } from './errors.ts'
import { type ConnectionSettings, passwordFor, type ServerPlace } from './resolve.ts'
import { type TlsAttempt, tlsAttempts } from './tls.ts'

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

/** What every session needs to be opened. */
export type SessionContext = Pick<SourceContext, 'environment' | 'signal'>

/** Milliseconds for a connection where `connect_timeout` says nothing. */
const usualTimeout = 30_000

function configOf(
  settings: ConnectionSettings,
  place: ServerPlace,
  database: string,
  ssl: TlsAttempt,
): ClientConfig {
  const { connect_timeout, options, sslnegotiation } = settings.parameters
  return {
    host: place.hostaddr ?? place.host,
    port: place.port,
    user: settings.user,
    database,
    // A function, since without a password `pg` would look into the environment by itself.
    password: () => passwordFor(settings, place, database)?.reveal() ?? '',
    ssl,
    ...(ssl !== false && sslnegotiation === 'direct' && { sslnegotiation }),
    ...(options !== undefined && { options }),
    application_name: settings.parameters.application_name ?? 'holdfast',
    connectionTimeoutMillis: connect_timeout ? Number(connect_timeout) * 1000 : usualTimeout,
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
  }
}

/** Whether the next way may be tried after this failure: libpq does so where TLS or pg_hba.conf was the cause. */
function mayTryOtherwise({ code, message }: DatabaseError): boolean {
  return code === '28000' || /ssl|tls|cert/i.test(message)
}

async function connectAt(
  settings: ConnectionSettings,
  place: ServerPlace,
  database: string,
  { environment }: SessionContext,
): Promise<Client> {
  const pg = await import('pg')
  const attempts = await tlsAttempts(settings.parameters, place, environment.HOME || homedir())
  for (const [at, ssl] of attempts.entries()) {
    const client = new pg.default.Client(configOf(settings, place, database, ssl))
    // What happens to an idle connection is told by the next query.
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      if (at === attempts.length - 1 || !mayTryOtherwise(error as DatabaseError)) {
        throw connectionError(error as DatabaseError, place, settings.user)
      }
    }
  }
  throw new HoldfastError('internal', 'there was no way to connect')
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
