import { HoldfastError } from '../../../errors/error.ts'

interface ServerError {
  readonly code?: string
  readonly errno?: number
  readonly sqlMessage?: string
  readonly message?: string
}

const unreachable: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'there is no such socket',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ECONNRESET: 'it hung up',
  PROTOCOL_CONNECTION_LOST: 'it hung up',
}

/** Why a server cannot be asked: `source-unreadable`, with what to change. */
export function connectError(thrown: unknown, place: string, user: string): HoldfastError {
  const { code = '', sqlMessage, message = '' } = thrown as ServerError
  const context = { server: place, code }
  const why = unreachable[code]
  if (why !== undefined) {
    return new HoldfastError('source-unreadable', `the database server ${place} cannot be reached: ${why}`, {
      hint: 'Correct host, port, socket or container of the source, or start the server.',
      context,
      cause: thrown,
    })
  }
  if (/ACCESS_DENIED|AUTH/.test(code)) {
    return new HoldfastError('source-unreadable', `the database server ${place} does not let ${user} in`, {
      hint: `Correct user and password of the source, or let ${user} connect from this host.`,
      context,
      cause: thrown,
    })
  }
  return new HoldfastError(
    'source-unreadable',
    `cannot connect to ${place}: ${sqlMessage ?? (code || message)}`,
    {
      hint: 'Look into the log of the server.',
      context,
      cause: thrown,
    },
  )
}

/** The server's number for a statement that took longer than it may. */
const timedOut = new Set([1969, 3024])

/** Whether a statement was ended by the limit of its time. */
export function isStatementTimeout(error: unknown): boolean {
  const cause = error instanceof HoldfastError ? error.cause : error
  return timedOut.has((cause as ServerError | undefined)?.errno ?? 0)
}

/** The server's own number of an error, 0 where it has none. */
export function serverErrno(error: unknown): number {
  const cause = error instanceof HoldfastError ? error.cause : error
  return (cause as ServerError | undefined)?.errno ?? 0
}

/** A statement that failed: `source-failed` with what the server said. */
export function queryError(thrown: unknown, sql: string): HoldfastError {
  const { sqlMessage, code, message } = thrown as ServerError
  const said = sqlMessage ?? code ?? message ?? 'the connection is gone'
  return new HoldfastError('source-failed', `the database server said: ${said}`, {
    hint: 'Give the user of the backup the rights that `holdfast doctor` names, or mend what the server says.',
    context: { statement: sql.slice(0, 200), code: code ?? '' },
    cause: thrown,
  })
}
