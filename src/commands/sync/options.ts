import type { OnBusy } from '../repository/lease.ts'

export interface SyncOptions {
  /** The only destination that is read from. */
  readonly from?: string
  /** `exists` compares keys and sizes at the target, `checksum` reads what is there and compares hashes. */
  readonly depth: 'exists' | 'checksum'
  readonly dryRun: boolean
  readonly onBusy: OnBusy
}
