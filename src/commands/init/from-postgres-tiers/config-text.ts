import { quoted, variable } from '../yaml-text.ts'
import type { TiersSettings } from './settings.ts'

function s3Text({ s3 }: TiersSettings): string {
  if (s3 === undefined) return ''
  const { bucket, prefix, region, endpoint, storageClass } = s3
  const lines = [
    ['bucket', bucket],
    ['prefix', prefix],
    ['region', region],
    ['endpoint', endpoint],
    ['storage-class', storageClass],
  ].flatMap(([key, value]) => (value ? [`    ${key}: ${quoted(value)}\n`] : []))
  const style = endpoint === '' ? '' : '    path-style: true\n'
  return `  s3:\n    type: s3   # credentials: AWS's own chain, as the aws command had them\n${lines.join('')}${style}`
}

function tier(settings: TiersSettings, name: 'daily' | 'weekly', every: string, days: number): string {
  return `  postgres-${name}:
    object-name: ${quoted(`postgres_${name}_{time:YYYYMMDD_HHMMSS}.sql.gz`)}
    tags: [${name}]
    every: ${every}
    retention: { keep-within: ${days}d }   # counted from the newest, which always stays
    log: { file: ${quoted(settings.log.replace(/(\.\w+)?$/, (end) => `-${name}${end || '.log'}`))}, keep: 10 }
`
}

/** The `holdfast.yml` that does what the daily and weekly scripts did. No password is in it. */
export function tiersText(settings: TiersSettings): string {
  const { host, port, database, user, level, directory, keepLocal, s3, slack, email } = settings
  const url = `postgres://${encodeURIComponent(user)}@${host}:${port}/${encodeURIComponent(database)}`
  const local = s3 === undefined || keepLocal
  const to = [...(local ? ['local'] : []), ...(s3 === undefined ? [] : ['s3'])]
  const notifiers = [
    ...(slack === ''
      ? []
      : [
          `  slack: { type: slack, url: "${variable('SLACK_WEBHOOK_URL')}", on: [success, failure, recovery, stale, proof-failed, anomaly] }\n`,
        ]),
    ...(email === '' ? [] : [`  mail: { type: email, to: [${quoted(email)}] }   # by the host's sendmail\n`]),
  ]
  const notify = [...(slack === '' ? [] : ['slack']), ...(email === '' ? [] : ['mail'])]
  return `# From backup_config.env. docs/migration/postgres-tiers.md says what more there is.
version: 1

destinations:
${local ? `  local: { type: filesystem, path: ${quoted(directory)} }\n` : ''}${s3Text(settings)}
# As it was: whoever reads the bucket reads the data. \`holdfast keygen\` makes keys, and this would encrypt:
#   encryption: { recipients: [age1…] }        and object-names that end in .sql.gz.age
encryption: none
${notifiers.length === 0 ? '' : `\nnotifiers:\n${notifiers.join('')}`}
defaults:
  # The password is looked up in .pgpass, and never stands on a command line.
  source: { type: postgres, url: ${quoted(url)}, format: custom, globals: false }
  to: [${to.join(', ')}]
  package: single
  compression: { type: gzip, level: ${level} }
  guards: { min-size: { limit: 4KiB, then: fail }, size-change: { limit: 50%, then: warn } }
${notify.length === 0 ? '' : `  notify: [${notify.join(', ')}]\n`}
jobs:
${tier(settings, 'daily', '24h', settings.dailyDays)}${tier(settings, 'weekly', '7d', settings.weeklyDays)}`
}
