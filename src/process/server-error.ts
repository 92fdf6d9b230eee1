import { HoldfastError, hasCode } from '../errors/error.ts'
import { lastWords } from './server-end.ts'

/** The error of a server that does not come up, with what it said last: `server-not-started`. */
export function serverNotStarted(
  what: string,
  why: string,
  logs: readonly string[],
  cause?: unknown,
): HoldfastError {
  const last = lastWords(logs)
  return new HoldfastError('server-not-started', `${what} ${why}${last === undefined ? '' : `: ${last}`}`, {
    hint: 'Read the last lines of its log, and give it the image, the memory or the disk that it asks for.',
    context: { logs: logs.slice(-20) },
    ...(cause !== undefined && { cause }),
  })
}

/** The error of a data directory that could not be made, `server-not-made`; what was no failure of the tool is thrown on. */
export function serverNotMade(what: string, error: unknown): HoldfastError {
  if (!hasCode(error, 'tool-failed')) throw error
  const { exitStatus, stderr } = error.context
  const logs = Array.isArray(stderr) ? stderr.map(String) : []
  const last = lastWords(logs)
  return new HoldfastError(
    'server-not-made',
    `${what} exited with status ${exitStatus}${last === undefined ? '' : `: ${last}`}`,
    {
      hint: 'Give it the disk, the memory or the rights that it asks for, or set verify.server to an image.',
      context: { logs: logs.slice(-20) },
      cause: error,
    },
  )
}
