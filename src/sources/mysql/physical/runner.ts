import type { RunningTool } from '../../../process/spawn.ts'
import type { Client } from '../server/client.ts'
import type { CopyFacts } from './verdict.ts'

/** What one copy is to be like. */
export interface CopyWish {
  /** Copies only pages that changed since. */
  readonly sinceLsn?: string
  /** Hears every line that the tool logs. */
  readonly onLine: (text: string) => void
}

/** Where the tool of a hot copy runs: on this host, or in the container of the server. One copy each. */
export interface CopyRunner {
  readonly tool: Client
  /** Starts the tool; its stdout is the copy. */
  start(wish: CopyWish): RunningTool
  /** After a copy that ended well: what the tool left about it. Errors: `source-truncated`. */
  facts(): Promise<CopyFacts>
  /** Ends the tool, wherever it runs, and removes all that was made for it. Idempotent. */
  end(): Promise<void>
}
