import { shellWord } from '../../domain/shell-word.ts'
import { type EnvironmentLine, lineText } from './environment-lines.ts'
import { block, checkout, permissions } from './steps.ts'
import { indent, labels, scalar } from './yaml.ts'

export const doctorTriggers = '  workflow_dispatch:\n'

export const doctorMinutes = 15

/** What tells whether a runner has all that its backups need; of a fleet the jobs of its leg. */
export function doctorSteps(options: {
  /** `OWNER/holdfast/actions/setup@v1`. */
  readonly setup: string
  readonly config: string | undefined
  readonly fleet: boolean
  readonly env: readonly EnvironmentLine[]
}): string {
  const { setup, config, fleet, env } = options
  const named = config === undefined ? '' : ` --config ${shellWord(config)}`
  const command = `holdfast doctor --role backup${named}`
  const ofLeg = `|\n    IFS=, read -ra jobs <<< "$JOBS"\n    ${command} "\${jobs[@]}"`
  const lines = [...(fleet ? ['JOBS: ${{ matrix.jobs }}'] : []), ...env.map(lineText)]
  return `- uses: ${setup}
- run: ${fleet ? ofLeg : command}
${fleet ? '  shell: bash\n' : ''}${indent(block('env', lines), 2)}`
}

/** A run by hand of {@link doctorSteps} where there is one runner. */
export function doctorText(job: {
  readonly runner: readonly string[]
  readonly environment: string
  readonly oidc: boolean
  readonly steps: string
}): string {
  return `name: Backup doctor
on:
${doctorTriggers}
${permissions(job.oidc)}
jobs:
  doctor:
    runs-on: ${labels(job.runner)}
    environment: ${scalar(job.environment)}
    timeout-minutes: ${doctorMinutes}
    steps:
${indent(checkout, 6)}${indent(job.steps, 6)}`
}
