/** What sync did for a job at one destination. */
export interface SyncResult {
  readonly job: string
  /** Where it was copied to. */
  readonly destination: string
  /** `success`, `partial` (some backups or objects failed), `skipped` (another run holds the job) or `dry-run`. */
  readonly status: string
  readonly copied: readonly {
    readonly id: string
    readonly level: number
    /** The first destination that has it. */
    readonly from: string
    /** With its manifest. */
    readonly objects: number
    readonly bytes: number
    /** Less than `bytes` where some of it was there already. */
    readonly sentBytes: number
  }[]
  /** Objects of backups that were there. */
  readonly healed: readonly {
    readonly id: string
    readonly key: string
    readonly what: 'missing' | 'damaged'
    readonly from: string
    /** `created`, `replaced` by compare-and-swap, `recreated` after deleting every version of it, or `planned`. */
    readonly how: string
    readonly bytes: number
  }[]
  /** What other destinations have, and this one does not get, with the reason. */
  readonly left: readonly { readonly id: string; readonly reason: string }[]
  readonly failed: readonly { readonly id: string; readonly code: string; readonly message: string }[]
  /** Holds, logs and proofs that were copied along. */
  readonly alongside: number
  readonly sentBytes: number
  readonly seconds: number
}
