import type { VerifyResult } from './results.ts'

/** One proof as `holdfast proof` shows it. */
export interface ProofResult {
  readonly job: string
  /** Of the backup that was restored. */
  readonly id: string
  /** Where the proof lies. */
  readonly destination: string
  /** The destination that the drill read, by its name then: `sync` brings proofs along. */
  readonly readAt: string
  readonly key: string
  readonly result: VerifyResult['result']
  readonly evidence: string
  /** `ed25519:…`; null: not signed. */
  readonly signedBy: string | null
  /** Signed by a key of `signing.trust`; true where no trust is set. */
  readonly trusted: boolean
  /** Whether the manifests it names are those that are there now; `unknown` for a file of its own. */
  readonly backup: 'there' | 'changed' | 'gone' | 'unknown'
  readonly createdAt: string | null
  readonly startedAt: string
  readonly finishedAt: string
  /** Until there was a checked copy. */
  readonly rtoSeconds: number
  /** Age of the backup when the drill began. */
  readonly rpoSeconds: number | null
  readonly restoredBytes: number
  readonly checks: VerifyResult['checks']
  readonly host: string
  readonly versions: Readonly<Record<string, string>>
  readonly run?: { readonly url?: string; readonly id?: string; readonly actor?: string } | undefined
  /** The stored envelope, for `--export json`. */
  readonly envelope?: unknown
}

/** Whether a proof shows that its backup comes back: passed, believed, and about what is or was there. */
export function counts({ result, evidence, trusted, backup }: ProofResult): boolean {
  return result === 'passed' && evidence !== 'received' && trusted && backup !== 'changed'
}
