import type { ServerEnd } from '../../../process/server-end.ts'
import type { Address } from '../connection/address.ts'
import type { Version } from '../server/flavor.ts'

/** A server that is there for a drill only. */
export interface Throwaway {
  readonly address: Address
  readonly version: Version
  /** `local mariadbd 10.11.19`. */
  readonly name: string
  /** How it ended, if it did. */
  ended(): Promise<ServerEnd | undefined>
  /** Ends it; idempotent. */
  stop(): Promise<void>
}
