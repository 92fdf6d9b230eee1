import { HoldfastError } from '../../../errors/error.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import type { ServerPlace } from './resolve.ts'

/** An error of the server has a SQLSTATE, one of the network the name of an errno. */
export interface DatabaseError extends Error {
  readonly code?: string
  readonly severity?: string
}

/** Where a server is, as people write it. */
export function placeText({ host, port }: ServerPlace): string {
  return host.startsWith('/') ? `${host}/.s.PGSQL.${port}` : `${host}:${port}`
}

/** Lower case at the start and without the full stop, as messages here are. */
function plain(message: string): string {
  return message.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}

const hints: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Start the server, or correct host and port in the URL.',
  ENOENT: 'Start the server, or name the directory of its socket: postgres:///db?host=/var/run/postgresql.',
  ENOTFOUND: 'Correct the host name in the URL.',
  ETIMEDOUT: 'See whether a firewall lies between, or correct host and port in the URL.',
  '3D000': 'Correct the database in the URL or under databases.',
  '53300': 'Raise max_connections, or let fewer clients connect while the backup runs.',
  '57P03': 'Wait until the server has started, and run again.',
}

/** What a failed connection comes to: `database-login`, `database-rights`, `tls-failed` or `database-unreachable`. */
export function connectionError(cause: DatabaseError, place: ServerPlace, user: string): HoldfastError {
  const code = cause.code ?? ''
  const where = placeText(place)
  const context = { server: where, ...(code !== '' && { reason: code }) }
  const message = plain(cause.message)
  if (/client password must be a (non-empty )?string/.test(cause.message)) {
    return new HoldfastError('database-login', `${where} asks ${user} for a password, and there is none`, {
      hint: 'Write it into the URL, or a line for this server into ~/.pgpass (mode 0600).',
      context,
      cause,
    })
  }
  const closed = /^permission denied for database "(.*)"$/s.exec(cause.message)?.[1]
  if (closed !== undefined) {
    return new HoldfastError('database-rights', `${where} does not let ${user} into ${closed}`, {
      hint: `Let its owner run \`grant connect on database ${quoteIdentifier(closed)} to ${quoteIdentifier(user)}\`.`,
      context,
      cause,
    })
  }
  if (/^28|^SASL|password/.test(`${code}${cause.message}`)) {
    return new HoldfastError('database-login', `${where} does not let ${user} in: ${message}`, {
      hint: 'Correct user and password in the URL or the pass file, or let pg_hba.conf of the server admit them.',
      context,
      cause,
    })
  }
  if (/does not support SSL/.test(cause.message)) {
    return new HoldfastError('tls-failed', `${where} does not speak TLS, and the URL asks for it`, {
      hint: 'Set ssl = on at the server, or sslmode=prefer in the URL where the network between is trusted.',
      context,
      cause,
    })
  }
  if (/CERT|TLS|SSL|SIGNED/i.test(`${code} ${cause.message}`)) {
    return new HoldfastError('tls-failed', `${where} cannot be trusted: ${message}`, {
      hint: 'Name the authority with sslrootcert= in the URL, or choose another sslmode.',
      context,
      cause,
    })
  }
  const answered = code === '3D000'
  const what = answered ? `refuses: ${message}` : `cannot be reached: ${message || code}`
  return new HoldfastError('database-unreachable', `${where} ${what}`, {
    hint: hints[code] ?? 'See whether the server runs and accepts connections from here.',
    context,
    cause,
    retryable: true,
  })
}
