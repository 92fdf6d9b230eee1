import { existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { HoldfastError } from '../errors/error.ts'
import type { Environment } from './variables.ts'

/** Where a configuration is looked for besides what names one. */
const usualPlaces = ['holdfast.yml', '.github/holdfast.yml']

/** A file of the configuration. */
export interface FoundFile {
  /** As the user named it, for messages. */
  readonly shown: string
  readonly path: string
  /** What relative paths in it start from. */
  readonly directory: string
}

function found(shown: string, cwd: string): FoundFile {
  const path = resolve(cwd, shown)
  const folder = dirname(path)
  return { shown, path, directory: basename(folder) === '.github' ? dirname(folder) : folder }
}

/**
 * The configuration's file: `file` (`--config`), HOLDFAST_CONFIG, `holdfast.yml`, `.github/holdfast.yml`. Undefined
 * where none is named and none is there. Errors: `config-not-found` for a named one that does not exist.
 */
export function discover(options: {
  readonly file?: string | undefined
  readonly cwd: string
  readonly environment: Environment
}): FoundFile | undefined {
  const { cwd, environment } = options
  const named = options.file ?? (environment.HOLDFAST_CONFIG || undefined)
  if (named === undefined) {
    const place = usualPlaces.find((one) => existsSync(resolve(cwd, one)))
    return place === undefined ? undefined : found(place, cwd)
  }
  const file = found(named, cwd)
  if (existsSync(file.path)) return file
  const from = options.file === undefined ? 'HOLDFAST_CONFIG' : '--config'
  throw new HoldfastError('config-not-found', `there is no ${named}, which ${from} names`, {
    hint: `Correct the path after ${from}, or leave it out to use holdfast.yml in ${cwd}.`,
    context: { path: file.path },
  })
}

/** The error where there is no configuration at all: where it was looked for, and what works without one. */
export function configNotFound(cwd: string): HoldfastError {
  const looked = ['--config', 'HOLDFAST_CONFIG', ...usualPlaces.map((place) => resolve(cwd, place))]
  return new HoldfastError('config-not-found', `no configuration: neither ${looked.join(', ')}`, {
    hint:
      'Write a holdfast.yml (`holdfast init` does it), or go without a file: ' +
      '`holdfast backup ./dir --destination ./backups --recipient age1…`, or set AZURE_STORAGE_CONNECTION_STRING.',
    context: { looked },
  })
}
