import type { CatalogueEntry, ProofSummary } from '../../catalog/entry.ts'
import type { JobSettings } from '../../config/settings.ts'
import { formatSpan } from '../../report/duration.ts'
import type { StatusResult } from '../../report/results.ts'
import { credible, isStale } from '../../retention/due.ts'
import { toRecoveryPoint } from '../repository/entries.ts'
import { passesOn } from '../repository/passes-on.ts'
import { newest, verdictsOf } from '../repository/verdicts.ts'

export interface Judging {
  readonly now: Date
  /** In place of the job's own `every` and `grace`, in milliseconds. */
  readonly maxAge?: number | undefined
  /** Whether a drill read this destination; what sync brought along is of another. */
  readonly readHere?: (proof: ProofSummary) => boolean
}

function isLate(settings: JobSettings, last: CatalogueEntry, { now, maxAge }: Judging): boolean {
  const { every, grace } = maxAge === undefined ? settings : { every: maxAge, grace: 0 }
  if (every === undefined) return false
  return isStale({ every, lastSuccess: last.createdAt, now, ...(grace === undefined ? {} : { grace }) })
}

/** What the newest drill that came to a verdict says of a job that is to be drilled. */
function proofState(settings: JobSettings, verdict: ProofSummary | undefined, now: Date): string | undefined {
  if (verdict?.result === 'failed') return 'proof-failed'
  const { verify } = settings
  if (verify === undefined) return undefined
  if (verdict === undefined) return 'unproven'
  const late =
    verify.every !== undefined && isStale({ every: verify.every, lastSuccess: verdict.finishedAt, now })
  return late ? 'unproven' : undefined
}

/** Why a job is `unproven`; ages are told elsewhere, so that the words change only with the case. */
function unprovenReason({ verify }: JobSettings, passed: ProofSummary | undefined): string {
  if (passed === undefined) return 'no drill of it has passed'
  return `no drill passed lately, wanted every ${formatSpan(verify?.every ?? 0)}`
}

/** The most alarming of what is so. */
function stateOf({
  points,
  last,
  passing,
  stale,
  proof,
}: {
  readonly points: readonly CatalogueEntry[]
  readonly last: CatalogueEntry | undefined
  readonly passing: boolean
  readonly stale: boolean
  readonly proof: ReturnType<typeof proofState>
}): StatusResult['state'] {
  if (passing && proof !== 'proof-failed') return 'passes-on'
  if (last === undefined) return points.some(({ shredded }) => shredded) ? 'shredded' : 'missing'
  if (proof === 'proof-failed') return proof
  if (stale) return 'stale'
  return proof ?? (last.signedBy === undefined ? 'unsigned' : 'ok')
}

/**
 * How a job stands at a destination, from the backups that are there. Pure. The last proof is the last one that passed,
 * also behind a newer one that failed, which is told beside it. The most alarming state wins. A destination that passes
 * backups on is fine without any.
 */
export function judge(
  settings: JobSettings,
  destination: string,
  points: readonly CatalogueEntry[],
  judging: Judging,
): StatusResult {
  const { readHere = () => true } = judging
  const valid = points.filter((entry) => toRecoveryPoint(entry).valid)
  const dated = ({ createdAt }: CatalogueEntry) => createdAt
  const last = newest(credible(valid, dated, judging.now), dated)
  const { passed, verdict } = verdictsOf(points, readHere)
  const failed = verdict?.result === 'failed' ? verdict.finishedAt : undefined
  const { now } = judging
  const ageOf = (time: Date | undefined) =>
    time === undefined ? null : Math.round((now.getTime() - time.getTime()) / 1000)
  const passing = passesOn(settings, destination)
  const stale = !passing && (last === undefined || isLate(settings, last, judging))
  const proof = proofState(settings, verdict, now)
  const state = stateOf({ points, last, passing, stale, proof })
  return {
    job: settings.name,
    destination,
    lastBackup: last?.createdAt.toISOString() ?? null,
    age: ageOf(last?.createdAt),
    stale,
    lastProof: passed?.finishedAt.toISOString() ?? null,
    proofAge: ageOf(passed?.finishedAt),
    failedProof: failed?.toISOString() ?? null,
    failedProofAge: ageOf(failed),
    state,
    ...(state === 'unproven' && { reason: unprovenReason(settings, passed) }),
  }
}

/** A destination of which nothing is known: `unreachable`, or `missing` where no repository is. */
export function unknown(job: string, destination: string, state: 'missing' | 'unreachable'): StatusResult {
  const nothing = { lastBackup: null, age: null, lastProof: null, proofAge: null }
  return { job, destination, ...nothing, failedProof: null, failedProofAge: null, stale: true, state }
}
