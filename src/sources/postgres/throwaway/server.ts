import type { Secret } from '../../../domain/secret.ts'
import type { ServerEnd } from '../../../process/server-end.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'

/** A server that nobody needs afterwards, ready for queries of its superuser. */
export interface ThrowawayServer {
  readonly kind: 'docker' | 'local' | 'url'
  readonly major: number
  /** As the server says it, such as 15.18. */
  readonly version: string
  /** Image, directory or host of it, for people. */
  readonly name: string
  readonly settings: ConnectionSettings
  /** The name that a database of the backup gets there. */
  databaseFor(database: string): string | Promise<string>
  /** Roles that were made there; they go with the server. */
  keepsRoles?(names: readonly string[]): Promise<void>
  /** The container that it runs in, if it does: clients are there too. */
  readonly container?: string
  /** How others reach one that is kept. */
  urlOf?(database: string): Secret
  /** How it ended, if it did; absent for one that is not ours. */
  ended?(): Promise<ServerEnd | undefined>
  /** Ends it and removes all that was made for it, also after a cancel. Idempotent. */
  remove(): Promise<void>
}
