import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { keywords } from './keywords.ts'
import { passfileOf } from './passfile.ts'
import type { ConnectionSettings, ServerPlace } from './resolve.ts'

/** How PostgreSQL's own programs are told where to connect, without a secret in their arguments. */
export interface ChildConnection {
  /** The value of `--dbname`. */
  conninfo(database: string): string
  /** The environment of the children: the host's own, without what libpq would read there. */
  readonly environment: Readonly<Record<string, string>>
  /** Removes the pass file; idempotent. */
  dispose(): Promise<void>
}

/** A value of a connection string in its quotes. */
const quoted = (value: string): string => `'${value.replaceAll(/[\\']/g, '\\$&')}'`

/** A connection string without its password, to the place where a session was opened. */
export function conninfoOf(settings: ConnectionSettings, place: ServerPlace, database: string): string {
  const { target_session_attrs: _, load_balance_hosts: __, ...parameters } = settings.parameters
  const all: Record<string, string> = {
    connect_timeout: '30',
    application_name: 'holdfast',
    ...parameters,
    host: place.host,
    ...(place.hostaddr !== undefined && { hostaddr: place.hostaddr }),
    port: String(place.port),
    user: settings.user,
    dbname: database,
  }
  return Object.entries(all)
    .map(([keyword, value]) => `${keyword}=${quoted(value)}`)
    .join(' ')
}

function withoutLibpq(environment: Readonly<Record<string, string>>): Record<string, string> {
  const read = new Set([...Object.values(keywords), 'PGREALM', 'PGTZ', 'PGDATESTYLE', 'PGGEQO'])
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !read.has(name)))
}

/**
 * Prepares children for a place. The password, wherever it was found, goes into a pass file (0600, in a directory of
 * 0700); an empty file keeps libpq from looking elsewhere.
 */
export async function prepareChildren(
  settings: ConnectionSettings,
  place: ServerPlace,
  environment: Readonly<Record<string, string>>,
): Promise<ChildConnection> {
  const directory = await makePrivateDirectory(tmpdir(), 'holdfast-pgpass')
  const file = join(directory, 'pgpass')
  const own = settings.password
  // A pass file of the user may hold a line for each database: it is copied whole.
  const text = own === undefined ? settings.passfile?.reveal() : passfileOf(own.reveal())
  await writeFile(file, text ?? '', { mode: 0o600, flag: 'wx' })
  return {
    conninfo: (database) => conninfoOf(settings, place, database),
    environment: { ...withoutLibpq(environment), PGPASSFILE: file },
    dispose: () => rm(directory, { recursive: true, force: true }),
  }
}
