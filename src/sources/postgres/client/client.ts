import type { ToolCall } from '../../../process/spawn.ts'

/** The programs that dump, and how they reach the server. */
export interface DumpClient {
  /** Such as `15.18`. */
  readonly version: string
  readonly major: number
  /** How a program of its is called, without its output being taken yet. */
  call(program: 'pg_dump' | 'pg_dumpall', args: readonly string[]): ToolCall
  /** The value of `--dbname`. */
  conninfo(database: string): string
  /** Removes what was made for it; idempotent, works after a cancel. */
  dispose(): Promise<void>
}
