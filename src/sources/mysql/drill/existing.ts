import type { Secret } from '../../../domain/secret.ts'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { type Address, parseAddress, placeOf } from '../connection/address.ts'
import { openSession } from '../connection/session.ts'
import { described } from '../restore/link.ts'
import { listDatabases, readFacts } from '../server/facts.ts'
import type { Version } from '../server/flavor.ts'
import { identifier } from '../server/names.ts'

function refuse(
  code: 'server-is-source' | 'server-not-empty',
  message: string,
  hint: string,
  context: Record<string, readonly string[]> = {},
): HoldfastError {
  return new HoldfastError(code, message, { hint, context })
}

/**
 * Runs a drill in a server that is there, such as one of `services:`, and drops what it made. Errors:
 * `server-is-source` for the very server of the backup, `server-not-empty` for one with databases of people.
 */
export async function withServerAt<T>(
  context: SourceContext,
  url: Secret,
  link: ChainLink,
  use: (address: Address, version: Version, name: string) => Promise<T>,
): Promise<T> {
  const { database: _, ...address } = parseAddress(url)
  const session = await openSession(address, context.signal)
  try {
    const facts = await readFacts(session)
    const uuid = described(link, 'serverUuid')
    const place = placeOf(address)
    if (uuid !== '' && facts.uuid === uuid) {
      throw refuse(
        'server-is-source',
        `${place} is the very server of the backup`,
        'Name an empty server of its own as server: {url}.',
      )
    }
    const there = await listDatabases(session)
    if (there.length > 0) {
      throw refuse(
        'server-not-empty',
        `${place} holds databases already: ${there.slice(0, 5).join(', ')}`,
        'A drill drops what it made: name an empty server as server: {url}.',
        { databases: there },
      )
    }
    try {
      return await use(address, facts.version, `${facts.version.flavor} ${facts.version.text} at ${place}`)
    } finally {
      context.signal.throwIfAborted()
      for (const name of await listDatabases(session)) await session.run(`DROP DATABASE ${identifier(name)}`)
    }
  } finally {
    await session.close()
  }
}
