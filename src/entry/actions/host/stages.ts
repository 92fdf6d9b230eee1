import { asHoldfastError, type Outcome } from '../../../commands/outcome.ts'
import type { OnBusy } from '../../../commands/repository/lease.ts'
import type { Inputs } from '../../../config/config.ts'
import type { Stage } from './action-spec.ts'

/** The results of the stages that ran a command. */
export function resultsOf<Result extends object>(
  stages: readonly Stage[],
  command: string,
): readonly Result[] {
  return stages.flatMap((stage) => (stage.command === command ? (stage.outcome.results as Result[]) : []))
}

/** What `on-busy` says; its choices are checked where it is read. */
export function onBusy(inputs: Inputs): OnBusy {
  return inputs.text('on-busy') as OnBusy
}

/** A command that failed before it had anything to show. */
export function failedOutcome(error: unknown, signal: AbortSignal): Outcome {
  const known = asHoldfastError(signal.aborted ? signal.reason : error)
  return { results: [], warnings: [], errors: [known], exitCode: known.exitStatus }
}
