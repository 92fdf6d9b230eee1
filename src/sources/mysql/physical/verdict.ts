import { HoldfastError } from '../../../errors/error.ts'
import type { LogPosition } from './lsn.ts'
import { binlogIn, type Checkpoints, parseCheckpoints } from './messages.ts'

/** What a copy that succeeded says of itself. */
export interface CopyFacts {
  readonly checkpoints: Checkpoints
  /** `bin.000003:322`, where the server keeps a binary log. */
  readonly binlog?: string
}

/**
 * What a copy says of itself, by the files of `--extra-lsndir`: `xtrabackup_checkpoints` and `xtrabackup_info`. Errors:
 * `source-truncated` where they say nothing.
 */
export function copyFacts(checkpointsText: string, info: string, tool: string): CopyFacts {
  const checkpoints = parseCheckpoints(checkpointsText)
  if (checkpoints === undefined) {
    throw new HoldfastError('source-truncated', `${tool} did not say where its copy ends`, {
      hint: 'Read what the tool said, and run the backup again.',
      context: { tool },
    })
  }
  const binlog = binlogIn(info)
  return { checkpoints, ...(binlog === undefined ? {} : { binlog }) }
}

/**
 * Whether a copy is one of the server that was asked: its end lies between that server's checkpoint before the copy and
 * where it is afterwards. Errors: `source-failed`.
 */
export function checkOwn({ checkpoints }: CopyFacts, before: LogPosition, after: LogPosition): void {
  const from = BigInt(checkpoints.toLsn)
  const last = BigInt(checkpoints.lastLsn)
  if (from >= before.checkpoint && last <= after.lsn) return
  throw new HoldfastError('source-failed', 'the copied files are not those of the server that was asked', {
    hint: 'Run the backup where the files of that very server are.',
    context: { toLsn: checkpoints.toLsn, checkpoint: String(before.checkpoint), lsn: String(after.lsn) },
  })
}
