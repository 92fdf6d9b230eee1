import type { Finding } from '../domain/finding.ts'
import type { Secret } from '../domain/secret.ts'
import type { ListResult } from './catalogue-results.ts'

export type * from './catalogue-results.ts'

export type { SyncResult } from './sync-result.ts'
export type { TestResult, TestStep } from './test-result.ts'

/** The fields that `--json` promises for each kind of result. Times are ISO 8601 UTC, ages and durations seconds. */
export interface BackupResult {
  readonly job: string
  /** Absent where nothing ran: `not-due`. */
  readonly id?: string | undefined
  readonly status?: string | undefined
  readonly level?: number | undefined
  readonly parent?: string | null | undefined
  readonly destinations?: readonly BackupDestination[] | undefined
  readonly sourceBytes?: number | undefined
  readonly storedBytes?: number | undefined
  readonly files?: number | undefined
  readonly unread?: number | undefined
  readonly seconds?: number | undefined
  /** Stored bytes of the last backups of the same level and tags, oldest first, without this one. */
  readonly previousStoredBytes?: readonly number[] | undefined
  readonly warnings?: readonly Finding[] | undefined
}

export interface BackupDestination {
  readonly name: string
  readonly status: string
  readonly storedBytes: number
  readonly sentBytes: number
}

/** One backup in full; the facts are shown in the order given. */
export interface ShowResult extends ListResult {
  /** The chain that a restore walks, level 0 first, this one last. */
  readonly chain: readonly string[]
  readonly host?: string | undefined
  readonly evidence?: string | undefined
  readonly source?: Readonly<Record<string, unknown>> | undefined
  readonly unread?: number | undefined
  readonly streams?: readonly {
    readonly name: string
    readonly mediaType: string
    readonly volumes: number
    readonly storedBytes: number
  }[]
  readonly proofs?: readonly {
    readonly finishedAt: string
    readonly result: string
    readonly rtoSeconds: number
  }[]
}

export interface RestoreResultRecord {
  readonly job: string
  readonly id: string
  readonly chain: readonly string[]
  readonly target: string
  readonly files?: number | undefined
  readonly bytes: number
  readonly fetchedBytes: number
  readonly seconds: number
  /** Nothing was restored: this is what would be, in words. */
  readonly plan?: string | undefined
  /** Of a salvage: keys of objects that are damaged or missing, the first 100 by name. */
  readonly damaged?: readonly string[] | undefined
  readonly damagedCount?: number | undefined
  /** Of a salvage: what did not come back, the first 100 by path. */
  readonly lost?: readonly LostRecord[] | undefined
  readonly lostCount?: number | undefined
  /** Where all of it is listed, one JSON object a line. */
  readonly lostFile?: string | undefined
}

export interface LostRecord {
  readonly path: string
  readonly why: string
  readonly id: string
  readonly object?: string | undefined
}

export interface VerifyResult {
  readonly job: string
  readonly id: string
  readonly destination: string
  readonly depth: string
  readonly result: 'passed' | 'failed' | 'inconclusive'
  readonly evidence?: string | undefined
  readonly checks: readonly {
    readonly name: string
    readonly result: 'passed' | 'failed' | 'inconclusive'
    readonly expected?: string | undefined
    readonly found?: string | undefined
  }[]
  /** Names of those checks that the job's `verify.checks` asked for. */
  readonly ownChecks?: readonly string[] | undefined
  readonly proof?: string | null | undefined
  readonly rtoSeconds?: number | undefined
  /** Plain bytes that a drill brought back. */
  readonly restoredBytes?: number | undefined
  readonly fetchedBytes: number
  readonly damaged: readonly string[]
  /** Stored objects that were looked at; a sample leaves some out. */
  readonly objects?: { readonly lookedAt: number; readonly of: number } | undefined
  /** It passed, and the drill of this job before it had failed. */
  readonly recovered?: boolean | undefined
  /** The copy that stays: its URL, which no serializer prints. */
  readonly copy?: { readonly url: Secret; readonly container?: string | undefined } | undefined
  /** What is odd about the backup beside those before it; a drill looks. */
  readonly anomalies?: readonly Finding[] | undefined
}

/** A job that `--due` did not verify at a destination. */
export interface SkippedVerification {
  readonly job: string
  readonly destination: string
  readonly depth: string
  /** `not-due`, or `left`: it was due, and the budget was used up. */
  readonly status: 'not-due' | 'left'
  /** When the last one that passed began. */
  readonly lastProof: string | null
  readonly proofAge: number | null
  readonly reason: string
}

export interface CleanupResult {
  readonly job: string
  readonly destination: string
  readonly deleted: readonly CleanupLine[]
  readonly kept: readonly CleanupLine[]
  readonly garbage: readonly { readonly key: string; readonly bytes: number; readonly reason: string }[]
  readonly freedBytes: number
  /** Nothing was deleted yet: this is what would happen. */
  readonly dryRun?: boolean | undefined
  readonly note?: string | undefined
  /** What `--stats` shows: before, and what stays. */
  readonly stats?:
    | {
        readonly backups: number
        readonly storedBytes: number
        readonly keptBackups: number
        readonly keptBytes: number
        /** Log objects that went. */
        readonly oldLogs: number
      }
    | undefined
}

export interface CleanupLine {
  readonly id: string
  /** Reasons joined by `; `. */
  readonly reason: string
}

/** One leg of a plan: jobs that share runner and environment. */
export interface PlanLeg {
  readonly name: string
  /** Labels that the runner must have, all of them. */
  readonly runner: readonly string[]
  /** Empty where the jobs name none: GitHub takes that for none. */
  readonly environment: string
  /** Names joined by commas, as the backup action's `jobs` takes them. */
  readonly jobs: string
}

/** A workflow that `workflows` wrote or compared. */
export interface WorkflowResult {
  readonly file: string
  /** Written: `unchanged`, `written`, `removed`. Checked: `unchanged`, `missing`, `differs`, `obsolete`. */
  readonly status: string
  /** The `gh` commands that set what its steps read. */
  readonly commands: readonly string[]
  /** What writing would change: lines with `-`, `+` or a space before them. */
  readonly diff?: readonly string[]
}
