import type { CommandContext } from './context.ts'
import { exitOf, type Outcome } from './outcome.ts'
import { knownJobs } from './repository/select.ts'
import { verifyDue } from './verify/due.ts'
import type { Findings, VerifyOptions } from './verify/options.ts'
import { verdictErrors, verifySubject } from './verify/subject.ts'

/**
 * `holdfast verify [what…]`: jobs or ids; exits 5 when a backup is not what it should be. With `due` only what has not
 * been proven for as long as its job allows, see {@link verifyDue}.
 */
export async function verify(
  context: CommandContext,
  what: readonly string[],
  options: VerifyOptions,
): Promise<Outcome> {
  if (options.due) return verifyDue(context, what, options)
  const findings: Findings[] = []
  const subjects = what.length === 0 ? await knownJobs(context) : what
  for (const subject of subjects) {
    findings.push(await verifySubject(context, subject, options))
    if (context.signal.aborted) break
  }
  const results = findings.flatMap((each) => each.results)
  const errors = [...findings.flatMap((each) => each.errors), ...verdictErrors(results)]
  const warnings = findings.flatMap((each) => each.warnings)
  return { results, warnings, errors, exitCode: exitOf(errors, results.length) }
}

/** `holdfast drill [what…]`. */
export function drill(
  context: CommandContext,
  what: readonly string[],
  options: VerifyOptions,
): Promise<Outcome> {
  return verify(context, what, { ...options, depth: 'restore' })
}
