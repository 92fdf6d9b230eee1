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

/**
 * The configuration that stands in the environment alone: a directory to Azure Blob Storage as one `.tgz`, kept for
 * some days. Each variable may be given as `NAME_FILE`, the path of a file that holds it. One that is set but empty is
 * an error, not a default: it is a secret or a variable that did not arrive.
 *
 * Errors: `config-variable-missing` naming all that are missing or empty, `config-invalid`, `config-file-unreadable`.
 */
export function azureDocument(environment: Environment, cwd: string, directory?: string): RawDocument {
  const values = new Map<Name, string>()
  for (const name of Object.keys(variables) as Name[]) {
    const file = environment[`${name}_FILE`]
    const given = environment[name] || (file ? readMounted(name, file) : environment[name])
    values.set(name, (name === 'BACKUP_DIRECTORY' && directory) || (given ?? variables[name] ?? ''))
  }
  const missing = [...values].filter(([, value]) => value === '').map(([name]) => ({ name, path: [] }))
  if (missing.length > 0) throw variablesMissing(documentOf({}), missing)
  const value = (name: Name) => literal(values.get(name) ?? '')
  const days = value('RETENTION_PERIOD_DAYS')
  if (!/^[1-9]\d{0,4}$/.test(days)) {
    throw new HoldfastError(
      'config-invalid',
      `RETENTION_PERIOD_DAYS is ${days}, which is no number of days`,
      {
        hint: 'Set RETENTION_PERIOD_DAYS to a whole number from 1, such as 30.',
      },
    )
  }
  const path = localPath(values.get('BACKUP_DIRECTORY') ?? '', { directory: cwd, environment })
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
