import { quoted, variable } from '../yaml-text.ts'
import type { NamedServer } from './plan.ts'

export interface PgbakConfig {
  readonly servers: readonly NamedServer[]
  /** Of the archives. */
  readonly passwordVariable: string
  readonly mezmo: { readonly hostname: string } | undefined
}

function destination({ destination: name, bucketText, keyVariable, appKeyVariable }: NamedServer): string {
  return `  ${name}:
    type: s3
    bucket: ${bucketText}
    endpoint: ${variable('B2_ENDPOINT')}   # on the page of the bucket: https://s3.us-west-004.backblazeb2.com
    access-key-id: ${variable(keyVariable)}
    secret-access-key: ${variable(appKeyVariable)}
`
}

function pings({ job, pingVariables }: NamedServer): string {
  const lines = Object.entries(pingVariables).map(([kind, name]) => `    ${kind}-url: ${variable(name)}\n`)
  return lines.length === 0 ? '' : `  ${job}-checks:\n    type: healthchecks\n${lines.join('')}`
}

function jobText({ mezmo }: PgbakConfig, server: NamedServer): string {
  const { job, urlVariable, everyHours, archiveName, destination: to, pingVariables } = server
  const notify = [
    ...(Object.keys(pingVariables).length > 0 ? [`${job}-checks`] : []),
    ...(mezmo === undefined ? [] : ['logs']),
  ]
  return `  ${job}:
    source: { type: postgres, url: ${quoted('URL').replace('URL', variable(urlVariable))}, format: plain, globals: false }
    to: [${to}]
    every: ${everyHours}h
    object-name: ${quoted(`${archiveName}_{time:YYYYMMDD_HHMMSS}.sql.7z`)}
${notify.length === 0 ? '' : `    notify: [${notify.join(', ')}]\n`}`
}

/** The `holdfast.yml` that does what pgbak did for servers of one archive password. */
export function pgbakText(config: PgbakConfig): string {
  const { servers, passwordVariable, mezmo } = config
  const places = new Map(servers.map((server) => [server.destination, destination(server)]))
  const notifiers = [
    ...servers.map(pings),
    ...(mezmo === undefined
      ? []
      : [
          `  logs:\n    type: mezmo\n    ingestion-key: ${variable('MEZMO_INGESTION_KEY')}\n${
            mezmo.hostname === '' ? '' : `    hostname: ${quoted(mezmo.hostname)}\n`
          }`,
        ]),
  ].join('')
  return `# From the database of pgbak. docs/migration/pgbak.md says what more there is. Secrets stand in .env.
version: 1

destinations:
${[...places.values()].join('')}
encryption:
  passphrase: ${variable(passwordVariable)}   # the password of the archives, as before
  # Besides: \`holdfast keygen\` makes keys, and with signing.key nobody can slip in a backup.
${notifiers === '' ? '' : `\nnotifiers:\n${notifiers}`}
defaults:
  package: 7z                # LZMA2, AES-256, encrypted headers: 7-Zip opens it with the password
  spool: /var/tmp/holdfast   # room for twice the dump; readable for this user only
  guards: { min-size: { limit: 4KiB, then: fail }, size-change: { limit: 10%, then: warn } }
  # pgbak deleted nothing, and neither does this until you say what to keep:
  # retention: { keep-daily: 7, keep-weekly: 4, keep-monthly: 12 }

jobs:
${servers.map((server) => jobText(config, server)).join('')}`
}
