import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { camelKeys } from '../domain/camel-keys.ts'
import { Secret } from '../domain/secret.ts'
import type { ErrorCode } from '../errors/codes.ts'
import { HoldfastError } from '../errors/error.ts'
import { checkReferences } from './checks.ts'
import type { RawDocument } from './document.ts'
import { jobSettings, withLocalPath } from './job-settings.ts'
import { lazyObject, once } from './lazy.ts'
import { localPath, type Surroundings } from './local-path.ts'
import { didYouMean } from './nearest.ts'
import { prepareParts } from './parts.ts'
import { isMap, type Path, valueAt } from './path.ts'
import { configInvalid, type Problem } from './problem.ts'
import { filesOf, outlineOf, variablesOf } from './references.ts'
import { byType, configSchema, type DriverSchemas, encryptionFields, metrics, signing } from './schema.ts'
import { notifier } from './schema-notifiers.ts'
import { secret, timezone } from './schema-values.ts'
import { sectionsOf } from './section.ts'
import type { Config, DestinationSettings } from './settings.ts'
import { validateRaw } from './validate.ts'

function unknownName(code: ErrorCode, kind: string, name: string, known: readonly string[]): HoldfastError {
  const hint = known.length === 0 ? `There is no ${kind} yet; add one.` : `Name one of ${known.join(', ')}.`
  return new HoldfastError(code, `there is no ${kind} ${name}${didYouMean(name, known)}`, {
    hint,
    context: { name, known },
  })
}

function identityFrom(file: string): Secret {
  try {
    return new Secret(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new HoldfastError(
      'config-file-unreadable',
      `cannot read ${file}, which encryption.identity-file names`,
      {
        hint: 'Name the file that `holdfast keygen` wrote as identity.txt, readable for this user.',
        context: { path: file },
        cause,
      },
    )
  }
}

function destinationOf(name: string, parsed: unknown, surroundings: Surroundings): DestinationSettings {
  const settings = withLocalPath(parsed, surroundings)
  const fields = (isMap(settings) ? camelKeys(settings) : {}) as Record<string, unknown>
  const { leaseDestination, bandwidth } = fields
  return {
    name,
    type: String(fields.type),
    settings,
    ...(typeof leaseDestination === 'string' ? { leaseDestination } : {}),
    ...(typeof bandwidth === 'number' ? { bandwidth } : {}),
  }
}

function setVariables(environment: Surroundings['environment']): Record<string, string> {
  const entries = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}

/**
 * A configuration from a document, after everything that can be checked without variables was checked.
 * Errors: `config-invalid` with all problems; `syntax` are those that reading the text found.
 */
export function buildConfig(
  document: RawDocument,
  surroundings: Surroundings,
  drivers: DriverSchemas,
  syntax: readonly Problem[] = [],
): Config {
  if (syntax.length > 0) throw configInvalid(syntax)
  const problems = [...validateRaw(document, configSchema(drivers)), ...checkReferences(document)]
  if (problems.length > 0) throw configInvalid(problems)
  const sections = sectionsOf(document, surroundings)
  const [source, destination] = [byType(drivers.sources), byType(drivers.destinations)]
  const namesOf = (section: string) => Object.keys((valueAt(document.root, [section]) ?? {}) as object)
  const entry = <Schema extends z.ZodType>(code: ErrorCode, kind: string, path: Path, schema: Schema) => {
    const value = sections.read(path, schema)
    if (value === undefined) throw unknownName(code, kind, String(path[1]), namesOf(String(path[0])))
    return value
  }
  const encrypts = () => valueAt(document.root, ['encryption']) !== 'none'
  const { shape } = encryptionFields
  const ofEncryption = <Schema extends z.ZodType>(key: keyof typeof shape, schema: Schema) =>
    encrypts() ? sections.read(['encryption', key], schema) : undefined
  const passphrase = () => ofEncryption('passphrase', shape.passphrase)
  const recipients = () => {
    const given = ofEncryption('recipients', shape.recipients) ?? []
    if (given.length > 0 || !encrypts() || passphrase() !== undefined) return given
    throw new HoldfastError('recipient-missing', 'there is nobody to encrypt the backups for', {
      hint: 'Put the public key from `holdfast keygen` under encryption.recipients, or write `encryption: none`; without a file say --recipient age1… or --no-encryption.',
      context: { file: document.file },
    })
  }
  const identity = () => {
    const text = ofEncryption('identity', shape.identity)
    const file = text === undefined ? ofEncryption('identity-file', shape['identity-file']) : undefined
    return file === undefined ? text : identityFrom(localPath(file, surroundings))
  }
  const jobs = new Map(namesOf('jobs').map((name) => [name, once(() => jobSettings(name, sections, source))]))
  const zone = once(() => sections.read(['timezone'], timezone) ?? 'UTC')
  const config: Config = {
    ...(document.file === undefined ? {} : { file: document.file }),
    directory: surroundings.directory,
    environment: setVariables(surroundings.environment),
    get timezone() {
      return zone()
    },
    jobNames: namesOf('jobs'),
    destinationNames: namesOf('destinations'),
    targetNames: namesOf('targets'),
    notifierNames: namesOf('notifiers'),
    job(name) {
      const job = jobs.get(name)
      if (job === undefined) throw unknownName('job-unknown', 'job', name, namesOf('jobs'))
      return job()
    },
    destination: (name) => {
      const parsed = entry('destination-unknown', 'destination', ['destinations', name], destination)
      return destinationOf(name, parsed, surroundings)
    },
    encryption: () => lazyObject({ none: () => !encrypts(), recipients, passphrase }),
    identity,
    stateIdentity: () => ofEncryption('state-identity', shape['state-identity']),
    signing: () =>
      lazyObject({
        key: () => sections.read(['signing', 'key'], signing.shape.key),
        trust: () => sections.read(['signing', 'trust'], signing.shape.trust) ?? [],
      }),
    target: (name) => entry('target-unknown', 'target', ['targets', name], secret),
    notifier: (name) => {
      const { type, ...settings } = entry('config-invalid', 'notifier', ['notifiers', name], notifier)
      return { name, type, settings: camelKeys(settings) }
    },
    metrics: () => {
      const given = sections.read(['metrics'], metrics)
      const textfile = given?.textfile
      return {
        ...(textfile === undefined ? {} : { textfile: localPath(textfile, surroundings) }),
        ...(given?.pushgateway === undefined ? {} : { pushgateway: given.pushgateway }),
      }
    },
    prepare: (wanted) => prepareParts(config, document, wanted),
    variables: (wanted) => variablesOf(document, wanted),
    files: (wanted) => filesOf(document, wanted),
    outline(name) {
      const outline = outlineOf(document, name)
      if (outline === undefined) {
        throw unknownName('destination-unknown', 'destination', name, namesOf('destinations'))
      }
      return outline
    },
  }
  return config
}
