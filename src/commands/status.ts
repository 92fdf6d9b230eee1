import type { CatalogueEntry } from '../catalog/entry.ts'
import { HoldfastError } from '../errors/error.ts'
import type { StatusResult } from '../report/results.ts'
import { isStale } from '../retention/due.ts'
import type { CommandContext } from './context.ts'
import { asHoldfastError, exitOf, type Outcome } from './outcome.ts'
import { openDestination } from './repository/destination.ts'
import { readEntries, toRecoveryPoint } from './repository/entries.ts'
import { destinationsOf } from './repository/find.ts'
import { selectJobs } from './repository/select.ts'

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

/** States that `status` exits 4 for. Unsigned ones are said, but nobody demanded signatures. */
const alarming = new Set(['missing', 'stale', 'proof-failed', 'unproven'])

/** `holdfast status [jobs…]`: how old and how proven each job is at each destination. Exits 4 when one is not as it should be. */
export async function status(
  context: CommandContext,
  jobs: readonly string[],
  options: { readonly maxAge?: number },
): Promise<Outcome> {
  const results: StatusResult[] = []
  const errors: HoldfastError[] = []
  const now = context.clock.now().getTime()
  for (const job of selectJobs(context, jobs)) {
    for (const name of destinationsOf(context, job)) {
      try {
        const destination = await openDestination(context, name)
        const { points } = await readEntries(context, destination, job)
        const valid = points.filter((entry) => toRecoveryPoint(entry).valid)
        const last = newest(valid, ({ createdAt }) => createdAt)
        const proof = newest(
          points.flatMap(({ lastProof }) => (lastProof?.result === 'passed' ? lastProof : [])),
          ({ finishedAt }) => finishedAt,
        )
        const ageOf = (time: Date | undefined) =>
          time === undefined ? null : Math.round((now - time.getTime()) / 1000)
        results.push({
          job,
          destination: name,
          lastBackup: last?.createdAt.toISOString() ?? null,
          age: ageOf(last?.createdAt),
          lastProof: proof?.finishedAt.toISOString() ?? null,
          proofAge: ageOf(proof?.finishedAt),
          ...judge(context, job, points, last, options.maxAge),
        })
      } catch (error) {
        context.signal.throwIfAborted()
        errors.push(asHoldfastError(error))
      }
    }
  }
  const bad = results.filter(({ state }) => alarming.has(state))
  if (bad.length > 0 && errors.length === 0) {
    const list = bad.map(({ job, destination, state }) => `${job} at ${destination} is ${state}`).join(', ')
    errors.push(
      new HoldfastError('stale', list, {
        hint: 'Run `holdfast backup` for what is stale or missing, `holdfast drill` for what is unproven; `holdfast logs` says what failed.',
      }),
    )
    return { results, warnings: [], errors, exitCode: 4 }
  }
  return { results, warnings: [], errors, exitCode: exitOf(errors, results.length) }
}
