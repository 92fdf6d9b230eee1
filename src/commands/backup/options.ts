import type { Lease } from '../../catalog/lease.ts'
import type { HoldfastError } from '../../errors/error.ts'
import type { BackupResult } from '../../report/results.ts'
import type { Bell } from '../announce/bell.ts'
import type { FailedDestination } from '../repository/destination.ts'
import type { OnBusy } from '../repository/lease.ts'
import type { LogFiles } from './log-files.ts'

export interface BackupOptions {
  readonly due: boolean
  readonly force: boolean
  readonly level?: number
  readonly tags: readonly string[]
  readonly acceptSize: boolean
  readonly dryRun: boolean
  readonly onBusy: OnBusy
  /** Jobs at once; one after another where absent. */
  readonly parallel?: number
}

/** What the jobs of one command share, and who is told of this one. */
export interface JobOptions extends BackupOptions {
  readonly logFiles: LogFiles
  readonly bell: Pick<Bell, 'hears' | 'start'>
  /** The backup goes again at once: it takes nothing over from runs that were interrupted, and leaves them be. */
  readonly throwaway?: boolean
}

/** A run that holds its leases; `failed` are destinations that could not even be opened. */
export interface RunOptions extends JobOptions {
  readonly failed: readonly FailedDestination[]
  readonly leases: readonly Lease[]
}

export interface WriteOptions extends RunOptions {
  readonly startedAt: Date
  /** Set to the id that the run gets once its level is sure, for its log. */
  readonly run: { id: string }
}

/** A job's result, and what kept it from being whole: the result is there unless nothing was written at all. */
export interface JobReport {
  readonly result: BackupResult
  readonly errors: readonly HoldfastError[]
  /** The run before this one failed; only found out where somebody wants to know. */
  readonly recovered?: boolean
}
