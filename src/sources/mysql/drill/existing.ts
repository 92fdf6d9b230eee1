import type { CopyKeeper } from '../../../domain/copy.ts'
import { Secret } from '../../../domain/secret.ts'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { parseAddress, placeOf } from '../connection/address.ts'
import { openSession, type Session } from '../connection/session.ts'
import { described } from '../restore/link.ts'
import { listDatabases, readFacts, type ServerFacts } from '../server/facts.ts'
import type { Throwaway } from '../throwaway/server.ts'
import { dropMade } from './made.ts'

async function refuseUsed(
  session: Session,
  place: string,
  facts: ServerFacts,
  link: ChainLink,
): Promise<void> {
  const uuid = described(link, 'serverUuid')
  if (uuid !== '' && facts.uuid === uuid) {
    throw new HoldfastError('server-is-source', `${place} is the very server of the backup`, {
      hint: 'Name an empty server of its own as server: {url}.',
    })
  }
  const there = await listDatabases(session)
  if (there.length === 0) return
  throw new HoldfastError(
    'server-not-empty',
    `${place} holds databases already: ${there.slice(0, 5).join(', ')}`,
    {
      hint: 'A drill drops what it made: name an empty server as server: {url}.',
      context: { databases: there },
    },
  )
}

function urlOf(url: Secret, database: string): Secret {
  const other = new URL(url.reveal())
  other.pathname = `/${encodeURIComponent(database)}`
  return new Secret(other.href)
}

/**
 * A server that is there, such as one of `services:`, for a drill to make the databases and accounts of a backup on.
 * Errors: `server-is-source` for the very server of the backup, `server-not-empty` for one with databases of people.
 */
export async function openServerAt(
  context: SourceContext,
  url: Secret,
  link: ChainLink,
  keeper: CopyKeeper | undefined,
): Promise<Throwaway> {
  const { database: _, ...address } = parseAddress(url)
  const place = placeOf(address)
  const session = await openSession(address, context.signal)
  let version: Throwaway['version']
  try {
    const facts = await readFacts(session)
    version = facts.version
    await refuseUsed(session, place, facts, link)
  } finally {
    await session.close()
  }
  let made = { url, databases: [] as readonly string[], roles: [] as readonly string[] }
  return {
    address,
    version,
    name: `${version.flavor} ${version.text} at ${place}`,
    urlOf: (database) => urlOf(url, database),
    async note(databases, roles) {
      made = { url, databases, roles }
      await keeper?.note({ source: 'mysql', ...made })
    },
    stop: () => dropMade(context, made),
  }
}
