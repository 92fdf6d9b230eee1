import { readFileSync } from 'node:fs'
import { HoldfastError } from '../errors/error.ts'
import { documentOf, type RawDocument } from './document.ts'
import { literal } from './interpolation.ts'
import { localPath } from './local-path.ts'
import { jobNameOf } from './sanitise.ts'
import { type Environment, variablesMissing } from './variables.ts'

/** The variables of an Azure directory backup without a file; undefined is a value that must be given. */
const variables = {
  AZURE_STORAGE_CONNECTION_STRING: undefined,
  AZURE_CONTAINER_NAME: 'backup',
  RETENTION_PERIOD_DAYS: '30',
  BACKUP_DIRECTORY: '/backup',
} as const

type Name = keyof typeof variables

/** Whether the environment alone describes a backup. */
export function describesAzure(environment: Environment): boolean {
  return Object.keys(variables).some((name) => environment[name] !== undefined || environment[`${name}_FILE`])
}

function readMounted(name: Name, file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (cause) {
    throw new HoldfastError('config-file-unreadable', `cannot read ${file}, which ${name}_FILE names`, {
      hint: `Mount the secret there, or correct ${name}_FILE.`,
      context: { path: file, variable: `${name}_FILE` },
      cause,
    })
  }
}

/** A variable's value, or the file that it was read from. */
export interface AzureSetting {
  readonly name: Name
  readonly value: string
  /** Of a mounted secret. */
  readonly file?: string
}

function readSettings(environment: Environment, directory: string | undefined): Map<Name, AzureSetting> {
  const settings = new Map<Name, AzureSetting>()
  for (const name of Object.keys(variables) as Name[]) {
    const file = environment[`${name}_FILE`]
    const mounted = !environment[name] && file ? { file, value: readMounted(name, file) } : undefined
    const given = mounted?.value ?? environment[name]
    const value = (name === 'BACKUP_DIRECTORY' && directory) || (given ?? variables[name] ?? '')
    settings.set(name, { name, value, ...(mounted && { file: mounted.file }) })
  }
  return settings
}

function daysOf(text: string): string {
  if (/^[1-9]\d{0,4}$/.test(text)) return text
  throw new HoldfastError('config-invalid', `RETENTION_PERIOD_DAYS is ${text}, which is no number of days`, {
    hint: 'Set RETENTION_PERIOD_DAYS to a whole number from 1, such as 30.',
  })
}

/** What the environment says, whether or not the connection string is there yet; for {@link azureDocument} in a file. */
export function azureSettings(environment: Environment, cwd: string) {
  const settings = readSettings(environment, undefined)
  const of = (name: Name): AzureSetting => settings.get(name) ?? { name, value: '' }
  const value = (name: Name) => of(name).value || (variables[name] ?? '')
  const path = localPath(value('BACKUP_DIRECTORY'), { directory: cwd, environment })
  return {
    connection: of('AZURE_STORAGE_CONNECTION_STRING'),
    container: value('AZURE_CONTAINER_NAME'),
    days: daysOf(value('RETENTION_PERIOD_DAYS')),
    path,
    job: jobNameOf(path),
    timezone: environment.TZ || 'UTC',
  }
}

/**
 * The configuration that stands in the environment alone: a directory to Azure Blob Storage as one `.tgz`, kept for
 * some days. Each variable may be given as `NAME_FILE`, the path of a file that holds it. One that is set but empty is
 * an error, not a default: it is a secret or a variable that did not arrive.
 *
 * Errors: `config-variable-missing` naming all that are missing or empty, `config-invalid`, `config-file-unreadable`.
 */
export function azureDocument(environment: Environment, cwd: string, directory?: string): RawDocument {
  const settings = readSettings(environment, directory)
  const missing = [...settings.values()]
    .filter(({ value }) => value === '')
    .map(({ name }) => ({ name, path: [] }))
  if (missing.length > 0) throw variablesMissing(documentOf({}), missing)
  const value = (name: Name) => literal(settings.get(name)?.value ?? '')
  const days = daysOf(value('RETENTION_PERIOD_DAYS'))
  const path = localPath(settings.get('BACKUP_DIRECTORY')?.value ?? '', { directory: cwd, environment })
  return documentOf({
    version: 1,
    // Names hold the local time, as they did.
    ...(environment.TZ ? { timezone: literal(environment.TZ) } : {}),
    destinations: {
      azure: {
        type: 'azure',
        container: value('AZURE_CONTAINER_NAME'),
        'connection-string': value('AZURE_STORAGE_CONNECTION_STRING'),
      },
    },
    encryption: 'none',
    jobs: {
      [jobNameOf(path)]: {
        source: { type: 'directory', path: literal(path) },
        to: ['azure'],
        package: 'single',
        'object-name': '{basename}_{time:YYYYMMDDHHMMSS}.tgz',
        compression: { type: 'gzip', level: 9 },
        levels: { 0: 'otherwise' },
        retention: { 'keep-within': `${days}d` },
      },
    },
  })
}
