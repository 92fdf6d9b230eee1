import type { CatalogueEntry } from '../../catalog/entry.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import type { StatusResult } from '../../report/results.ts'
import { announceStatus } from '../announce/status.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError, exitOf, type Outcome } from '../outcome.ts'
import { openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { destinationsOf } from '../repository/find.ts'
import { wasReadHere } from '../repository/read-here.ts'
import { selectJobs } from '../repository/select.ts'
import { judge, unknown } from './judge.ts'
import { rereadFor, unreadFinding } from './unread.ts'

/** States that make a command exit 4. Unsigned ones are said, but nobody demanded signatures. */
const alarming = new Set(['missing', 'shredded', 'unreachable', 'stale', 'proof-failed', 'unproven'])

export interface SurveyOptions {
  /** In place of the jobs' own `every` and `grace`; milliseconds. */
  readonly maxAge?: number
  /** Also of what no verification ever read back, which takes a listing of all that is stored. */
  readonly evenUnread?: boolean
}

function staleError(bad: readonly StatusResult[]): HoldfastError {
  const list = bad
    .map(
      ({ job, destination, state, reason }) =>
        `${job} at ${destination} is ${state}${reason ? ` (${reason})` : ''}`,
    )
    .join(', ')
  return new HoldfastError('stale', list, {
    hint: 'Run `holdfast backup` for what is stale, missing or shredded, `holdfast drill` for what is unproven; `holdfast logs` says what failed, `holdfast doctor` why a destination is unreachable.',
  })
}

/**
 * Looks at each job at each of its destinations, and makes results of what it finds: of a destination that cannot be
 * asked, `points` are none. Exits 4 when one is not as it should be. An error of usage keeps its own status.
 */
export async function survey<Result extends StatusResult>(
  context: CommandContext,
  jobs: readonly string[],
  { maxAge, evenUnread }: SurveyOptions,
  resultOf: (status: StatusResult, points: readonly CatalogueEntry[]) => Result,
): Promise<Outcome> {
  const results: Result[] = []
  const errors: HoldfastError[] = []
  for (const job of selectJobs(context, jobs)) {
    for (const name of destinationsOf(context, job)) {
      try {
        const destination = await openDestination(context, name)
        const { points } = await readEntries(context, destination, job)
        const judging = { now: context.clock.now(), maxAge, readHere: wasReadHere(context, name) }
        const judged = judge(context.config.job(job), name, points, judging)
        const reread = await rereadFor(context, destination, job, points, evenUnread)
        results.push(resultOf({ ...judged, ...(reread && { reread }) }, points))
      } catch (thrown) {
        context.signal.throwIfAborted()
        const error = asHoldfastError(thrown)
        errors.push(error)
        if (error.exitStatus === 2) continue
        const state = hasCode(error, 'repository-missing') ? 'missing' : 'unreachable'
        results.push(resultOf(unknown(job, name, state), []))
      }
    }
  }
  for (const job of new Set(results.map((result) => result.job))) {
    const own = results.filter((result) => result.job === job)
    await announceStatus(context, job, own, (state) => alarming.has(state))
  }
  const warnings = results.flatMap((result) => unreadFinding(result) ?? [])
  for (const finding of warnings) tell(context, finding)
  const bad = results.filter(({ state }) => alarming.has(state))
  if (bad.length === 0) return { results, warnings, errors, exitCode: exitOf(errors, results.length) }
  return { results, warnings, errors: [...errors, staleError(bad)], exitCode: 4 }
}
