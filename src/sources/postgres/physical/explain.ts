import type { ErrorCode } from '../../../errors/codes.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import { explainClient } from '../dump/explain.ts'

interface Reason {
  readonly pattern: RegExp
  readonly code: ErrorCode
  readonly what: string
  readonly hint: string
}

const reasons: readonly Reason[] = [
  {
    pattern: /no pg_hba\.conf entry for replication|pg_hba\.conf rejects replication/,
    code: 'database-login',
    what: 'the server admits no copies from here',
    hint: 'Add a line for the database replication to pg_hba.conf: `host replication USER ADDRESS scram-sha-256`.',
  },
  {
    pattern: /(?:superuser or replication role|REPLICATION attribute)/,
    code: 'database-rights',
    what: 'the user may not copy the server',
    hint: 'Let it replicate: `alter role ... replication`.',
  },
  {
    pattern: /max_wal_senders/,
    code: 'source-failed',
    what: 'the server has no WAL sender left',
    hint: 'Raise max_wal_senders by two, and restart the server.',
  },
  {
    pattern: /WAL segment .* has already been removed|could not find any WAL files|could not find WAL file/,
    code: 'source-failed',
    what: 'the server recycled its log while it was copied',
    hint: 'Raise max_slot_wal_keep_size of the server, or mend what makes the backup slow.',
  },
  {
    pattern: /WAL summar/,
    code: 'source-failed',
    what: 'the server cannot say what changed since the last backup',
    hint: 'Make a full backup: `holdfast backup --level 0`.',
  },
  {
    pattern: /full_page_writes/,
    code: 'source-failed',
    what: 'the primary of this standby ran without full_page_writes, so that no copy of it is sound',
    hint: 'Set full_page_writes = on at the primary, run a checkpoint there, and back up again.',
  },
  {
    pattern: /checksum (?:verification failed|error occurred|mismatch)/,
    code: 'source-failed',
    what: 'pages of the server do not have the checksum that they say',
    hint: 'The live data is damaged: find the tables with pg_amcheck, and restore them from an earlier backup.',
  },
]

/** What a failure of pg_basebackup means, as far as its words tell; everything else as it is. */
export function explainBaseBackup(error: unknown): unknown {
  if (!hasCode(error, 'tool-failed')) return error
  const lines = (error.context.stderr as readonly string[] | undefined) ?? []
  for (const { pattern, code, what, hint } of reasons) {
    const said = lines.find((line) => pattern.test(line))
    if (said === undefined) continue
    return new HoldfastError(code, `${what}: ${said.trim()}`, { hint, context: error.context, cause: error })
  }
  return explainClient(error)
}
