import type { GeneratedKeys } from '../keygen.ts'

export interface InitAnswers {
  /** Absolute paths with the names of their jobs. */
  readonly sources: readonly { readonly job: string; readonly path: string }[]
  /** An absolute path. */
  readonly destination: string
  /** Folder of the keys, relative to the configuration. */
  readonly keysFolder: string
}

/** The `holdfast.yml` that `init` writes: complete, short, and commented where one would want to change it. */
export function configText({ sources, destination, keysFolder }: InitAnswers, keys: GeneratedKeys): string {
  const jobs = sources.map(
    ({ job, path }) => `  ${job}:
    source:
      type: directory
      path: ${JSON.stringify(path)}
      # exclude: ["*.tmp"]
`,
  )
  return `# yaml-language-server: $schema=./holdfast.schema.json   (write it with: holdfast schema > holdfast.schema.json)
version: 1
# timezone: Europe/Berlin              # calendar rules; UTC when absent

destinations:
  local:
    type: filesystem
    path: ${JSON.stringify(destination)}

encryption:
  recipients: [${keys.recipient}]      # public: anyone may see it
  # Restores and drills open backups with this. Keep a copy where the backups are not.
  identity-file: ${keysFolder}/identity.txt

signing:
  key: \${file:${keysFolder}/backup-signing.key}
  trust:                               # only what these keys signed counts
    - ${keys.backupSigning}            # backups
    - ${keys.drillSigning}             # drills on another host sign with drill-signing.key

defaults:
  to: [local]
  every: 24h                           # for backup --due and status
  retention: { keep-daily: 7, keep-weekly: 4, keep-monthly: 6, require-proofs: 1 }
  verify: { depth: restore, every: 7d }

jobs:
${jobs.join('')}`
}
