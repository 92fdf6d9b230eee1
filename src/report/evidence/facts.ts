import type { HoldfastError } from '../../errors/error.ts'
import type { ProofResult } from '../proof-result.ts'
import type { RereadResult } from '../reread.ts'

/** What an auditor goes by. */
export type Framework = 'iso27001' | 'soc2'

/** What the configuration demands of a job; times in milliseconds. */
export interface JobPolicy {
  readonly job: string
  readonly destinations: readonly string[]
  readonly every?: number
  readonly verifyEvery?: number
  readonly requireProofs?: number
}

/** What of a job's stored objects at a destination was read back lately. */
export interface RereadFacts {
  readonly job: string
  readonly destination: string
  readonly reread: RereadResult
}

export interface EvidenceFacts {
  /** Newest first. */
  readonly proofs: readonly ProofResult[]
  readonly policies: readonly JobPolicy[]
  readonly rereads: readonly RereadFacts[]
  readonly trust: readonly string[]
  /** Proofs that could not be read, or were forged. */
  readonly damaged: readonly HoldfastError[]
  readonly now: Date
  readonly version: string
}
