import type { CatalogueEntry, ProofSummary } from '../../catalog/entry.ts'
import type { JobSettings } from '../../config/settings.ts'
import type { StatusResult } from '../../report/results.ts'
import { credible, isStale } from '../../retention/due.ts'
import { toRecoveryPoint } from '../repository/entries.ts'
import { passesOn } from '../repository/passes-on.ts'

function newest<T>(items: readonly T[], time: (item: T) => Date): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || time(item) > time(best) ? item : best),
    undefined,
  )
}

const finished = ({ finishedAt }: ProofSummary) => finishedAt

export interface Judging {
  readonly now: Date
  /** In place of the job's own `every` and `grace`, in milliseconds. */
  readonly maxAge?: number | undefined
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
  const valid = points.filter((entry) => toRecoveryPoint(entry).valid)
  const dated = ({ createdAt }: CatalogueEntry) => createdAt
  const last = newest(credible(valid, dated, judging.now), dated)
  const passed = newest(
    points.flatMap(({ lastPass }) => lastPass ?? []),
    finished,
  )
  const verdict = newest(
    points.flatMap(({ lastVerdict }) => lastVerdict ?? []),
    finished,
  )
  const failed = verdict?.result === 'failed' ? verdict.finishedAt : undefined
  const { now } = judging
  const ageOf = (time: Date | undefined) =>
    time === undefined ? null : Math.round((now.getTime() - time.getTime()) / 1000)
  const passing = passesOn(settings, destination)
  const stale = !passing && (last === undefined || isLate(settings, last, judging))
  const proof = proofState(settings, verdict, now)
  const fine = last?.signedBy === undefined ? 'unsigned' : 'ok'
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
    state:
      passing && proof !== 'proof-failed'
        ? 'passes-on'
        : last === undefined
          ? points.some(({ shredded }) => shredded)
            ? 'shredded'
            : 'missing'
          : proof === 'proof-failed'
            ? proof
            : stale
              ? 'stale'
              : (proof ?? fine),
  }
}

/** A destination of which nothing is known: `unreachable`, or `missing` where no repository is. */
export function unknown(job: string, destination: string, state: 'missing' | 'unreachable'): StatusResult {
  const nothing = { lastBackup: null, age: null, lastProof: null, proofAge: null }
  return { job, destination, ...nothing, failedProof: null, failedProofAge: null, stale: true, state }
}
