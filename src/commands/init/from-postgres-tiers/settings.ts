import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { HoldfastError } from '../../../errors/error.ts'

/** What the scripts read, with their defaults. */
export interface TiersSettings {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  /** Empty: there is a `.pgpass`, or none is needed. */
  readonly password: string
  readonly dailyDays: number
  readonly weeklyDays: number
  readonly level: number
  readonly directory: string
  readonly keepLocal: boolean
  readonly s3:
    | {
        readonly bucket: string
        readonly prefix: string
        readonly storageClass: string
        readonly region: string
        readonly endpoint: string
      }
    | undefined
  readonly slack: string
  readonly email: string
  readonly log: string
}

type Values = Readonly<Record<string, string | undefined>>

const files = ['config/backup_config.env', 'backup_config.env', 'config/.env.local', '.env.local']

function fileValues(directory: string): Record<string, string> {
  const values: Record<string, string> = {}
  for (const name of files) {
    try {
      Object.assign(values, parseEnv(readFileSync(join(directory, name), 'utf8')))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unreadable(join(directory, name), error)
    }
  }
  return values
}

function unreadable(path: string, cause: unknown): HoldfastError {
  return new HoldfastError('config-file-unreadable', `cannot read ${path}`, {
    hint: 'Make it readable for this user.',
    context: { path },
    cause,
  })
}

/** The scripts are sourced by Bash: `$NAME`, `${NAME}` and `${NAME:-default}` are filled in, nothing else is. */
function expanded(text: string, values: Values, depth = 0): string {
  if (depth > 5) return text
  return text.replace(/\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g, (_, braced, otherwise, plain) => {
    const value = values[String(braced ?? plain)]
    return value ? expanded(value, values, depth + 1) : expanded(String(otherwise ?? ''), values, depth + 1)
  })
}

function whole(name: string, text: string, otherwise: number, problems: string[]): number {
  if (text === '') return otherwise
  if (/^\d{1,5}$/.test(text)) return Number(text)
  problems.push(`${name} is not a whole number`)
  return otherwise
}

/**
 * `backup_config.env` and `.env.local` of a directory, the environment winning over both. Errors: `config-invalid` with
 * all that is missing or wrong, `config-file-unreadable`.
 */
export function tiersSettings(directory: string, environment: Values): TiersSettings {
  const own = fileValues(directory)
  const values: Values = {
    ...own,
    ...Object.fromEntries(Object.entries(environment).filter(([, value]) => value)),
  }
  const read = (...names: string[]) => {
    for (const name of names) {
      const value = expanded(values[name] ?? '', { ...environment, ...own }).trim()
      if (value !== '') return value
    }
    return ''
  }
  const problems = ['DB_HOST', 'DB_NAME', 'DB_USER']
    .filter((name) => read(name) === '')
    .map((name) => `${name} is not set`)
  const bucket = read('S3_BUCKET')
  const settings: TiersSettings = {
    host: read('DB_HOST'),
    port: whole('DB_PORT', read('DB_PORT'), 5432, problems),
    database: read('DB_NAME'),
    user: read('DB_USER'),
    password: read('DB_PASSWORD', 'PGPASSWORD'),
    dailyDays: whole('DAILY_RETENTION_DAYS', read('DAILY_RETENTION_DAYS'), 7, problems),
    weeklyDays: whole('WEEKLY_RETENTION_DAYS', read('WEEKLY_RETENTION_DAYS'), 90, problems),
    level: Math.min(
      9,
      Math.max(1, whole('BACKUP_COMPRESSION_LEVEL', read('BACKUP_COMPRESSION_LEVEL'), 6, problems)),
    ),
    directory: read('BACKUP_DIR', 'BACKUP_BASE_DIR') || 'backups',
    keepLocal: !/^(false|no|0|off)$/i.test(read('KEEP_LOCAL_BACKUPS')),
    s3:
      bucket === ''
        ? undefined
        : {
            bucket,
            prefix: read('S3_PREFIX').replace(/^\/+|\/+$/g, ''),
            storageClass: read('S3_STORAGE_CLASS'),
            region: read('S3_REGION'),
            endpoint: read('S3_ENDPOINT', 'S3_ENDPOINT_URL'),
          },
    slack: read('SLACK_WEBHOOK_URL'),
    email: read('EMAIL_RECIPIENT'),
    log: read('LOG_FILE') || 'logs/backup.log',
  }
  if (problems.length === 0) return settings
  throw new HoldfastError('config-invalid', problems.join('; '), {
    hint: `Set them in ${files[0]} or .env.local, where init --from postgres-tiers is run, or in the environment.`,
    context: { problems },
  })
}
