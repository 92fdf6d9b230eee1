import { existsSync, statSync } from 'node:fs'
import { driverSchemas } from '../../composition/drivers.ts'
import { type Config, configFromFlags, loadConfig } from '../../config/config.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import type { CommandSpec } from './command-spec.ts'
import { namedObject } from './object-url.ts'
import type { GlobalOptions, Options } from './options.ts'

export interface CommandLine {
  readonly spec: CommandSpec
  readonly args: readonly string[]
  readonly options: GlobalOptions & Options
}

export interface LoadedConfig {
  readonly config: Config
  /** Job names or ids: sources have become jobs. */
  readonly args: readonly string[]
  /** `--destination` named places, not entries of a configuration. */
  readonly fromFlags: boolean
  /** An argument named an object there. */
  readonly at?: string
  /** The environment alone describes the backup. */
  readonly fromEnvironment: boolean
}

const surroundings = () => ({ cwd: process.cwd(), environment: process.env, drivers: driverSchemas })

function looksLikeSource(text: string): boolean {
  return /[/=]|^zfs:|^\.{1,2}$/.test(text)
}

function looksLikePlace(text: string): boolean {
  return /[/:]/.test(text) || existsSync(text)
}

function fromFlags({ spec, args, options }: CommandLine): LoadedConfig {
  const isBackup = spec.sources === true
  const { compression, envFile } = options
  const config = configFromFlags(
    {
      sources: isBackup ? args : [],
      destinations: options.destination ?? [],
      recipients: (options.recipient as string[] | undefined) ?? [],
      // Nothing but a backup encrypts.
      unencrypted: options.encryption === false || !isBackup,
      ...(typeof compression === 'string' && { compression }),
    },
    { ...surroundings(), ...(envFile === undefined ? {} : { envFile }) },
  )
  return { config, args: isBackup ? [] : args, fromFlags: true, fromEnvironment: false }
}

function fromFile({ spec, args, options }: CommandLine): LoadedConfig {
  const [source] = spec.sources === true && args.length === 1 && args.every(looksLikeSource) ? args : []
  const config = loadConfig({
    ...surroundings(),
    file: options.config,
    envFile: options.envFile,
    ...(source === undefined ? {} : { backupDirectory: source }),
  })
  const fromEnvironment = config.file === undefined
  return {
    config,
    args: fromEnvironment && source !== undefined ? [] : args,
    fromFlags: false,
    fromEnvironment,
  }
}

/** A URL, or a directory that is no name: neither can be a job or an id. */
function isPlace(text: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|rclone:)/i.test(text) || (text.includes('/') && isDirectory(text))
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** `restore s3://bucket/prefix`: the place is all the configuration there is, and which job is found there. */
function atPlace(line: CommandLine, place: string): LoadedConfig {
  if ((line.options.destination ?? []).length > 0) {
    throw new HoldfastError('usage', 'a place and --destination are given', {
      hint: 'Name the place once: `restore s3://bucket/prefix`, or `restore JOB --destination s3://bucket/prefix`.',
    })
  }
  return { ...fromFlags({ ...line, options: { ...line.options, destination: [place] } }), args: [] }
}

/** `restore s3://bucket/prefix/shop_20260101_020000.sql.gz`: an object of a destination that the configuration has. */
function ofObject(line: CommandLine, place: string): LoadedConfig | undefined {
  if (!/^(?:s3|azure):/.test(place) && !isFile(place)) return undefined
  try {
    const loaded = fromFile(line)
    const found = namedObject(loaded.config, place)
    return found && { ...loaded, args: [found.key], at: found.destination }
  } catch (error) {
    if (hasCode(error, 'config-not-found') && line.options.config === undefined) return undefined
    throw error
  }
}

/**
 * The configuration of a command line: flags alone where sources and places are named (`backup ./dir --destination
 * ./backups`, `list --destination s3://…`), else the file, else the environment. Errors: those of the readers.
 */
export function loadFor(line: CommandLine): LoadedConfig {
  const { spec, args, options } = line
  const places = options.destination ?? []
  if (spec.bare) {
    return {
      config: configFromFlags({ sources: [], destinations: [] }, surroundings()),
      args,
      fromFlags: true,
      fromEnvironment: false,
    }
  }
  const [first] = args
  if (spec.places && first !== undefined) {
    const object = ofObject(line, first)
    if (object !== undefined) return object
    if (isPlace(first)) return atPlace(line, first)
  }
  if (spec.sources && places.length > 0 && args.length > 0 && args.every(looksLikeSource))
    return fromFlags(line)
  try {
    const loaded = fromFile(line)
    const unknown = places.filter((name) => !loaded.config.destinationNames.includes(name))
    return unknown.length > 0 && unknown.every(looksLikePlace) ? fromFlags(line) : loaded
  } catch (error) {
    const isMissing = hasCode(error, 'config-not-found') && options.config === undefined
    if (isMissing && (places.length > 0 || (spec.sources && args.some(looksLikeSource))))
      return fromFlags(line)
    throw error
  }
}
