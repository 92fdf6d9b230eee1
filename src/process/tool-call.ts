import type { Readable } from 'node:stream'
import type { Secret } from '../domain/secret.ts'
import type { StderrRing } from './stderr-ring.ts'
import type { FeedResult, ToolInput } from './stdin-feed.ts'

export interface ToolCall {
  /** A name on PATH or a path; never a shell line. */
  readonly command: string
  readonly args: readonly string[]
  /** The child's whole environment, see `childEnvironment`. */
  readonly environment: Readonly<Record<string, string>>
  /** What this child alone is to know. */
  readonly extraEnvironment?: Readonly<Record<string, Secret | string>>
  readonly cwd?: string
  /** Whom the child runs as, without further groups; needs root. */
  readonly user?: { readonly uid: number; readonly gid: number }
  /** Absent: the child reads /dev/null. */
  readonly stdin?: ToolInput
  readonly signal: AbortSignal
  /** Exit statuses that count as success; `[0]` where absent. */
  readonly acceptedExits?: readonly number[]
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly killAfterMs?: number
  /**
   * Milliseconds that nobody may take the child's output before it is stopped, with `source-stalled`; absent: for ever. For
   * children whose waiting holds others up: a stalled dump keeps its locks and its snapshot.
   */
  readonly maxStall?: number
  /** Every line of stderr as it comes, not masked. */
  readonly onStderrLine?: (line: string) => void
}

export interface ToolExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface RunningTool {
  readonly pid: number | undefined
  /** Ends only after the child exited with an accepted status; else it errors, with `tool-failed` or `tool-missing`. */
  readonly stdout: Readable
  readonly stderr: StderrRing
  /** Rejects only when the child could not be started. */
  readonly exited: Promise<ToolExit>
  /** How the input went, once the child is gone; rejects when the input itself failed. */
  readonly fed: Promise<FeedResult>
  /** SIGTERM to the child's process group, SIGKILL after `killAfterMs`; resolves when the child is gone. */
  stop(): Promise<void>
}
