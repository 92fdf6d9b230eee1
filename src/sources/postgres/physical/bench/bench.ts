import type { ToolOutcome } from '../../../../process/run-tool.ts'
import type { LocalServer } from '../../throwaway/run-server.ts'

/** A server to be started on a data directory that is there. */
export interface CopyStart {
  readonly data: string
  readonly socket: string
  readonly superuser: string
  readonly settings: Readonly<Record<string, string>>
  /** Milliseconds that the replay of its log may take. */
  readonly within: number
  /** Called with the process id of a server of this host. */
  onStarted(pid: number): Promise<void>
}

export interface BenchRun {
  /** Exit statuses that count as success; `[0]` where absent. */
  readonly acceptedExits?: readonly number[]
}

/**
 * The programs of one major, and no other: files of a data directory mean something else to every other one. On this
 * host, or in a container that sees the same directories at the same places.
 */
export interface Bench {
  /** Such as `17.12`. */
  readonly version: string
  /** Whom the files of a server have to belong to; undefined where everything is this process's own user's. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
  /** Errors: `tool-missing`, `tool-failed`. */
  run(program: string, args: readonly string[], options?: BenchRun): Promise<ToolOutcome>
  /** Whether it has a program that not every installation has. */
  has(program: string): Promise<boolean>
  /** Errors: `server-not-started`. */
  start(start: CopyStart): Promise<LocalServer>
  /** Idempotent. */
  close(): Promise<void>
}
