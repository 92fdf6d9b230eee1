import { readFile } from 'node:fs/promises'
import type { Connection, ConnectionOptions } from 'mysql2/promise'
import { HoldfastError } from '../../../errors/error.ts'
import { type Address, placeOf } from './address.ts'
import { connectError, queryError } from './errors.ts'

/** A value as the server writes it; null is NULL. */
export type Row = readonly (string | null)[]

/** One connection: statements go one after another. */
export interface Session {
  /** The server's number of the connection. */
  readonly id: number
  /** All rows. Errors: `source-failed`. */
  rows(sql: string): Promise<Row[]>
  /** The first value of the first row; undefined for NULL or no row. */
  value(sql: string): Promise<string | undefined>
  run(sql: string): Promise<void>
  /** Idempotent, never throws. */
  close(): Promise<void>
}

async function tlsOptions({ tls, tlsCa, socket }: Address): Promise<ConnectionOptions> {
  if (socket !== undefined || tls === 'disabled' || tls === 'preferred') return {}
  const ca = tlsCa === undefined ? {} : { ca: await readFile(tlsCa) }
  const verifyIdentity = tls === 'verify-identity'
  return { ssl: { ...ca, rejectUnauthorized: tls !== 'required', verifyIdentity } }
}

async function connect(address: Address): Promise<Connection> {
  const { createConnection } = await import('mysql2/promise')
  const { host, port, socket, user, password } = address
  try {
    return await createConnection({
      ...(socket === undefined ? { host: host ?? 'localhost', port: port ?? 3306 } : { socketPath: socket }),
      user,
      ...(password === undefined ? {} : { password: password.reveal() }),
      ...(await tlsOptions(address)),
      connectTimeout: 20_000,
      charset: 'utf8mb4',
      rowsAsArray: true,
      // Everything as text: numbers keep all their digits, times their form.
      typeCast: (field) => field.string(),
    })
  } catch (error) {
    throw connectError(error, placeOf(address), user)
  }
}

/** What a fixed session makes equal on every server, and what keeps it alive while destinations are slow. */
const settings = [
  "SET SESSION time_zone = '+00:00'",
  'SET SESSION net_write_timeout = 86400, SESSION net_read_timeout = 86400, SESSION wait_timeout = 604800',
  "SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'",
]

/** Connects. An aborted signal ends the connection, and what is asked of it then rejects with the signal's reason. */
export async function openSession(address: Address, signal: AbortSignal): Promise<Session> {
  signal.throwIfAborted()
  const connection = await connect(address)
  let closed = false
  // The server may end it at any time; the next statement says so.
  connection.on('error', () => undefined)
  const onAbort = () => connection.destroy()
  signal.addEventListener('abort', onAbort, { once: true })
  const ask = async (sql: string): Promise<unknown> => {
    signal.throwIfAborted()
    try {
      const [result] = await connection.query(sql)
      return result
    } catch (error) {
      signal.throwIfAborted()
      throw queryError(error, sql)
    }
  }
  const session: Session = {
    id: connection.threadId ?? 0,
    rows: async (sql) => (await ask(sql)) as Row[],
    async value(sql) {
      const [first] = (await ask(sql)) as Row[]
      return first?.[0] ?? undefined
    },
    run: async (sql) => void (await ask(sql)),
    async close() {
      if (closed) return
      closed = true
      signal.removeEventListener('abort', onAbort)
      if (signal.aborted) connection.destroy()
      else await connection.end().catch(() => connection.destroy())
    },
  }
  try {
    for (const setting of settings) await session.run(setting)
  } catch (error) {
    await session.close()
    throw error
  }
  if (session.id === 0) throw new HoldfastError('internal', 'a connection without a number')
  return session
}
