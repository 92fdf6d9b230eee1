import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { environmentWithFiles } from '../../config/config.ts'
import { HoldfastError } from '../../errors/error.ts'

/** What the scripts took where nothing was said. */
const defaults = {
  MYSQL_HOST: 'oempro_mysql',
  MYSQL_DATA_DIR: '',
  BACKUP_DIR: '/var/backups/octeth',
  COMPRESSION_LEVEL: '6',
  S3_UPLOAD_ENABLED: 'false',
  S3_BUCKET: '',
  S3_REGION: 'us-east-1',
  S3_STORAGE_CLASS: 'STANDARD_IA',
  RETENTION_DAILY: '7',
  RETENTION_WEEKLY: '4',
  RETENTION_MONTHLY: '6',
  WEEKLY_DAY: '0',
  MONTHLY_DAY: '1',
  DOCKER_CMD: 'docker',
  VERIFY_BACKUP: 'true',
} as const

type Name = keyof typeof defaults

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** A text as YAML takes it, with what is to be taken literally. */
function quoted(text: string): string {
  return JSON.stringify(text.replaceAll('${', () => '$${'))
}

/** `config/.env` and `config/backup.conf` of the scripts, below the environment and `--env-file`. */
function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  cwd: string,
  envFile: string | undefined,
): (name: Name) => string {
  const conf = join(cwd, 'config', 'backup.conf')
  const directories = [join(cwd, 'config'), cwd]
  const base = environmentWithFiles({ environment, cwd, envFile, directories })
  const all = existsSync(conf)
    ? environmentWithFiles({ environment: base, cwd, envFile: conf, directories: [] })
    : base
  return (name) => all[name] || defaults[name]
}

function numberOf(name: Name, text: string, least: number, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new HoldfastError(
    'config-invalid',
    `${name} is ${text}, not a whole number from ${least} to ${most}`,
    {
      hint: `Correct ${name} in config/backup.conf.`,
      context: { variable: name },
    },
  )
}

/**
 * The `holdfast.yml` that does what a MySQL hot backup with XtraBackup did by its configuration: the same server, places,
 * names and periods. The password stays where it is. Errors: `config-invalid`, `config-file-unreadable`.
 */
export function mysqlXtrabackupText(
  environment: Readonly<Record<string, string | undefined>>,
  cwd: string,
  envFile?: string,
): { readonly text: string; readonly job: string } {
  const get = readSettings(environment, cwd, envFile)
  const count = (name: Name, most = 9999) => numberOf(name, get(name), 0, most)
  const toS3 = get('S3_UPLOAD_ENABLED') === 'true'
  const datadir = get('MYSQL_DATA_DIR')
  const docker = get('DOCKER_CMD')
    .split(/\s+/)
    .filter((word) => word !== '')
  const text = `# From the configuration of a MySQL hot backup with XtraBackup. docs/migration/mysql-xtrabackup.md says what more there is.
version: 1
timezone: ${environment.TZ?.includes('/') ? environment.TZ : 'UTC'}   # of the times in names, and of "Sunday" and "the 1st"

destinations:
  local: { type: filesystem, path: ${quoted(get('BACKUP_DIR'))} }
${
  toS3
    ? `  s3:
    type: s3
    bucket: ${quoted(get('S3_BUCKET'))}
    region: ${get('S3_REGION')}
    access-key-id: \${AWS_ACCESS_KEY_ID:-}
    secret-access-key: \${AWS_SECRET_ACCESS_KEY:-}
    storage-class: ${get('S3_STORAGE_CLASS')}
`
    : ''
}
# As it was: whoever reads the backups reads the data. \`holdfast keygen\` makes keys, and this would encrypt:
#   encryption: { recipients: [age1…] }
encryption: none

jobs:
  octeth:
    source:
      type: mysql
      method: physical
      container: ${quoted(get('MYSQL_HOST'))}${datadir === '' ? '' : `\n      datadir: ${quoted(datadir)}   # as this host sees it`}
      user: root
      password: \${MYSQL_ROOT_PASSWORD}
      docker-command: ${JSON.stringify(docker)}
    to: [local${toS3 ? ', s3' : ''}]
    package: single
    object-name: "{tier}/octeth-backup-{time:YYYY-MM-DD_HH-MM-SS}.xbstream.gz"
    # What the scripts left: listed, restored, and pruned together with the new ones.
    adopt: { names: ["{tier}/octeth-backup-{time:YYYY-MM-DD_HH-MM-SS}.tar.gz"] }
    checksum-file: true
    compression: { type: gzip, level: ${numberOf('COMPRESSION_LEVEL', get('COMPRESSION_LEVEL'), 1, 9)} }
    retention:
      keep-daily: ${count('RETENTION_DAILY')}
      keep-weekly: ${count('RETENTION_WEEKLY')}
      keep-monthly: ${count('RETENTION_MONTHLY')}
      week-day: ${days[count('WEEKLY_DAY', 7)]}
      month-day: ${numberOf('MONTHLY_DAY', get('MONTHLY_DAY'), 1, 31)}
      require-proofs: 0   # 1 once drills run: the newest proven backup then always stays
${get('VERIFY_BACKUP') === 'true' ? '    verify: { depth: restore }   # prepares the copy, and starts a server on it\n' : ''}`
  return { text, job: 'octeth' }
}
