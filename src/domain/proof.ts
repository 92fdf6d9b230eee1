import type { DrillCheck, Evidence } from './drill.ts'

/** The signed outcome of a drill, kept in `proofs/<job>/<id>/<time>.json`. */
export interface Proof {
  readonly format: 1
  readonly repository: string
  readonly job: string
  readonly id: string
  /** `sha256:` and the hex hash of the stored bytes of every manifest of the chain, level 0 first. */
  readonly chain: readonly { readonly id: string; readonly manifest: string }[]
  readonly destination: string
  readonly result: 'passed' | 'failed' | 'inconclusive'
  readonly depth: 'restore'
  readonly evidence: Evidence
  readonly checks: readonly DrillCheck[]
  readonly startedAt: string
  readonly finishedAt: string
  readonly rtoSeconds: number
  readonly restoredBytes: number
  readonly fetchedBytes: number
  /** What was restored, and how old it was when the drill began: the data that a loss at that moment would have cost. */
  readonly backup?: {
    readonly source: string
    readonly createdAt: string
    readonly ageSeconds: number
    readonly level: number
  }
  readonly files?: number
  readonly tables?: number
  /** Until the copy was there, before it was checked; the download goes on meanwhile. */
  readonly restoreSeconds?: number
  /** Of the server and the tools that took part. */
  readonly versions?: Readonly<Record<string, string>>
  readonly host: string
  readonly tool: { readonly name: 'holdfast'; readonly version: string }
  readonly run?: { readonly url?: string; readonly id?: string; readonly actor?: string }
}
