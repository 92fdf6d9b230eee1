import type { Finding } from '../domain/finding.ts'
import type { RecoveryPoint, RetentionRules } from '../domain/retention.ts'
import type { ErrorCode } from '../errors/codes.ts'

/** One line of a plan. */
export interface RetentionDecision {
  readonly id: string
  readonly keep: boolean
  /** Why: every rule that keeps it, or what each rule says as it lets go. Never empty. */
  readonly reasons: readonly string[]
}

/** Why a plan must not be carried out. */
export interface PlanRefusal {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string
  /** What would have gone. */
  readonly wouldDelete: readonly string[]
}

export interface RetentionPlan {
  /** One for each point, newest first. Of a refused plan all say keep. */
  readonly decisions: readonly RetentionDecision[]
  readonly refused?: PlanRefusal
  /** Why nothing is deleted although rules exist: `nothing deleted: no proven restore yet`. */
  readonly note?: string
  /** Points dated in the future. */
  readonly findings: readonly Finding[]
}

export interface PlanOptions {
  /** The wall clock; `keep-tags` with a duration counts back from here. */
  readonly now: Date
  /** The store's own time; what is dated more than an hour later is not believed. */
  readonly storeNow: Date
  /** Calendar of the rules, an IANA name. */
  readonly timezone: string
  /**
   * Points that the job's other destinations hold whole and will still hold after their own cleanup. Their proofs
   * count for `require-proofs`; a destination that others back (`keep-last: 0`) may leave its floors to them.
   */
  readonly elsewhere?: readonly RecoveryPoint[]
  /** Points that other destinations are still to get, with the names of these. They stay. */
  readonly awaited?: ReadonlyMap<string, readonly string[]>
  /** The newest drill of the job, where it failed: then nothing may be deleted. */
  readonly failedDrill?: { readonly id: string; readonly finishedAt: string }
}

/** One destination of a job, as its own listing shows it. */
export interface DestinationPoints {
  readonly name: string
  readonly points: readonly RecoveryPoint[]
  readonly rules: RetentionRules | undefined
  readonly storeNow: Date
  readonly failedDrill?: PlanOptions['failedDrill']
}
