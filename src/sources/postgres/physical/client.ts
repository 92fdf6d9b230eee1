import type { SourceContext } from '../../../domain/source.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import type { ChildConnection } from '../connection/child.ts'
import { type BaseBackupWish, baseBackupArgs } from './argv.ts'

/** Everything that is needed to call pg_basebackup. */
export interface BaseBackupClient {
  /** The path of the program. */
  readonly command: string
  readonly version: string
  readonly children: ChildConnection
  readonly database: string
  /** Milliseconds that the destinations may hold it up; it pins the WAL of the server. */
  readonly maxStall: number
}

/** Starts pg_basebackup. It is told the place and the user as arguments, the password by its pass file. */
export function startBaseBackup(
  { command, children, database, maxStall }: BaseBackupClient,
  wish: BaseBackupWish,
  context: Pick<SourceContext, 'signal'>,
): RunningTool {
  return spawnTool({
    command,
    args: [...baseBackupArgs(wish), `--dbname=${children.conninfo(database)}`],
    // Its messages are read.
    environment: { ...children.environment, LC_ALL: 'C' },
    signal: context.signal,
    ...(wish.target === '-' && { maxStall }),
  })
}
