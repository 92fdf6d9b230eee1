import { HoldfastError } from '../../../errors/error.ts'
import type { Session } from '../connection/session.ts'
import { parseServerVersion, type Version } from './flavor.ts'

/** What a server says of itself. */
export interface ServerFacts {
  readonly version: Version
  readonly datadir: string
  /** What tells this server from others; empty where it says nothing. */
  readonly uuid: string
  readonly binlog: boolean
  readonly lowerCaseTableNames: number
  /** A variable of the server, empty where it has none of that name. */
  variable(name: string): string
}

/** Asks a server for what decides how it is backed up. Errors: `source-failed`. */
export async function readFacts(session: Session): Promise<ServerFacts> {
  const variables = new Map(
    (await session.rows('SHOW GLOBAL VARIABLES')).map(([name, value]) => [name ?? '', value ?? '']),
  )
  const variable = (name: string) => variables.get(name) ?? ''
  const text = (await session.value('SELECT VERSION()')) ?? ''
  const version = parseServerVersion(text)
  if (version === undefined) {
    throw new HoldfastError('source-failed', `the server's version is not known: ${text}`, {
      hint: 'Point the source at a MySQL or MariaDB server.',
    })
  }
  return {
    version,
    datadir: variable('datadir'),
    uuid: variable('server_uuid') || variable('server_uid'),
    binlog: variable('log_bin') === 'ON',
    lowerCaseTableNames: Number(variable('lower_case_table_names')),
    variable,
  }
}

const systemDatabases = new Set([
  'information_schema',
  'performance_schema',
  'mysql',
  'sys',
  '#mysql50#lost+found',
])

/** The databases of people, in order; those named only where `wanted` names some. Errors: `usage` for one that is not there. */
export async function listDatabases(session: Session, wanted?: readonly string[]): Promise<string[]> {
  const all = (await session.rows('SHOW DATABASES')).map(([name]) => name ?? '')
  const own = all.filter((name) => !systemDatabases.has(name.toLowerCase())).toSorted()
  if (wanted === undefined) return own
  const missing = wanted.filter((name) => !all.includes(name))
  if (missing.length > 0) {
    throw new HoldfastError('source-unreadable', `the server has no database ${missing.join(', ')}`, {
      hint: 'Correct `databases:` of the source, or let its user see them.',
      context: { databases: missing },
    })
  }
  return [...wanted]
}
