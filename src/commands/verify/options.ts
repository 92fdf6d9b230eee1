import type { DrillServer } from '../../domain/drill.ts'
import type { Finding } from '../../domain/finding.ts'
import type { HoldfastError } from '../../errors/error.ts'
import type { VerifyResult } from '../../report/results.ts'
import type { Sample } from './objects.ts'

export type Depth = 'exists' | 'checksum' | 'contents' | 'restore'

export interface VerifyOptions {
  readonly depth?: Depth
  readonly sample?: Sample | { readonly part: 'today'; readonly of: number }
  readonly scratch?: string
  readonly at?: Date
  /** Where databases are drilled, in place of what the configuration says. */
  readonly server?: DrillServer
}

/** What was found, and the errors that are no finding about a backup: unreachable stores, missing keys. */
export interface Findings {
  readonly results: VerifyResult[]
  readonly errors: HoldfastError[]
  readonly warnings: Finding[]
}
