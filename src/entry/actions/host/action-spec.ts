import type { CommandContext } from '../../../commands/context.ts'
import type { Outcome } from '../../../commands/outcome.ts'
import type { InputSpec, Inputs } from '../../../config/config.ts'
import type { Secret } from '../../../domain/secret.ts'

/** One command that an action ran, and what came of it. */
export interface Stage {
  readonly command: string
  readonly outcome: Outcome
}

export interface Session {
  readonly inputs: Inputs
  readonly context: CommandContext
  /** The jobs to run; empty means all. */
  readonly jobs: readonly string[]
  /** Runs a command; what it throws becomes its outcome, so that outputs and summary tell of it. */
  stage(command: string, run: () => Promise<Outcome>): Promise<Outcome>
}

/**
 * What the action sets apart from the outputs that all have; also after a failure, with what there is. A secret is handed
 * out as it is, and masked in logs: later steps of the job get it, other jobs do not.
 */
export type Outputs = Readonly<Record<string, string | number | Secret>>

export interface ActionSpec {
  /** The folder under actions/. */
  readonly name: string
  /** The command whose name the results bear. */
  readonly command: string
  /** Besides those that all actions have. */
  readonly inputs: readonly InputSpec[]
  /** Whether it writes backups: then where they go must outlive the job. */
  readonly writes: boolean
  /** Whether its commands take the leases of jobs. */
  readonly leases: boolean
  /** Whether its commands start throwaway servers. */
  readonly servers?: boolean
  /** Whether it works on sources and a destination alone, without a configuration. */
  readonly bare: boolean
  /** Inputs that stand for what a configuration says, and exclude one. */
  readonly insteadOfConfig: readonly string[]
  run(session: Session): Promise<void>
  outputs(stages: readonly Stage[]): Outputs
}
