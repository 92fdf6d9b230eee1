import type { RereadResult } from './reread.ts'

export interface ListResult {
  readonly job: string
  readonly id: string
  readonly level: number
  readonly parent: string | null
  readonly createdAt: string
  readonly tags: readonly string[]
  readonly destination: string
  readonly sourceBytes: number
  readonly storedBytes: number
  readonly signed: boolean
  readonly proven: boolean
  readonly held: boolean
  readonly complete: boolean
  /** Paths that could not be read: it is kept, and is no recovery point. Absent where there are none. */
  readonly unread?: number | undefined
  /** Its keys were destroyed: nothing opens it. */
  readonly shredded?: boolean | undefined
  /** Not written by Holdfast: an object whose name the job's `object-name` fits. Its key is the id. */
  readonly adopted?: boolean | undefined
}

export interface StatusResult {
  readonly job: string
  readonly destination: string
  /** When the newest recovery point was made. */
  readonly lastBackup: string | null
  readonly age: number | null
  readonly stale: boolean
  /** When the last drill that passed ended. */
  readonly lastProof: string | null
  readonly proofAge: number | null
  /** When the newest drill with a verdict ended, where it failed. */
  readonly failedProof: string | null
  readonly failedProofAge: number | null
  /** `ok`, `stale`, `unproven`, `proof-failed`, `missing`, `unreachable`, `unsigned`, `shredded`. */
  readonly state: string
  /** Why it is `unproven`, in words that stay the same while it is. */
  readonly reason?: string | undefined
  /** What of it was read back lately; absent where that is not known. */
  readonly reread?: RereadResult | undefined
}

/** One restore that came to a verdict, as the ledger of a job keeps it. */
export interface RestoreRecord {
  /** Of the backup. */
  readonly id: string
  readonly finishedAt: string
  readonly passed: boolean
  /** Until there was a checked copy. */
  readonly rtoSeconds: number
  /** Age of the backup when the restore began: the data that a loss at that moment would have cost. */
  readonly rpoSeconds: number
}

/** The state of a job at a destination, with its newest backups. */
export interface ReportResult extends StatusResult {
  readonly backups: number
  /** Of all backups there. */
  readonly storedBytes: number
  /** Newest first. */
  readonly recent: readonly ListResult[]
  /** The newest verdict of each backup that has one, newest first. */
  readonly restores: readonly RestoreRecord[]
}
