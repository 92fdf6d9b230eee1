import { parseId } from '../../catalog/ids.ts'
import type { Finding } from '../../domain/finding.ts'
import { inTurn, isLate, isTurn } from '../../drill/turns.ts'
import { HoldfastError } from '../../errors/error.ts'
import { formatAge, formatDuration, formatSpan } from '../../report/duration.ts'
import type { SkippedVerification } from '../../report/results.ts'
import { type CommandContext, tell } from '../context.ts'
import { exitOf, type Outcome } from '../outcome.ts'
import { knownJobs } from '../repository/select.ts'
import type { Findings, VerifyOptions } from './options.ts'
import { verdictErrors, verifySubject } from './subject.ts'
import { type Turn, turnsOf } from './turns.ts'

/** Errors: `usage` for what is said besides, and contradicts it. */
function refuse(what: readonly string[], { at, sample, keep }: VerifyOptions): void {
  const ids = what.filter(parseId)
  const others = [
    ...(ids.length > 0 ? ['an id'] : []),
    ...(at ? ['--at'] : []),
    ...(sample ? ['--sample'] : []),
    ...(keep ? ['keep'] : []),
  ]
  if (others.length === 0) return
  throw new HoldfastError('usage', `--due goes by jobs, and does not go with ${others.join(', ')}`, {
    hint: 'Leave --due out to verify just that, or the rest to let the jobs say what is due.',
  })
}

function skipped(
  { job, destination, depth, standing }: Turn,
  status: SkippedVerification['status'],
  reason: string,
  now: Date,
): SkippedVerification {
  const { lastPass } = standing
  return {
    job,
    destination,
    depth,
    status,
    lastProof: lastPass?.toISOString() ?? null,
    proofAge: lastPass ? Math.round((now.getTime() - lastPass.getTime()) / 1000) : null,
    reason,
  }
}

function lastText({ standing: { lastPass } }: Turn, now: Date): string {
  return lastPass ? `last passed ${formatAge(now.getTime() - lastPass.getTime())}` : 'never passed'
}

function leftFinding(left: SkippedVerification, isOverdue: boolean): Finding {
  return {
    severity: isOverdue ? 'warning' : 'info',
    code: 'budget-used',
    message: `${left.job} at ${left.destination} was left out: ${left.reason}`,
    hint: 'It comes first in the next run with --due. Run that more often, or raise verify.budget.',
  }
}

/**
 * `--due`: each job at each of its destinations, if the last time that it passed there is as long ago as `verify.every`
 * says; without `every` in each run. Whoever waited longest comes first. A job's `verify.budget` is what the run may
 * have taken when that job begins: later ones are `left`, which is no failure. Errors: `usage`.
 */
export async function verifyDue(
  context: CommandContext,
  what: readonly string[],
  options: VerifyOptions,
): Promise<Outcome> {
  refuse(what, options)
  const { clock } = context
  const started = clock.monotonic()
  const { turns, errors } = await turnsOf(
    context,
    what.length === 0 ? await knownJobs(context) : what,
    options,
  )
  const now = clock.now()
  const done: Findings = { results: [], errors, warnings: [] }
  const left: SkippedVerification[] = []
  const [due, early] = [true, false].map((wanted) =>
    inTurn(turns.filter(({ standing }) => isTurn(standing, now) === wanted)),
  ) as [Turn[], Turn[]]
  for (const turn of due) {
    if (context.signal.aborted) break
    const used = clock.monotonic() - started
    const { job, destination, depth, budget } = turn
    if (budget !== undefined && used >= budget) {
      const reason = `${lastText(turn, now)}; the budget of ${formatSpan(budget)} was used up after ${formatDuration(used)}`
      const result = skipped(turn, 'left', reason, now)
      const finding = leftFinding(result, isLate(turn.standing, now))
      tell(context, finding, job)
      if (finding.severity !== 'info') done.warnings.push(finding)
      left.push(result)
      continue
    }
    const found = await verifySubject({ ...context, onlyDestinations: [destination] }, job, {
      ...options,
      depth,
    })
    done.results.push(...found.results)
    done.errors.push(...found.errors)
    done.warnings.push(...found.warnings)
  }
  const wait = early.map((turn) =>
    skipped(
      turn,
      'not-due',
      `${lastText(turn, now)}, wanted every ${formatSpan(turn.standing.every ?? 0)}`,
      now,
    ),
  )
  const results = [...done.results, ...left, ...wait]
  const all = [...done.errors, ...verdictErrors(done.results)]
  return { results, warnings: done.warnings, errors: all, exitCode: exitOf(all, results.length) }
}
