/** The wrapped keys of a job's backups at one destination after `rekey`; all are counts. */
export interface RekeyResult {
  readonly job: string
  readonly destination: string
  /** Encrypted ones that were looked at. */
  readonly backups: number
  /** Wraps that were written; the backups that have none of them had theirs already. */
  readonly added: number
  /** Backups whose new wrap was opened by an identity or passphrase that the configuration names. */
  readonly proven: number
  /** Old wraps that were deleted. */
  readonly dropped: number
  /** Old wraps that stay because the store locks them. */
  readonly locked: number
  /** Backups that failed; each has an error. */
  readonly failed: number
  /** Backups that have no key. */
  readonly unencrypted: number
  /** Backups whose keys were destroyed, or are being destroyed. */
  readonly shredded: number
}

/** What `shred` did at one destination. */
export interface ShredResult {
  readonly job: string
  readonly id: string
  readonly destination: string
  /** Wrapped keys that were deleted, with every version of them. */
  readonly wraps: number
  /** 7z archives that were deleted, since their passphrase opens them without any key; absent where there are none. */
  readonly archives?: number
  /** Objects that stay because the store locks them: the backup can still be opened there. */
  readonly locked: number
  /** ISO 8601, as far as it is known. */
  readonly lockedUntil?: string | undefined
  /** No wrap is left. */
  readonly shredded: boolean
}

/** What `rekey` and `shred` say of a job that another run holds, with `--on-busy skip`: nothing was looked at. */
export interface KeysSkipped {
  readonly job: string
  /** Of `shred`. */
  readonly id?: string
  readonly status: 'skipped'
}
