import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { Address } from '../connection/address.ts'
import { resolveAddress } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'
import { type Client, clientNames, findClient } from '../server/client.ts'
import { listDatabases, readFacts, type ServerFacts } from '../server/facts.ts'
import { may, readRights } from '../server/grants.ts'
import { isTransactional, listTables, shown } from '../server/tables.ts'
import type { MysqlSettings } from '../settings.ts'
import { readUsers } from './users.ts'

/** All that is known before a dump begins. */
export interface Plan {
  readonly address: Address
  readonly facts: ServerFacts
  readonly client: Client
  readonly databases: readonly string[]
  readonly tables: number
  readonly estimate: number
  /** Statements that make the accounts; absent where only some databases are dumped or they may not be read. */
  readonly users?: string
  /** Whether the user may ask the dump for the coordinates of the binary log. */
  readonly coordinates: boolean
}

const noDatabases = () =>
  new HoldfastError('source-unreadable', 'the server shows no database to dump', {
    hint: 'Give the user of the backup SELECT on the databases, or correct the source.',
  })

/** Warns of tables that no snapshot covers: they are dumped as they are when their turn comes. */
function warnOfOthers(context: SourceContext, settings: MysqlSettings, names: readonly string[]): void {
  if (names.length === 0 || settings.lockAllTables) return
  const what =
    names.length === 1
      ? '1 table has no transactions: it is dumped as it is at its turn, and drills do not compare it'
      : `${names.length} tables have no transactions: they are dumped as they are at their turn, and drills do not compare them`
  context.warn({
    severity: 'warning',
    code: 'tables-without-transactions',
    message: what,
    hint: 'Convert them to InnoDB, or set lock-all-tables: true, which makes writers wait for the whole dump.',
    names,
  })
}

function warnOfUsers(context: SourceContext): void {
  context.warn({
    severity: 'warning',
    code: 'users-not-dumped',
    message: 'the accounts of the server are not part of the backup',
    hint: 'Let the user of the backup read them: `GRANT SELECT ON mysql.* TO …`.',
  })
}

/** Looks at the server and chooses the program. Errors: `source-unreadable`, `tool-missing`, those of the connection. */
export async function planDump(context: SourceContext, settings: MysqlSettings): Promise<Plan> {
  const address = await resolveAddress(context, settings)
  const session = await openSession(address, context.signal)
  try {
    const facts = await readFacts(session)
    const wanted = settings.databases ?? (address.database === undefined ? undefined : [address.database])
    const databases = await listDatabases(session, wanted)
    if (databases.length === 0) throw noDatabases()
    const tables = await listTables(session, databases)
    warnOfOthers(
      context,
      settings,
      tables.filter((table) => !isTransactional(table)).map((table) => `${shown(table)} (${table.engine})`),
    )
    const users = wanted === undefined ? await readUsers(session, facts) : undefined
    if (wanted === undefined && users === undefined) warnOfUsers(context)
    const rights = await readRights(session)
    const { tool } = settings
    const client = await findClient(
      context,
      tool === 'auto' ? clientNames(facts.version.flavor, 'dump') : [tool],
    )
    return {
      address,
      facts,
      client,
      databases,
      tables: tables.filter(({ isView }) => !isView).length,
      estimate: tables.reduce((sum, { bytes }) => sum + bytes, 0),
      ...(users === undefined ? {} : { users }),
      coordinates: facts.binlog && may(rights, 'RELOAD') && may(rights, 'REPLICATION CLIENT', 'SUPER'),
    }
  } finally {
    await session.close()
  }
}
