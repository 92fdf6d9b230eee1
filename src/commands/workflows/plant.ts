import { type CommandContext, tell } from '../context.ts'
import type { PlacedJob } from '../plan/legs.ts'
import type { EnvironmentLine } from './environment-lines.ts'
import type { StepNeeds } from './needs.ts'
import type { WorkflowSettings } from './settings.ts'
import type { WorkflowJob } from './steps.ts'
import { scalar } from './yaml.ts'

/** A workflow as it should stand in `.github/workflows/`. */
export interface WorkflowFile {
  readonly name: string
  readonly text: string
  /** What its environments have to hold. */
  readonly needs: readonly { readonly environment: string; readonly lines: readonly EnvironmentLine[] }[]
}

/** What all of the workflows share. */
export interface Plant {
  readonly context: CommandContext
  readonly settings: WorkflowSettings
  readonly jobs: readonly PlacedJob[]
  /** The configuration's path in the repository, unless it is found anyway. */
  readonly config: string | undefined
}

/** Environments where the configuration names none, and minutes after which a run is stuck: GitHub's default is six hours. */
export const roles = {
  backup: { environment: 'holdfast-backup', minutes: 720 },
  cleanup: { environment: 'holdfast-cleanup', minutes: 60 },
  drill: { environment: 'holdfast-drill', minutes: 120 },
}

export function configInput({ config }: Plant): WorkflowJob['inputs'] {
  return config === undefined ? [] : [['config', scalar(config)]]
}

/** Says which files lie where `init` wrote them and not in the repository: what reads them on a runner will fail. */
export function tellFiles({ context }: Plant, needs: readonly StepNeeds[]): void {
  const names = [...new Set(needs.flatMap(({ files }) => files))]
  if (names.length === 0) return
  tell(context, {
    severity: 'warning',
    code: 'files-not-in-checkout',
    message: `the configuration takes values from files, which must be on the runner: ${names.join(', ')}`,
    hint: 'Write ${NAME} instead and set a secret of that name: keys do not belong into a repository.',
    names,
  })
}
