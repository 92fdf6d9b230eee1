import type { Config, ConfigVariable, Wanted } from '../../config/settings.ts'

/** One line of a step's `env:`. */
export interface EnvironmentLine {
  readonly name: string
  /** `vars` for what may be read by everybody who may read the repository's settings. */
  readonly from: 'secrets' | 'vars'
}

/** `NAME: ${{ secrets.NAME }}`. */
export function lineText({ name, from }: EnvironmentLine): string {
  return `${name}: \${{ ${from}.${name} }}`
}

/** Keys whose values are no secrets; everything else is taken for one. */
const plainKeys: ReadonlySet<string> = new Set([
  'account',
  'bucket',
  'client-id',
  'container',
  'endpoint',
  'environment',
  'every',
  'kms-key-id',
  'path',
  'prefix',
  'region',
  'remote',
  'role-arn',
  'runner',
  'storage-class',
  'tenant-id',
])

/** Variables that the runner sets itself: a line for one of them would empty it. */
const ofTheRunner =
  /^(?:GITHUB_|RUNNER_|ACTIONS_)|^(?:CI|HOME|HOSTNAME|LANG|LOGNAME|PATH|PWD|SHELL|TMPDIR|USER|XDG_STATE_HOME)$/

/** The last key of `jobs.home.runner[0]`. */
function keyOf(path: string): string {
  return (
    path
      .replace(/\[\d+\]$/, '')
      .split('.')
      .at(-1) ?? ''
  )
}

function isPlain({ path }: ConfigVariable): boolean {
  return plainKeys.has(keyOf(path))
}

function secrets(...names: string[]): EnvironmentLine[] {
  return names.map((name) => ({ name, from: 'secrets' as const }))
}

/** What the SDKs look for where the configuration holds no credentials, and a runner of GitHub's has none either. */
function ofDefaultChain(config: Config, destination: string): EnvironmentLine[] {
  const { type, keys } = config.outline(destination)
  const lacks = (...names: string[]) => !names.some((name) => keys.includes(name))
  if (type === 's3' && lacks('access-key-id', 'role-arn')) {
    return secrets('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY')
  }
  if (type === 'azure' && lacks('connection-string', 'sas', 'client-id')) {
    return secrets('AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET')
  }
  return []
}

export interface LinesOptions extends Wanted {
  /** The destinations that the step uses. */
  readonly destinations: readonly string[]
  /** GitHub's own runner: it has no credentials of its own. */
  readonly hosted: boolean
}

/** The `env:` of a step: a line for each `${NAME}` that its command reads, with a default or not. */
export function environmentLines(config: Config, needs: LinesOptions): readonly EnvironmentLine[] {
  const variables = config.variables(needs).filter(({ name }) => !ofTheRunner.test(name))
  const named = [...Map.groupBy(variables, ({ name }) => name)].map(
    ([name, places]): EnvironmentLine => ({ name, from: places.every(isPlain) ? 'vars' : 'secrets' }),
  )
  const chain = needs.hosted ? needs.destinations.flatMap((name) => ofDefaultChain(config, name)) : []
  return [...new Map([...named, ...chain].map((line) => [line.name, line])).values()]
}

/** The `env:` of a plan, which reads nothing of a job but where it runs. */
export function planLines(config: Config, jobs: readonly string[]): readonly EnvironmentLine[] {
  const lines = environmentLines(config, { jobs, destinations: [], parts: [], hosted: false })
  const read = config
    .variables({ jobs, parts: [] })
    .filter(({ path }) => /^(?:runner|environment)$/.test(keyOf(path)))
  return lines.filter(({ name }) => read.some((variable) => variable.name === name))
}

/** Whether one of the destinations signs in with GitHub's OIDC token. */
export function usesOidc(config: Config, destinations: readonly string[]): boolean {
  return destinations.some((name) => {
    const { type, keys } = config.outline(name)
    return type === 's3'
      ? keys.includes('role-arn')
      : type === 'azure' && keys.includes('tenant-id') && keys.includes('client-id')
  })
}
