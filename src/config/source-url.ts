import { HoldfastError } from '../errors/error.ts'
import { literal } from './interpolation.ts'
import { jobNameOf, sanitise } from './sanitise.ts'

/** A source of a command line or an action's input. */
export interface NamedSource {
  readonly name: string
  /** True where the name was given, not derived. */
  readonly chosen: boolean
  /** For the configuration's `source:`. */
  readonly source: Readonly<Record<string, unknown>>
}

const databases: Readonly<Record<string, string>> = {
  postgres: 'postgres',
  postgresql: 'postgres',
  mysql: 'mysql',
  mariadb: 'mysql',
}

/** Refuses a URL with a password where other processes can read it. The message names neither. */
export function refusePassword(url: URL, what: string): void {
  const inQuery = [...url.searchParams.keys()].some((key) => /pass|secret|token|key|sig/i.test(key))
  if (url.password === '' && !inQuery) return
  throw new HoldfastError('usage', `a ${what} with a password on the command line is visible to every user`, {
    hint: 'Write it into holdfast.yml as ${NAME} and set that variable, or give it without the password.',
  })
}

function parseUrl(text: string): URL {
  try {
    return new URL(text)
  } catch {
    throw new HoldfastError('usage', 'a source URL cannot be read', {
      hint: 'Write postgres://user@host:5432/database; percent-encode special characters in user and password.',
    })
  }
}

/**
 * Reads `[name=]target`, a target being `postgres://…`, `mysql://…`, `zfs:pool/dataset` or a path. Without a name it is
 * derived from the target's last part. `inArgv`: others can read it, so a password is refused.
 *
 * Errors: `usage`.
 */
export function parseSource(text: string, options: { readonly inArgv: boolean }): NamedSource {
  const match = /^([^/:.=?\s][^/:=?\s]*)=(.+)$/s.exec(text)
  const given = match?.[1]
  const target = match?.[2] ?? text
  if (target.trim() === '')
    throw new HoldfastError('usage', 'a source is empty', { hint: 'Name a path or a URL.' })
  if (given !== undefined && !/^[a-z0-9][a-z0-9._-]{0,99}$/.test(given)) {
    throw new HoldfastError('usage', `${given} is not a job name`, {
      hint: `Use lower-case letters, digits, dot, hyphen and underscore: ${sanitise(given, 'job')}=…; for a path that holds an equals sign write ./ before it.`,
    })
  }
  const named = (derived: string, source: Readonly<Record<string, unknown>>): NamedSource => ({
    name: given ?? derived,
    chosen: given !== undefined,
    source,
  })
  if (target.startsWith('zfs:')) {
    const dataset = target.slice(4)
    return named(jobNameOf(dataset), { type: 'zfs', dataset: literal(dataset) })
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(target)?.[1]?.toLowerCase()
  if (scheme === undefined) return named(jobNameOf(target), { type: 'directory', path: literal(target) })
  const type = databases[scheme]
  if (type === undefined) {
    throw new HoldfastError('usage', `there is no source ${scheme}://`, {
      hint: 'Use postgres://…, mysql://…, zfs:pool/dataset or a path.',
    })
  }
  const url = parseUrl(target)
  if (options.inArgv) refusePassword(url, 'source URL')
  const database = decodeURIComponent(url.pathname.slice(1)) || url.hostname
  return named(sanitise(database, type), { type, url: literal(target) })
}
