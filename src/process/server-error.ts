import { HoldfastError } from '../errors/error.ts'

/** The error of a server that does not come up, with what it said last: `server-not-started`. */
export function serverNotStarted(
  what: string,
  why: string,
  logs: readonly string[],
  cause?: unknown,
): HoldfastError {
  // Servers say why first, and goodbye last: MariaDB's goodbye looks like an error too.
  const errors = logs.filter((line) => /\b(FATAL|PANIC|ERROR)\b/i.test(line))
  const last = errors.findLast((line) => !/\bAborting$/.test(line.trim())) ?? errors.at(-1) ?? logs.at(-1)
  return new HoldfastError(
    'server-not-started',
    `${what} ${why}${last === undefined ? '' : `: ${last.trim()}`}`,
    {
      hint: 'Read the last lines of its log, and give it the image, the memory or the disk that it asks for.',
      context: { logs: logs.slice(-20) },
      ...(cause !== undefined && { cause }),
    },
  )
}
