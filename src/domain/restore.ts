import type { Finding } from './finding.ts'
import type { Secret } from './secret.ts'

/** Where a backup is restored to. */
export type RestoreTarget =
  | { readonly type: 'directory'; readonly path: string }
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'stdout'; readonly stream: NodeJS.WritableStream }
  /** A database server's URL; with a database in its path that database only. `name` is what people may see of it. */
  | { readonly type: 'database'; readonly url: Secret; readonly name: string }
  | { readonly type: 'dataset'; readonly dataset: string }
  | { readonly type: 'container'; readonly container: string }
  /** The data directory of a server on this host. */
  | { readonly type: 'datadir'; readonly path: string }
  | { readonly type: 'default' }

export interface RestoreOptions {
  readonly target: RestoreTarget
  /** Globs of paths; empty means everything. */
  readonly include: readonly string[]
  /** Tables of a database, `schema.table` or `table`; empty means everything. */
  readonly tables?: readonly string[]
  /** Existing data may be replaced. */
  readonly overwrite: boolean
  /** Warnings that would refuse the restore are overridden. */
  readonly force?: boolean
}

export interface RestoreResult {
  readonly files?: number
  readonly bytes: number
  readonly warnings: readonly Finding[]
}
