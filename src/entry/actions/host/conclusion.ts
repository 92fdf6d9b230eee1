import type { Outcome } from '../../../commands/outcome.ts'
import type { Finding } from '../../../domain/finding.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { type OutcomeDocument, outcomeDocument } from '../../../report/document.ts'
import type { HeardFinding } from '../../../report/github-annotations.ts'
import type { ActionSpec, Stage } from './action-spec.ts'

/** What an action came to: its stages one by one, and all of them as the one document of `results`. */
export interface Conclusion {
  readonly stages: readonly Stage[]
  readonly documents: readonly OutcomeDocument[]
  readonly document: OutcomeDocument
  readonly errors: readonly HoldfastError[]
}

/** Interrupted, then not good, then refused, before whatever came first. */
const strongest = [143, 130, 5, 7]

function exitCodeOf(stages: readonly Stage[]): number {
  const codes = stages.map(({ outcome }) => outcome.exitCode).filter((code) => code !== 0)
  return strongest.find((code) => codes.includes(code)) ?? codes[0] ?? 0
}

function forbidden(warnings: readonly Finding[]): HoldfastError {
  const codes = [...new Set(warnings.map(({ code }) => code))].join(', ')
  const what = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`
  return new HoldfastError('failed-on-warning', `${what} (${codes}), and fail-on-warning is set`, {
    hint: 'Mend what is warned of, or leave fail-on-warning out.',
    context: { warnings: warnings.map(({ message }) => message) },
  })
}

type JobFinding = Finding & { readonly job?: string }

/** In the order they came. One that was told while it happened may be in an outcome as well, then without its job. */
function unique(findings: readonly JobFinding[]): JobFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ code, message, job }) => {
    const text = `${code} ${message}`
    const key = job === undefined ? text : `${text} of ${job}`
    if (seen.has(key)) return false
    seen.add(text).add(key)
    return true
  })
}

/** `command` tells the results of several stages apart; of one stage it would only repeat itself. */
function resultsOf(stages: readonly Stage[]): readonly object[] {
  if (stages.length < 2) return stages.flatMap(({ outcome }) => outcome.results)
  return stages.flatMap(({ command, outcome }) => outcome.results.map((result) => ({ command, ...result })))
}

/** Joins what the stages came to and what was heard while they ran. */
export function concludeStages(
  spec: ActionSpec,
  stages: readonly Stage[],
  heard: readonly HeardFinding[],
  failOnWarning: boolean,
): Conclusion {
  const told = heard.map(({ job, finding }) => ({ ...finding, ...(job !== undefined && { job }) }))
  const warnings = unique([...told, ...stages.flatMap(({ outcome }) => outcome.warnings)])
  const doubts = warnings.filter(({ severity }) => severity === 'warning' || severity === 'error')
  const errors = stages.flatMap(({ outcome }) => outcome.errors)
  const exitCode = exitCodeOf(stages)
  const fails = failOnWarning && exitCode === 0 && doubts.length > 0
  const outcome: Outcome = {
    results: resultsOf(stages),
    warnings: doubts,
    errors: fails ? [...errors, forbidden(doubts)] : errors,
    exitCode: fails ? 1 : exitCode,
  }
  return {
    stages,
    documents: stages.map((stage) => outcomeDocument({ command: stage.command, ...stage.outcome })),
    document: outcomeDocument({ command: spec.command, ...outcome }),
    errors: outcome.errors,
  }
}
