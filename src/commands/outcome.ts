import type { Finding } from '../domain/finding.ts'
import type { HoldfastError } from '../errors/error.ts'
import { asHoldfastError } from '../errors/unexpected.ts'

export { asHoldfastError }

/** What a command hands back: `--json` prints it, the terminal view renders it, the exit status comes from it. */
export interface Outcome {
  readonly results: readonly object[]
  readonly warnings: readonly Finding[]
  readonly errors: readonly HoldfastError[]
  readonly exitCode: number
}

/** A command that did what it was asked. */
export function done(results: readonly object[], warnings: readonly Finding[] = []): Outcome {
  return { results, warnings, errors: [], exitCode: 0 }
}

/**
 * The exit status of several parts, some of which failed: 0 when none did; the error's own status when all failed
 * alike; else 3, partly. What was refused or interrupted keeps its status whatever the others did.
 */
export function exitOf(errors: readonly HoldfastError[], succeeded: number): number {
  if (errors.length === 0) return 0
  const statuses = new Set(errors.map((error) => error.exitStatus))
  for (const strong of [130, 143]) if (statuses.has(strong)) return strong
  if (succeeded > 0) return statuses.has(5) ? 5 : 3
  const [only] = statuses
  return statuses.size === 1 && only !== undefined ? only : 1
}

/** An error of one of several jobs, as the one error type, with the job in its context. */
export function errorOfJob(thrown: unknown, job: string): HoldfastError {
  const error = asHoldfastError(thrown)
  return Object.assign(error, { context: { job, ...error.context } })
}
