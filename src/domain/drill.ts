import type { CopyKeeper } from './copy.ts'
import type { Secret } from './secret.ts'

/** What a drill of a backup can be compared with. */
export type Evidence = 'snapshot' | 'stream' | 'load-only' | 'received'

export interface DrillCheck {
  readonly name: string
  readonly result: 'passed' | 'failed' | 'inconclusive'
  readonly expected?: string
  readonly found?: string
}

/** Where a database is drilled: a throwaway container, a throwaway server of this host, or a database made on a server. */
export type DrillServer =
  | { readonly type: 'docker' }
  | { readonly type: 'local' }
  | { readonly type: 'image'; readonly image: string }
  | { readonly type: 'url'; readonly url: Secret }

/** The throwaway copy, as a person's own checks see it. */
export interface DrillCopy {
  /** Where `file:` and `run:` look. */
  readonly directory: string
  /** The first value of the first row, as text. Errors: `check-query-failed`. */
  readonly query?: (sql: string) => Promise<string>
  /** For `run:`: how the copy is reached, such as PGHOST. */
  readonly environment?: Readonly<Record<string, string>>
}

export interface DrillOptions {
  /** An empty directory on a disk with room; the caller removes it. */
  readonly scratch: string
  /** Absent: the source's own choice, containers first. */
  readonly server?: DrillServer
  /** Called once, when the copy is there and its checks begin. */
  readonly onRestored?: () => void
  /** The copy stays where all is well with it. Only for sources with `copies`. */
  readonly keeper?: CopyKeeper
  /** A person's own checks, to be run while the copy is there. Sources without a copy leave it to the caller. */
  readonly inspect?: (copy: DrillCopy) => Promise<readonly DrillCheck[]>
}

export interface DrillResult {
  readonly checks: readonly DrillCheck[]
  readonly evidence: Evidence
  readonly files?: number
  readonly tables?: number
  readonly bytes: number
  /** Versions of the server and the tools that took part, for the proof. */
  readonly versions?: Readonly<Record<string, string>>
}
