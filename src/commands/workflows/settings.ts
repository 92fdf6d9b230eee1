import { HoldfastError } from '../../errors/error.ts'

/** What the workflows are written with, besides the configuration. Kept in the first line of each of them. */
export interface WorkflowSettings {
  /** `OWNER/holdfast@v1`: where the actions come from. */
  readonly actions: string
  /** Labels for jobs that name no runner. */
  readonly runner?: readonly string[]
  /** Labels for drills; absent: GitHub's own runners where the destinations allow it. */
  readonly drillRunner?: readonly string[]
  /** Likewise for cleanup. */
  readonly cleanupRunner?: readonly string[]
}

/** The settings that somebody gave: those that are not come from the files that are there. */
export type GivenSettings = Partial<WorkflowSettings>

const command = 'holdfast workflows --write'
const first = new RegExp(`^# Written by \`${command}(?<options>[^\`]*)\``)

const reference = /^[\w.-]+\/[\w.-]+@[\w./-]+$/

/** Checks `OWNER/REPOSITORY@REF`. Errors: `usage`. */
export function actionsReference(text: string): string {
  if (reference.test(text)) return text
  throw new HoldfastError('usage', `--actions ${text} names no actions`, {
    hint: 'Write OWNER/REPOSITORY@REF, such as acme/holdfast@v1 or with a full commit SHA after the @.',
  })
}

/** Neither somebody nor a remote says whose actions are used. */
export function actionsUnknown(): HoldfastError {
  return new HoldfastError('usage', 'nothing says where the actions come from', {
    hint: 'Say --actions OWNER/holdfast@v1; it is kept in the workflows.',
  })
}

/** `self-hosted,db-1` as labels. Errors: `usage` for what no label can be. */
export function labelsOf(text: string, option: string): readonly string[] {
  const labels = text
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '')
  if (labels.length > 0 && labels.every((label) => /^[\w.:=+-]+$/.test(label))) return labels
  throw new HoldfastError('usage', `${option} names no labels of a runner`, {
    hint: `Write them with commas between: ${option} self-hosted,db-1.`,
  })
}

/** The two lines that every written workflow begins with. */
export function headerOf({ actions, runner, drillRunner, cleanupRunner }: WorkflowSettings): string {
  const option = (name: string, labels: readonly string[] | undefined) =>
    labels === undefined ? '' : ` --${name} ${labels.join(',')}`
  const options = [
    ` --actions ${actions}`,
    option('runner', runner),
    option('drill-runner', drillRunner),
    option('cleanup-runner', cleanupRunner),
  ].join('')
  return `# Written by \`${command}${options}\`.\n# Change holdfast.yml and write it again: what is changed here by hand gets lost.\n`
}

/** The settings that a workflow was written with; undefined for one that somebody else wrote. */
export function readHeader(text: string): GivenSettings | undefined {
  const options = first.exec(text)?.groups?.options
  if (options === undefined) return undefined
  const written = (name: string) => new RegExp(` --${name} ([^ ]+)`).exec(options)?.[1]
  const labels = (name: string) => written(name)?.split(',')
  const given = {
    actions: written('actions'),
    runner: labels('runner'),
    drillRunner: labels('drill-runner'),
    cleanupRunner: labels('cleanup-runner'),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
