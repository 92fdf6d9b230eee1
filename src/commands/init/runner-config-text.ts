import type { GeneratedKeys } from '../keygen.ts'
import { labels, scalar } from '../workflows/yaml.ts'

export interface RunnerAnswers {
  /** Names of jobs and paths as the runner will see them, as they stand in a configuration. */
  readonly sources: readonly { readonly job: string; readonly path: string }[]
  readonly destination: { readonly name: string; readonly settings: Readonly<Record<string, unknown>> }
  readonly runner: readonly string[]
}

/** How the store is signed in to: keys of the destination, by its kind. The variables are of GitHub's environments. */
function credentials(settings: RunnerAnswers['destination']['settings']): string[] {
  const { type, endpoint } = settings
  if (type === 's3' && endpoint === undefined) {
    return ['role-arn: ${HOLDFAST_ROLE_ARN:-}     # each environment its own; empty: the AWS default chain']
  }
  if (type === 's3') {
    return ['access-key-id: ${S3_ACCESS_KEY_ID:-}', 'secret-access-key: ${S3_SECRET_ACCESS_KEY:-}']
  }
  if (type === 'azure') {
    return [
      'tenant-id: ${AZURE_TENANT_ID:-}       # each environment its own application; empty: managed identity',
      'client-id: ${AZURE_CLIENT_ID:-}',
    ]
  }
  return []
}

/** The `holdfast.yml` of a repository whose runners back up: keys come from secrets, and files from nowhere. */
export function runnerConfigText(
  { sources, destination, runner }: RunnerAnswers,
  keys: GeneratedKeys,
): string {
  const lines = [
    ...Object.entries(destination.settings).map(
      ([key, value]) => `${key}: ${typeof value === 'string' ? scalar(value) : value}`,
    ),
    ...credentials(destination.settings),
  ]
  const jobs = sources.map(
    ({ job, path }) => `  ${job}:
    source:
      type: directory
      path: ${scalar(path)}
`,
  )
  return `# yaml-language-server: $schema=./holdfast.schema.json   (write it with: holdfast schema > holdfast.schema.json)
version: 1
# timezone: Europe/Berlin              # calendar rules; UTC when absent

destinations:
  ${destination.name}:
${lines.map((line) => `    ${line}\n`).join('')}
encryption:
  recipients: [${keys.recipient}]      # public: anyone may see it
  identity: \${HOLDFAST_IDENTITY}       # read by restores and drills only
  state-identity: \${HOLDFAST_STATE_IDENTITY:-}   # opens what the next increment needs, and nothing else

signing:
  key: \${HOLDFAST_SIGNING_KEY:-}       # each environment its own
  trust:                               # only what these keys signed counts
    - ${keys.backupSigning}            # backups
    - ${keys.drillSigning}             # drills

defaults:
  to: [${destination.name}]
  every: 24h                           # for backup --due and status
  retention: { keep-daily: 7, keep-weekly: 4, keep-monthly: 6, require-proofs: 1 }
  verify: { depth: restore, every: 7d }
  runner: ${labels(runner)}

jobs:
${jobs.join('')}`
}
