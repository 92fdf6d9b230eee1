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
  const text = readText(found)
  return configOf(text, found.shown, [dirname(found.path), found.directory], options)
}

/** A configuration's own text; `.env` is looked for in `directories`, paths in it start in the last of them. */
function configOf(
  text: string,
  shown: string,
  directories: readonly [...string[], string],
  options: LoadOptions,
): Config {
  const { cwd, envFile, drivers } = options
  const { document, problems } = readYaml(text, shown)
  const environment = environmentWithFiles({
    environment: options.environment,
    cwd,
    envFile,
    directories,
  })
  const directory = directories.at(-1) ?? cwd
  return buildConfig(document, { environment, directory }, drivers, problems)
}

/**
 * A configuration that is given as its text, as by an action's input; relative paths start in `cwd`. Errors:
 * `config-invalid` with all problems, `config-file-unreadable` for a `.env` that cannot be read.
 */
export function loadConfigText(text: string, shown: string, options: LoadOptions): Config {
  return configOf(text, shown, [options.cwd], options)
}
