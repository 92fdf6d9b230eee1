import { HoldfastError, hasCode } from '../../../errors/error.ts'

interface Reason {
  readonly pattern: RegExp
  readonly code:
    | 'database-unreachable'
    | 'database-rights'
    | 'source-conflict'
    | 'source-failed'
    | 'database-client-missing'
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
    pattern: /due to lock timeout/,
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
    pattern: /server version mismatch/,
    code: 'database-client-missing',
    what: 'the client is older than the server',
    hint: "Install the client of the server's major.",
  },
  {
    pattern:
      /server closed the connection|terminating connection|could not receive data|could not send data|SSL SYSCALL error|connection to server .* failed|no connection to the server|SSL connection has been closed|crash of another server process|the database system is/,
    code: 'database-unreachable',
    what: 'the server went away',
    hint: 'See in the log of the server why the connection ended, and run again.',
    retryable: true,
  },
]

/** What a client's failure means, as far as its words tell: another code than `tool-failed` where it is known. */
export function explainClient(error: unknown): unknown {
  if (!hasCode(error, 'tool-failed')) return error
  const lines = Array.isArray(error.context.stderr) ? (error.context.stderr as string[]) : []
  const found = reasons.find(({ pattern }) => lines.some((line) => pattern.test(line)))
  if (found === undefined) return error
  const { pattern, code, what, hint, retryable = false } = found
  const said = lines.find((line) => pattern.test(line))?.trim() ?? ''
  return new HoldfastError(code, `${what}: ${said}`, {
    hint,
    context: error.context,
    retryable,
    cause: error,
  })
}
