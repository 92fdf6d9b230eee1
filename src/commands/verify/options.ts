import type { CopyKeeper, DatabaseContents } from '../../domain/copy.ts'
import type { DrillServer } from '../../domain/drill.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Secret } from '../../domain/secret.ts'
import type { Sample } from '../../drill/sample.ts'
import type { HoldfastError } from '../../errors/error.ts'
import type { VerifyResult } from '../../report/results.ts'

export type Depth = 'exists' | 'checksum' | 'contents' | 'restore'

/** A copy that was handed over, masked, and what it held then. */
export interface HandedCopy {
  readonly job: string
  readonly id: string
  readonly source: string
  readonly url: Secret
  readonly container?: string | undefined
  /** When the backup was made, and when its copy was ready: ISO 8601. */
  readonly createdAt: string
  readonly readyAt: string
  readonly contents: DatabaseContents
}

/** Has the copy of a drill stay, for others to work with. */
export interface KeepCopy extends Omit<CopyKeeper, 'take'> {
  /** SQL that hides what nobody else may see; runs before the copy is handed over. */
  readonly mask?: string | undefined
  /** The copy is ready; it stays unless this fails. */
  ready(copy: HandedCopy): Promise<void>
}

export interface VerifyOptions {
  readonly depth?: Depth
  readonly sample?: Sample | { readonly part: 'today'; readonly of: number }
  readonly scratch?: string
  readonly at?: Date
  /** Only what is due by `verify.every` of its job, at each destination, while `verify.budget` lasts. */
  readonly due?: boolean
  /** Where databases are drilled, in place of what the configuration says. */
  readonly server?: DrillServer
  /** The copy stays; without an id it is of the newest proven backup. */
  readonly keep?: KeepCopy | undefined
}

/** What was found, and the errors that are no finding about a backup: unreachable stores, missing keys. */
export interface Findings {
  readonly results: VerifyResult[]
  readonly errors: HoldfastError[]
  readonly warnings: Finding[]
}
