import { HoldfastError } from '../errors/error.ts'
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
