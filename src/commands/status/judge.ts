import type { CatalogueEntry } from '../../catalog/entry.ts'
import type { StatusResult } from '../../report/results.ts'
import { isStale } from '../../retention/due.ts'
import type { CommandContext } from '../context.ts'
import { toRecoveryPoint } from '../repository/entries.ts'

function newest<T>(items: readonly T[], time: (item: T) => Date): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || time(item) > time(best) ? item : best),
    undefined,
  )
}

interface Judgement {
  readonly stale: boolean
  readonly state: string
}

function judge(
  context: CommandContext,
  job: string,
  points: readonly CatalogueEntry[],
  last: CatalogueEntry | undefined,
  maxAge: number | undefined,
): Judgement {
  const settings = context.config.job(job)
  const now = context.clock.now()
  const { every = maxAge, grace } = settings
  if (last === undefined) return { stale: true, state: 'missing' }
  const limit = maxAge === undefined ? { every, grace } : { every: maxAge, grace: 0 }
  const stale =
    limit.every !== undefined &&
    isStale({
      every: limit.every,
      ...(limit.grace === undefined ? {} : { grace: limit.grace }),
      lastSuccess: last.createdAt,
      now,
    })
  const proof = newest(
    points.flatMap(({ lastProof }) => lastProof ?? []),
    ({ finishedAt }) => finishedAt,
  )
  const { verify } = settings
  const unproven =
    verify !== undefined &&
    (proof === undefined ||
      (verify.every !== undefined && isStale({ every: verify.every, lastSuccess: proof.finishedAt, now })))
  if (proof?.result === 'failed') return { stale, state: 'proof-failed' }
  if (stale) return { stale, state: 'stale' }
  if (unproven) return { stale, state: 'unproven' }
  return { stale, state: last.signedBy === undefined ? 'unsigned' : 'ok' }
}

/** How old and how proven a job is, by the backups of one destination. `maxAge` in milliseconds. */
export function statusOf(
  context: CommandContext,
  job: string,
  destination: string,
  points: readonly CatalogueEntry[],
  maxAge: number | undefined,
): StatusResult {
  const now = context.clock.now().getTime()
  const valid = points.filter((entry) => toRecoveryPoint(entry).valid)
  const last = newest(valid, ({ createdAt }) => createdAt)
  const proof = newest(
    points.flatMap(({ lastProof }) => (lastProof?.result === 'passed' ? lastProof : [])),
    ({ finishedAt }) => finishedAt,
  )
  const ageOf = (time: Date | undefined) =>
    time === undefined ? null : Math.round((now - time.getTime()) / 1000)
  return {
    job,
    destination,
    lastBackup: last?.createdAt.toISOString() ?? null,
    age: ageOf(last?.createdAt),
    lastProof: proof?.finishedAt.toISOString() ?? null,
    proofAge: ageOf(proof?.finishedAt),
    ...judge(context, job, points, last, maxAge),
  }
}
