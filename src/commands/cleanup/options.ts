import type { OnBusy } from '../repository/lease.ts'

export interface CleanupOptions {
  readonly dryRun: boolean
  readonly exclusive: boolean
  readonly force: boolean
  /** Add sizes before and after. */
  readonly stats?: boolean
  readonly onBusy: OnBusy
}
