import { HoldfastError, hasCode } from '../../../errors/error.ts'
import type { DatabaseError } from '../connection/errors.ts'

interface Reason {
  readonly pattern: RegExp
  readonly code:
    | 'database-unreachable'
    | 'database-rights'
    | 'source-conflict'
    | 'source-failed'
    | 'database-client-missing'
    | 'usage'
  readonly what: string
  readonly hint: string
  readonly retryable?: boolean
}

const reasons: readonly Reason[] = [
  {
    pattern: /due to conflict with recovery|conflicted with recovery/,
    code: 'source-conflict',
    what: 'the standby cancelled the dump',
    hint: 'Set hot_standby_feedback = on on the standby, or a larger max_standby_streaming_delay.',
    retryable: true,
  },
  {
    // pg_dump sets a time-out of the statement for its locks.
    pattern: /due to (?:lock|statement) timeout/,
    code: 'source-failed',
    what: 'a table stayed locked for longer than lock-wait-timeout',
    hint: 'Back up when no schema is being changed, or raise lock-wait-timeout.',
    retryable: true,
  },
  {
    pattern: /row-level security policy/,
    code: 'database-rights',
    what: 'row-level security would hide rows from the dump',
    hint: 'Dump as the owner of the table, or as a role with BYPASSRLS.',
  },
  {
    pattern: /permission denied/,
    code: 'database-rights',
    what: 'the user may not read everything',
    hint: 'Run `holdfast doctor`: it prints the GRANT lines that are missing.',
  },
  {
    // By --strict-names.
    pattern: /no matching (?:tables|schemas) were found/,
    code: 'usage',
    what: 'tables or schemas of the job name what a database does not have',
    hint: 'Correct them: every database of the job has to have each, so give databases that differ jobs of their own.',
  },
  {
    pattern: /server version mismatch/,
    code: 'database-client-missing',
    what: 'the client is older than the server',
    hint: "Install the client of the server's major.",
  },
  {
    pattern:
      /server closed the connection|Connection terminated|ECONNRESET|terminating connection|could not receive data|could not send data|SSL SYSCALL error|connection to server .* failed|no connection to the server|SSL connection has been closed|crash of another server process|the database system is/,
    code: 'database-unreachable',
    what: 'the server went away',
    hint: 'See in the log of the server why the connection ended, and run again.',
    retryable: true,
  },
]

function reasonOf(lines: readonly string[]): { reason: Reason; said: string } | undefined {
  for (const reason of reasons) {
    const said = lines.find((line) => reason.pattern.test(line))
    if (said !== undefined) return { reason, said: said.trim() }
  }
  return undefined
}

/** What a client said, or undefined for an error that is not a client's. */
function saidBy(error: unknown): string[] | undefined {
  if (hasCode(error, 'tool-failed')) {
    return Array.isArray(error.context.stderr) ? (error.context.stderr as string[]) : []
  }
  return error instanceof HoldfastError ? undefined : [(error as Error).message]
}

/**
 * What the failure of a client or of a statement means, as far as its words tell: another code than `tool-failed` where it
 * is known. What is none of them, such as the reason of an abort, is returned as it is.
 */
export function explainClient(error: unknown): unknown {
  const lines = saidBy(error)
  if (lines === undefined) return error
  const found = reasonOf(lines)
  if (found !== undefined) {
    const { code, what, hint, retryable = false } = found.reason
    const context = error instanceof HoldfastError ? error.context : {}
    return new HoldfastError(code, `${what}: ${found.said}`, { hint, context, retryable, cause: error })
  }
  const { severity } = error as DatabaseError
  if (severity === undefined) return error
  return new HoldfastError('source-failed', `the server refused: ${(error as Error).message}`, {
    hint: 'See in the log of the server what it says of that statement.',
    cause: error,
  })
}
