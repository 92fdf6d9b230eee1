import type { ListResult, RestoreRecord, StatusResult } from '../results.ts'

/** A backup at one destination, as its page shows it. */
export interface SiteBackup extends ListResult {
  /** How long making it took. */
  readonly seconds: number
  /** Ids of what a restore needs, the full one first, itself last. */
  readonly chain: readonly string[]
}

/** A restore, with where its proof lies. */
export interface SiteRestore extends RestoreRecord {
  readonly evidence: string
  /** Key of the proof. */
  readonly proof: string
  readonly signed: boolean
}

/** A job at one of its destinations. */
export interface SitePlace {
  readonly status: StatusResult
  /** Newest first. */
  readonly backups: readonly SiteBackup[]
  /** Newest first. */
  readonly restores: readonly SiteRestore[]
}

/** A line of the log of a job. */
export interface SiteRun {
  readonly command: string
  readonly id: string
  readonly status: string
  readonly startedAt: string
  readonly seconds: number
}

export interface SiteJob {
  readonly name: string
  /** The kind of its source: `postgres`. */
  readonly source: string
  readonly places: readonly SitePlace[]
  /** Newest first. */
  readonly runs: readonly SiteRun[]
}

/** All that the pages show. */
export interface Site {
  /** When all this was so. */
  readonly now: Date
  /** Of Holdfast. */
  readonly version: string
  readonly jobs: readonly SiteJob[]
}
