import type { DrillResult } from '../domain/drill.ts'
import type { Proof } from '../domain/proof.ts'

/** What surrounds a drill: which backup, where from, when, by whom. */
export interface DrillFacts {
  readonly repository: string
  readonly job: string
  readonly id: string
  /** Level 0 first. */
  readonly chain: readonly { readonly id: string; readonly manifestSha256: string }[]
  readonly destination: string
  readonly backup: { readonly source: string; readonly createdAt: Date; readonly level: number }
  readonly startedAt: Date
  readonly finishedAt: Date
  /** From the first read to a checked copy. */
  readonly rtoSeconds: number
  /** From the first read to a copy that is there; absent where the drill did not get that far. */
  readonly restoreSeconds?: number | undefined
  readonly fetchedBytes: number
  readonly host: string
  readonly version: string
  readonly run?: Proof['run']
}

/** The verdict of all checks: failed when one failed or there was none, inconclusive when one could not tell. */
export function verdict(checks: DrillResult['checks']): Proof['result'] {
  if (checks.length === 0 || checks.some(({ result }) => result === 'failed')) return 'failed'
  return checks.some(({ result }) => result === 'inconclusive') ? 'inconclusive' : 'passed'
}

/** The proof of a drill, ready to be signed. */
export function proofOf(facts: DrillFacts, result: DrillResult): Proof {
  return {
    format: 1,
    repository: facts.repository,
    job: facts.job,
    id: facts.id,
    chain: facts.chain.map(({ id, manifestSha256 }) => ({ id, manifest: `sha256:${manifestSha256}` })),
    destination: facts.destination,
    result: verdict(result.checks),
    depth: 'restore',
    evidence: result.evidence,
    checks: result.checks,
    startedAt: facts.startedAt.toISOString(),
    finishedAt: facts.finishedAt.toISOString(),
    rtoSeconds: facts.rtoSeconds,
    restoredBytes: result.bytes,
    fetchedBytes: facts.fetchedBytes,
    backup: {
      source: facts.backup.source,
      createdAt: facts.backup.createdAt.toISOString(),
      ageSeconds: (facts.startedAt.getTime() - facts.backup.createdAt.getTime()) / 1000,
      level: facts.backup.level,
    },
    ...(result.files !== undefined && { files: result.files }),
    ...(result.tables !== undefined && { tables: result.tables }),
    ...(facts.restoreSeconds !== undefined && { restoreSeconds: facts.restoreSeconds }),
    ...(result.versions && { versions: result.versions }),
    host: facts.host,
    tool: { name: 'holdfast', version: facts.version },
    ...(facts.run && { run: facts.run }),
  }
}
