import type { Finding } from './finding.ts'
import type { Secret } from './secret.ts'

/** What a restored copy outlives its step with: how it is found again when it has to go. */
export interface CopyKeeper {
  /** On everything that is made for the copy: hex digits. */
  readonly id: string
  /** A process that outlives the step, as leftovers name it: when it is gone the copy is anybody's to remove. */
  readonly owner: string
  /** Writes down what is about to be made on somebody else's server, before it is made. */
  note(made: MadeOnServer): Promise<void>
  /** Hands the copy over, once and before the drill ends; whoever takes it removes it. */
  take(copy: RestoredCopy): void
}

/** What a drill made on a server that was there before. */
export interface MadeOnServer {
  /** The type of the source that knows how to remove it. */
  readonly source: string
  readonly url: Secret
  readonly databases: readonly string[]
  /** Roles or accounts, as the source writes them. */
  readonly roles: readonly string[]
}

/** A restored database that is there until it is removed. */
export interface RestoredCopy {
  /** How clients reach it, password included. */
  readonly url: Secret
  readonly container?: string
  /** Runs SQL in every database of the copy. Errors: `mask-failed`, after which the copy has to go. */
  run(sql: string): Promise<void>
  /** Idempotent, also after a cancel. */
  remove(): Promise<void>
}

/** What a database holds, in figures. */
export interface DatabaseContents {
  readonly tables: readonly {
    /** With its schema. */
    readonly name: string
    readonly rows: number
    /** By name: the type, and whether it may be null. */
    readonly columns: Readonly<Record<string, string>>
  }[]
}

/** What reaching a copy needs. */
export interface CopyContext {
  readonly environment: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  warn(finding: Finding): void
}

/** What can be done with copies that a drill left in place. */
export interface Copies {
  /** Whether copies of the backups of this description can stay. */
  canStay(description: Readonly<Record<string, unknown>>): boolean
  /** Errors: those of the connection. */
  contents(context: CopyContext, url: Secret): Promise<DatabaseContents>
  /** Removes what a drill made on somebody else's server. Idempotent. */
  drop(context: CopyContext, made: MadeOnServer): Promise<void>
}
