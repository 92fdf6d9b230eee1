import { HoldfastError } from '../errors/error.ts'
import { buildConfig } from './build.ts'
import { parseDestination } from './destination-url.ts'
import { documentOf } from './document.ts'
import { environmentWithFiles } from './env-file.ts'
import { literal } from './interpolation.ts'
import { parseKeep } from './keep.ts'
import { freeName } from './sanitise.ts'
import type { DriverSchemas } from './schema.ts'
import type { Config } from './settings.ts'
import { parseSource } from './source-url.ts'
import type { Environment } from './variables.ts'

/** What flags or an action's inputs say instead of a file. */
export interface Flags {
  /** `[name=]target`, see {@link parseSource}; none for commands that need only the destination. */
  readonly sources: readonly string[]
  /** See {@link parseDestination}. */
  readonly destinations: readonly string[]
  /** Public keys; without any of it a backup fails with `recipient-missing`. */
  readonly recipients?: readonly string[]
  /** Stands for `encryption: none`. */
  readonly unencrypted?: boolean
  /** `zstd`, `gzip:9`, `none`. */
  readonly compression?: string | undefined
  readonly tags?: readonly string[]
  /** `daily=7 weekly=4`. */
  readonly keep?: string | undefined
  readonly timezone?: string | undefined
  /** Public signing keys that count. */
  readonly trust?: readonly string[]
  /** Takes private keys from HOLDFAST_IDENTITY, HOLDFAST_STATE_IDENTITY and HOLDFAST_SIGNING_KEY where they are set. */
  readonly keysFromEnvironment?: boolean
}

export interface FlagOptions {
  readonly cwd: string
  readonly environment: Environment
  readonly envFile?: string | undefined
  readonly drivers: DriverSchemas
  /** Whether others can read the flags: true for a command line (the default), false for an action's inputs. */
  readonly inArgv?: boolean
}

function parseCompression(text: string): Readonly<Record<string, unknown>> {
  const match = /^(zstd|gzip|none)(?::(\d{1,2}))?$/.exec(text)
  if (!match || (match[1] === 'none' && match[2] !== undefined)) {
    throw new HoldfastError('usage', `${text} is no compression`, {
      hint: 'Write zstd, gzip or none, with a level as in zstd:3 or gzip:9.',
    })
  }
  const [, type, level] = match
  return { type, ...(level === undefined ? {} : { level: Number(level) }) }
}

function named<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T> {
  const result = new Map<string, T>()
  for (const item of items) result.set(freeName(nameOf(item), new Set(result.keys())), item)
  return result
}

function jobsOf(flags: Flags, inArgv: boolean) {
  const sources = flags.sources.map((text) => parseSource(text, { inArgv }))
  const chosen = sources.filter((source) => source.chosen).map(({ name }) => name)
  const twice = chosen.find((name, position) => chosen.indexOf(name) !== position)
  if (twice !== undefined) {
    throw new HoldfastError('usage', `two sources are named ${twice}`, {
      hint: 'Give each a name of its own.',
    })
  }
  // Chosen names first, so that a derived one never takes theirs.
  return named(
    sources.toSorted((a, b) => Number(b.chosen) - Number(a.chosen)),
    ({ name }) => name,
  )
}

/**
 * The configuration that flags or an action's inputs describe; nothing of them is interpolated.
 * Errors: `usage` for a flag that cannot be read, `config-invalid` for values that the configuration would refuse.
 */
export function configFromFlags(flags: Flags, options: FlagOptions): Config {
  const { cwd, envFile, drivers } = options
  const jobs = jobsOf(flags, options.inArgv ?? true)
  const destinations = named(flags.destinations.map(parseDestination), ({ name }) => name)
  if (jobs.size > 0 && destinations.size === 0) {
    throw new HoldfastError('usage', 'there is no destination', {
      hint: 'Add --destination with a path or a URL such as s3://bucket/prefix.',
    })
  }
  const names = [...destinations.keys()]
  const defaults = {
    ...(names.length === 0 ? {} : { to: names }),
    ...(flags.compression === undefined ? {} : { compression: parseCompression(flags.compression) }),
    ...(flags.tags === undefined || flags.tags.length === 0 ? {} : { tags: flags.tags.map(literal) }),
    ...(flags.keep === undefined ? {} : { retention: parseKeep(flags.keep) }),
  }
  const recipients = (flags.recipients ?? []).map(literal)
  const keys = flags.keysFromEnvironment === true
  const signing = {
    ...(keys && { key: '${HOLDFAST_SIGNING_KEY:-}' }),
    ...(flags.trust !== undefined && flags.trust.length > 0 && { trust: [...flags.trust] }),
  }
  const encryption = {
    ...(recipients.length > 0 && { recipients }),
    ...(keys && {
      identity: '${HOLDFAST_IDENTITY:-}',
      'state-identity': '${HOLDFAST_STATE_IDENTITY:-}',
    }),
  }
  const document = documentOf({
    version: 1,
    ...(flags.timezone === undefined ? {} : { timezone: literal(flags.timezone) }),
    destinations: Object.fromEntries([...destinations].map(([name, { settings }]) => [name, settings])),
    ...(flags.unencrypted
      ? { encryption: 'none' }
      : Object.keys(encryption).length > 0
        ? { encryption }
        : {}),
    ...(Object.keys(signing).length > 0 && { signing }),
    defaults,
    jobs: Object.fromEntries([...jobs].map(([name, { source }]) => [name, { source }])),
  })
  const environment = environmentWithFiles({
    environment: options.environment,
    cwd,
    envFile,
    directories: [cwd],
  })
  return buildConfig(document, { environment, directory: cwd }, drivers)
}
