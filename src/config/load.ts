import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { HoldfastError } from '../errors/error.ts'
import { azureDocument, describesAzure } from './azure-environment.ts'
import { buildConfig } from './build.ts'
import { configNotFound, discover, type FoundFile } from './discover.ts'
import { environmentWithFiles } from './env-file.ts'
import type { DriverSchemas } from './schema.ts'
import type { Config } from './settings.ts'
import type { Environment } from './variables.ts'
import { readYaml } from './yaml-document.ts'

export interface LoadOptions {
  /** `--config`. */
  readonly file?: string | undefined
  readonly cwd: string
  /** The process environment; it wins over every file. */
  readonly environment: Environment
  /** `--env-file`. */
  readonly envFile?: string | undefined
  readonly drivers: DriverSchemas
  /** Of a run from the environment alone: instead of BACKUP_DIRECTORY. */
  readonly backupDirectory?: string | undefined
}

function readText({ path, shown }: FoundFile): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new HoldfastError('config-file-unreadable', `cannot read ${shown}`, {
      hint: `Make ${path} a file that this user may read.`,
      context: { path },
      cause,
    })
  }
}

/**
 * Finds, reads and checks the configuration: a file (see {@link discover}), else the environment alone where it
 * describes a backup. Variables of the file are not needed yet.
 *
 * Errors: `config-not-found`; `config-invalid` with all problems; `config-file-unreadable`; without a file also
 * `config-variable-missing`.
 */
export function loadConfig(options: LoadOptions): Config {
  const { cwd, envFile, drivers } = options
  const found = discover(options)
  if (found === undefined) {
    const environment = environmentWithFiles({
      environment: options.environment,
      cwd,
      envFile,
      directories: [cwd],
    })
    if (!describesAzure(environment)) throw configNotFound(cwd)
    const document = azureDocument(environment, cwd, options.backupDirectory)
    return buildConfig(document, { environment, directory: cwd }, drivers)
  }
  const { document, problems } = readYaml(readText(found), found.shown)
  const environment = environmentWithFiles({
    environment: options.environment,
    cwd,
    envFile,
    directories: [dirname(found.path), found.directory],
  })
  return buildConfig(document, { environment, directory: found.directory }, drivers, problems)
}
