import { type EnvironmentLine, lineText } from './environment-lines.ts'
import { commented, indent, labels, scalar } from './yaml.ts'

const longRun = "GitHub's default kills a run after 6 hours"

/** One job of a workflow: a checkout and an action of Holdfast's. */
export interface WorkflowJob {
  readonly id: string
  readonly runner: readonly string[]
  readonly why?: string
  readonly environment?: string
  readonly role?: string
  readonly minutes: number
  /** `OWNER/holdfast/actions/backup@v1`. */
  readonly uses: string
  readonly inputs: readonly (readonly [name: string, value: string])[]
  readonly env: readonly EnvironmentLine[]
}

export const checkout = `- uses: actions/checkout@v7
  with:
    persist-credentials: false
`

/** `acme/holdfast@v1` and `backup` as `acme/holdfast/actions/backup@v1`. */
export function usesOf(actions: string, name: string): string {
  const [repository, ref] = actions.split('@')
  return `${repository}/actions/${name}@${ref}`
}

/** A block of lines under a key; nothing where there are none. */
export function block(key: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${key}:\n${lines.map((line) => `  ${line}\n`).join('')}`
}

/** The `with:` of a step. */
export function withInputs(inputs: WorkflowJob['inputs']): string {
  return block(
    'with',
    inputs.map(([name, value]) => `${name}: ${value}`),
  )
}

/** A step that uses an action of Holdfast's. */
export function actionStep({ uses, inputs, env }: Pick<WorkflowJob, 'uses' | 'inputs' | 'env'>): string {
  return `- uses: ${uses}\n${indent(`${withInputs(inputs)}${block('env', env.map(lineText))}`, 2)}`
}

/** A whole job, as it stands under `jobs:`. */
export function jobText(job: WorkflowJob): string {
  const { id, runner, why, environment, role, minutes } = job
  const line = (text: string, comment: string | undefined) =>
    comment === undefined ? text : commented(text, comment)
  const text = `${id}:
  ${line(`runs-on: ${labels(runner)}`, why)}
${environment === undefined ? '' : `  ${line(`environment: ${scalar(environment)}`, role)}\n`}  ${minutes > 360 ? commented(`timeout-minutes: ${minutes}`, longRun) : `timeout-minutes: ${minutes}`}
  steps:
${indent(checkout, 4)}${indent(actionStep(job), 4)}`
  return indent(text, 2)
}

/** The `permissions:` of a workflow. */
export function permissions(oidc: boolean): string {
  const signIn = `${'  id-token: write'.padEnd(31)} # short-lived sign-in to AWS or Azure; no stored cloud keys`
  return `permissions:\n  contents: read\n${oidc ? `${signIn}\n` : ''}`
}

/** One run at a time; the next one waits. */
export function concurrency(group: string): string {
  return `concurrency:\n  group: ${group}\n  cancel-in-progress: false\n`
}

/** Ids of jobs for groups: the word itself, or with the labels of its runner where there are several. */
export function jobIds(word: string, runners: readonly (readonly string[])[]): string[] {
  if (runners.length === 1) return [word]
  const taken = new Set<string>()
  return runners.map((runner) => {
    const own = runner.filter((label) => label !== 'self-hosted').join('-') || 'self-hosted'
    const base = `${word}-${own.replace(/[^A-Za-z0-9_-]+/g, '-')}`
    let id = base
    for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
    taken.add(id)
    return id
  })
}
