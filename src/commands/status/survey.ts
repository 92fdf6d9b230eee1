import type { CatalogueEntry } from '../../catalog/entry.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { StatusResult } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError, exitOf, type Outcome } from '../outcome.ts'
import { openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { destinationsOf } from '../repository/find.ts'
import { selectJobs } from '../repository/select.ts'
import { statusOf } from './judge.ts'

/** States that make a command exit 4. Unsigned ones are said, but nobody demanded signatures. */
const alarming = new Set(['missing', 'stale', 'proof-failed', 'unproven'])

export interface SurveyOptions {
  /** Older is stale, for jobs without `every`; milliseconds. */
  readonly maxAge?: number
}

/**
 * Looks at each job at each of its destinations, and makes results of what it finds. Exits 4 when one is not as it should
 * be; a destination that cannot be read is an error.
 */
export async function survey<Result extends StatusResult>(
  context: CommandContext,
  jobs: readonly string[],
  options: SurveyOptions,
  resultOf: (status: StatusResult, points: readonly CatalogueEntry[]) => Result,
): Promise<Outcome> {
  const results: Result[] = []
  const errors: HoldfastError[] = []
  for (const job of selectJobs(context, jobs)) {
    for (const name of destinationsOf(context, job)) {
      try {
        const { points } = await readEntries(context, await openDestination(context, name), job)
        results.push(resultOf(statusOf(context, job, name, points, options.maxAge), points))
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
