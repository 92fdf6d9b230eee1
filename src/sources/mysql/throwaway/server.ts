import type { Secret } from '../../../domain/secret.ts'
import type { ServerEnd } from '../../../process/server-end.ts'
import type { Address } from '../connection/address.ts'
import type { Version } from '../server/flavor.ts'

/** A server that is there for a drill only, or for whoever its copy is kept for. */
export interface Throwaway {
  readonly address: Address
  readonly version: Version
  /** `local mariadbd 10.11.19`. */
  readonly name: string
  /** The container that it runs in, if it does. */
  readonly container?: string
  /** How others reach a database of one that can be kept. */
  urlOf?(database: string): Secret
  /** Has what is about to be made removed with the rest: on servers that stay. */
  note?(databases: readonly string[], accounts: readonly string[]): Promise<void>
  /** How it ended, if it did; absent for one that is not ours. */
  ended?(): Promise<ServerEnd | undefined>
  /** Ends it, or removes what was made there; also after a cancel. Idempotent. */
  stop(): Promise<void>
}
