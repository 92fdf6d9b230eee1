import { releaseLeft } from '../../../commands/release-left.ts'
import { readInputs } from '../../../config/config.ts'
import { clockOf } from '../../host/clock.ts'
import { interruptible } from '../../host/signals.ts'
import type { ActionSpec } from './action-spec.ts'
import { maskEnvironment, maskInLogs, takeEnvironment } from './masking.ts'
import { createLogReporter } from './reporter.ts'
import type { SavedState } from './saved-state.ts'
import { contextOf } from './session.ts'
import { sharedInputs } from './shared-inputs.ts'

/** Frees the leases of a main step that was killed, as the owner that it was. Errors: those of the inputs, the configuration and the stores. */
export async function releaseLeases(spec: ActionSpec, { owner }: SavedState): Promise<void> {
  maskEnvironment(process.env)
  const { signal } = interruptible()
  const inputs = readInputs(process.env, [...sharedInputs, ...spec.inputs])
  takeEnvironment(inputs.list('env'), process.env)
  maskInLogs()
  const { clock, rehearsal } = clockOf(process.env)
  const reporter = createLogReporter(clock, process.env)
  const context = contextOf(inputs, spec, { clock, rehearsal, reporter, signal })
  const { results } = await releaseLeft(context, inputs.list('jobs'), owner)
  const count = results.length === 1 ? '1 lease' : `${results.length} leases`
  process.stdout.write(`the step was killed: ${count} released\n`)
}
