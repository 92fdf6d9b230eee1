import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Secret } from '../../../domain/secret.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { type Parameters, parametersOfEnvironment } from './keywords.ts'
import { passwordIn } from './passfile.ts'
import { serviceIn } from './service-file.ts'
import { parseUri } from './uri.ts'

/** One place where the server may be: a host name, an address, or the directory of a socket. */
export interface ServerPlace {
  readonly host: string
  readonly port: number
  readonly hostaddr?: string
}

/** Where and as whom, with everything looked up that libpq would look up; but no password of a place yet. */
export interface ConnectionSettings {
  /** In the order in which they are tried. */
  readonly places: readonly ServerPlace[]
  readonly user: string
  readonly database: string
  /** Everything else, by keyword; no secrets. */
  readonly parameters: Parameters
  readonly password?: Secret
  /** The text of the pass file, if one may be used. */
  readonly passfile?: Secret
}

type Surroundings = Pick<SourceContext, 'environment' | 'warn'>

const home = ({ environment }: Surroundings): string => environment.HOME || homedir()

async function serviceParameters(given: Parameters, surroundings: Surroundings): Promise<Parameters> {
  const { environment } = surroundings
  const service = given.service ?? environment.PGSERVICE
  if (service === undefined || service === '') return {}
  const files = [
    given.servicefile ?? environment.PGSERVICEFILE ?? join(home(surroundings), '.pg_service.conf'),
    join(environment.PGSYSCONFDIR ?? '/etc/postgresql-common', 'pg_service.conf'),
  ]
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => undefined)
    const found = text === undefined ? undefined : serviceIn(text, service)
    if (found !== undefined) return found
  }
  throw new HoldfastError('usage', `there is no service ${service} in ${files.join(' or ')}`, {
    hint: 'Correct service= in the URL, or add the section to ~/.pg_service.conf.',
    context: { service },
  })
}

async function readPassfile(given: Parameters, surroundings: Surroundings): Promise<Secret | undefined> {
  const file = given.passfile ?? join(home(surroundings), '.pgpass')
  const stats = await stat(file).catch(() => undefined)
  if (stats === undefined || !stats.isFile()) return undefined
  if ((stats.mode & 0o077) !== 0) {
    surroundings.warn({
      severity: 'warning',
      code: 'passfile-ignored',
      message: `${file} may be read by others and is ignored`,
      hint: 'Take those rights away.',
      command: `chmod 600 ${file}`,
    })
    return undefined
  }
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : new Secret(text)
}

/** Debian's libpq looks here; that of the sources in /tmp. */
const socketDirectory = (): string => (existsSync('/var/run/postgresql') ? '/var/run/postgresql' : '/tmp')

function placesOf({ host = '', hostaddr = '', port = '' }: Parameters): ServerPlace[] {
  const hosts = host.split(',')
  const addresses = hostaddr.split(',')
  const ports = port.split(',')
  return Array.from({ length: Math.max(hosts.length, addresses.length) }, (_, at) => {
    const address = addresses[at] ?? ''
    const number = Number(ports.length === 1 ? ports[0] || 5432 : ports[at] || 5432)
    if (!Number.isInteger(number) || number < 1 || number > 65_535) {
      throw new HoldfastError('usage', 'the port of the database URL is no port', {
        hint: 'Write a number from 1 to 65535 after the host.',
      })
    }
    const name = hosts[at] || address || socketDirectory()
    return { host: name, port: number, ...(address !== '' && { hostaddr: address }) }
  })
}

/**
 * What a URL comes to: its own parameters, then those of its service, then those of the environment (`PGHOST` and the
 * rest), then libpq's defaults. Errors: `usage`.
 */
export async function resolveConnection(
  url: Secret,
  surroundings: Surroundings,
): Promise<ConnectionSettings> {
  const own = parseUri(url.reveal())
  const all: Record<string, string> = {
    ...parametersOfEnvironment(surroundings.environment),
    ...(await serviceParameters(own, surroundings)),
    ...own,
  }
  const passfile = await readPassfile(all, surroundings)
  const { host, hostaddr, port, user, dbname, password, sslpassword, ...rest } = all
  for (const name of ['service', 'servicefile', 'passfile']) delete rest[name]
  if (sslpassword !== undefined) {
    throw new HoldfastError('usage', 'sslpassword cannot be handed to the client without being seen', {
      hint: 'Use a key file without a password that only this user may read.',
    })
  }
  const name = user ?? userInfo().username
  return {
    places: placesOf({
      ...(host !== undefined && { host }),
      ...(hostaddr !== undefined && { hostaddr }),
      ...(port !== undefined && { port }),
    }),
    user: name,
    database: dbname ?? name,
    parameters: rest,
    ...(password !== undefined && { password: new Secret(password) }),
    ...(passfile !== undefined && { passfile }),
  }
}

/** The password for a database at a place. */
export function passwordFor(
  settings: ConnectionSettings,
  place: ServerPlace,
  database: string,
): Secret | undefined {
  const { password, passfile, user } = settings
  if (password !== undefined || passfile === undefined) return password
  const host = place.host === socketDirectory() ? 'localhost' : place.host
  const found = passwordIn(passfile.reveal(), { host, port: String(place.port), database, user })
  return found === undefined ? undefined : new Secret(found)
}
