import { HoldfastError, hasCode } from '../errors/error.ts'
import type { StatusResult } from '../report/results.ts'
import type { CommandContext } from './context.ts'
import { asHoldfastError, exitOf, type Outcome } from './outcome.ts'
import { openDestination } from './repository/destination.ts'
import { readEntries } from './repository/entries.ts'
import { destinationsOf } from './repository/find.ts'
import { selectJobs } from './repository/select.ts'
import { judge, unknown } from './status/judge.ts'

/** States that `status` exits 4 for. Unsigned ones are said, but nobody demanded signatures. */
const alarming = new Set(['missing', 'unreachable', 'stale', 'proof-failed', 'unproven'])

async function statusAt(
  context: CommandContext,
  job: string,
  name: string,
  maxAge: number | undefined,
): Promise<StatusResult> {
  const destination = await openDestination(context, name)
  const { points } = await readEntries(context, destination, job)
  return judge(context.config.job(job), name, points, { now: context.clock.now(), maxAge })
}

function staleError(bad: readonly StatusResult[]): HoldfastError {
  const list = bad.map(({ job, destination, state }) => `${job} at ${destination} is ${state}`).join(', ')
  return new HoldfastError('stale', list, {
    hint: 'Run `holdfast backup` for what is stale or missing, `holdfast drill` for what is unproven; `holdfast logs` says what failed, `holdfast doctor` why a destination is unreachable.',
  })
}

/**
 * `holdfast status [jobs…]`: how old and how proven each job is at each destination. Exits 4 when one is not as it
 * should be: a destination that cannot be asked is not known to be fresh. An error of usage keeps its own status.
 */
export async function status(
  context: CommandContext,
  jobs: readonly string[],
  options: { readonly maxAge?: number },
): Promise<Outcome> {
  const results: StatusResult[] = []
  const errors: HoldfastError[] = []
  for (const job of selectJobs(context, jobs)) {
    for (const name of destinationsOf(context, job)) {
      try {
        results.push(await statusAt(context, job, name, options.maxAge))
      } catch (thrown) {
        context.signal.throwIfAborted()
        const error = asHoldfastError(thrown)
        errors.push(error)
        if (error.exitStatus === 2) continue
        results.push(unknown(job, name, hasCode(error, 'repository-missing') ? 'missing' : 'unreachable'))
      }
    }
  }
  const bad = results.filter(({ state }) => alarming.has(state))
  if (bad.length === 0) return { results, warnings: [], errors, exitCode: exitOf(errors, results.length) }
  return { results, warnings: [], errors: [...errors, staleError(bad)], exitCode: 4 }
}
