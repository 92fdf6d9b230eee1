import type { Lease } from '../../catalog/lease.ts'
import type { CommandContext } from '../context.ts'
import type { Offers } from './offers.ts'
import type { SyncOptions } from './options.ts'
import type { Site } from './site.ts'

/** One job at one destination that is being filled up. */
export interface SyncRun {
  /** Its signal aborts when the lease is lost, too. */
  readonly context: CommandContext
  readonly job: string
  readonly target: Site
  readonly offers: Offers
  readonly leases: readonly Lease[]
  readonly options: SyncOptions
}
