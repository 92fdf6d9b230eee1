import { homedir } from 'node:os'
import type { Client, ClientConfig } from 'pg'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { connectionError, type DatabaseError } from './errors.ts'
import { type ConnectionSettings, passwordFor, type ServerPlace } from './resolve.ts'
import { type TlsAttempt, tlsAttempts } from './tls.ts'

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

/**
 * Connects to a place in the first way that works. Errors: `database-unreachable`, `database-login`, `tls-failed`.
 */
export async function connectAt(
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
