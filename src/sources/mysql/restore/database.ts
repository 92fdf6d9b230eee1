import type { Finding } from '../../../domain/finding.ts'
import type { Secret } from '../../../domain/secret.ts'
import type {
  Chain,
  ChainLink,
  RestoreOptions,
  RestoreResult,
  SourceContext,
} from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { type Address, parseAddress, placeOf } from '../connection/address.ts'
import { openSession } from '../connection/session.ts'
import { dumpStream } from '../logical/streams.ts'
import { listDatabases, readFacts, type ServerFacts } from '../server/facts.ts'
import { identifier } from '../server/names.ts'
import { listTables } from '../server/tables.ts'
import { bytesOf, fingerprintOf, onlyLink } from './link.ts'
import { loadSql } from './load.ts'
import { keepSafe } from './safety-dump.ts'
import { databasesIn, meansTable, type Selection, selectFrom } from './select.ts'
import { aroundUsers } from './users.ts'
import { namesWarning, refusedUsers } from './warnings.ts'

/** The databases that a dump holds: as its fingerprint says, else as its text does. */
export async function databasesOf(link: ChainLink): Promise<readonly string[]> {
  return fingerprintOf(link)?.databases ?? (await databasesIn(link.open(dumpStream)))
}

/** Which database of the backup a URL with a database in its path means. */
function chosen(databases: readonly string[], into: string): string {
  const [only] = databases
  if (databases.includes(into)) return into
  if (only !== undefined && databases.length === 1) return only
  throw new HoldfastError('path-not-found', `the backup holds no database ${into}`, {
    hint: `Name one of ${databases.join(', ')} in the URL, or leave the database out to restore all of them.`,
    context: { databases },
  })
}

interface Occupied {
  readonly databases: readonly string[]
  readonly what: readonly string[]
}

/** What of the target would be replaced. */
async function occupied(
  address: Address,
  signal: AbortSignal,
  targets: readonly string[],
  tables: readonly string[],
): Promise<Occupied & { readonly facts: ServerFacts }> {
  const session = await openSession(address, signal)
  try {
    const facts = await readFacts(session)
    const there = (await listDatabases(session)).filter((name) => targets.includes(name))
    const found = (await listTables(session, there)).filter(
      ({ database, name }) =>
        tables.length === 0 || tables.some((wanted) => meansTable(wanted, database, name)),
    )
    const databases = there.filter((name) => found.some(({ database }) => database === name))
    return { facts, databases, what: found.map(({ database, name }) => `${database}.${name}`) }
  } finally {
    await session.close()
  }
}

async function prepareTarget(
  address: Address,
  signal: AbortSignal,
  drop: readonly string[],
  make: string | undefined,
): Promise<void> {
  const session = await openSession(address, signal)
  try {
    for (const name of drop) await session.run(`DROP DATABASE ${identifier(name)}`)
    if (make !== undefined) await session.run(`CREATE DATABASE IF NOT EXISTS ${identifier(make)}`)
  } finally {
    await session.close()
  }
}

/**
 * Loads a dump into a server: all databases and accounts, or the one that the URL names. Existing tables are replaced only
 * where that is allowed, after a dump of them. Errors: `target-not-empty`, `path-not-found`, `restore-failed`.
 */
export async function restoreToServer(
  context: SourceContext,
  chain: Chain,
  url: Secret,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const link = onlyLink(chain)
  const address = parseAddress(url)
  const databases = await databasesOf(link)
  const { tables = [], overwrite } = options
  const into = address.database
  const database = into === undefined ? undefined : chosen(databases, into)
  const server: Address = { ...address }
  const targets = into === undefined ? databases : [into]
  const found = await occupied(server, context.signal, targets, tables)
  if (found.databases.length > 0 && !overwrite) {
    throw new HoldfastError(
      'target-not-empty',
      `${placeOf(address)} holds ${found.what.length} tables of ${found.databases.join(', ')} already`,
      {
        hint: 'Restore into another server or database, or add --overwrite, which keeps a dump of what is there.',
        context: { databases: found.databases },
      },
    )
  }
  const warnings: Finding[] = [...namesWarning(link, found.facts)]
  if (found.databases.length > 0) {
    context.warn(await keepSafe(context, server, found.facts, found.databases))
  }
  const drop = tables.length === 0 ? found.databases : []
  await prepareTarget(server, context.signal, drop, into)
  const selection: Selection = {
    ...(database === undefined ? {} : { database }),
    ...(into === undefined ? {} : { into }),
    tables,
  }
  const { flavor } = found.facts.version
  const loadData = async () => {
    await loadSql(context, selectFrom(link.open(dumpStream), selection), {
      address: server,
      flavor,
      ...(into === undefined ? {} : { database: into }),
    })
  }
  if (into === undefined && tables.length === 0) {
    warnings.push(...refusedUsers(await aroundUsers(context, link, { address: server, flavor }, loadData)))
  } else await loadData()
  return { bytes: bytesOf(chain), warnings }
}
