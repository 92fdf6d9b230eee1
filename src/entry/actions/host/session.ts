import type { CommandContext } from '../../../commands/context.ts'
import type { Outcome } from '../../../commands/outcome.ts'
import type { Inputs } from '../../../config/config.ts'
import type { Clock } from '../../../domain/clock.ts'
import { commandContext } from '../../host/command-context.ts'
import type { ActionSpec, Session, Stage } from './action-spec.ts'
import { configurationOf } from './configuration.ts'
import { maskConfigured } from './masking.ts'
import { refuseShortLived } from './refusals.ts'
import type { LogReporter } from './reporter.ts'
import { failedOutcome } from './stages.ts'

export interface SessionParts {
  readonly clock: Clock
  readonly rehearsal: boolean
  readonly reporter: LogReporter
  readonly signal: AbortSignal
}

/** What the commands of an action may touch. A workflow is its own consent: nothing is asked. */
export function contextOf(inputs: Inputs, spec: ActionSpec, parts: SessionParts): CommandContext {
  const { config, onlyDestinations } = configurationOf(inputs, spec)
  const { reporter } = parts
  return commandContext({
    ...parts,
    config,
    onlyDestinations,
    confirm: async (question) =>
      reporter.on({
        type: 'finding',
        finding: { severity: 'info', code: 'confirmed', message: question },
      }),
    ask: async (question) => {
      throw new Error(`an action cannot ask: ${question}`)
    },
  })
}

/** A session whose stages are collected in `stages`. Errors: those of the configuration, `destination-in-workspace`. */
export function openSession(inputs: Inputs, spec: ActionSpec, parts: SessionParts, stages: Stage[]): Session {
  const context = contextOf(inputs, spec, parts)
  const jobs = inputs.list('jobs')
  maskConfigured(context.config, jobs)
  if (spec.writes) refuseShortLived(context, jobs, process.env)
  return {
    inputs,
    context,
    jobs,
    async stage(command, run) {
      let outcome: Outcome
      try {
        outcome = await run()
      } catch (error) {
        outcome = failedOutcome(error, parts.signal)
      }
      stages.push({ command, outcome })
      return outcome
    },
  }
}
