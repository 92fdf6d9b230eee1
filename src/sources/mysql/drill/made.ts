import type { CopyContext, MadeOnServer } from '../../../domain/copy.ts'
import { parseAddress } from '../connection/address.ts'
import { openSession } from '../connection/session.ts'
import { identifier } from '../server/names.ts'
import { isAccountName, isRoleName } from './accounts.ts'

/** Milliseconds for what is removed, which a cancel does not end. */
const patience = 60_000

/** Drops what a drill made on a server that is given. Idempotent, and works on after a cancel. Errors: those of the connection. */
export async function dropMade(
  _context: CopyContext,
  { url, databases, roles }: Pick<MadeOnServer, 'url' | 'databases' | 'roles'>,
): Promise<void> {
  if (databases.length + roles.length === 0) return
  const { database: _, ...address } = parseAddress(url)
  const session = await openSession(address, AbortSignal.timeout(patience))
  try {
    for (const name of databases) await session.run(`DROP DATABASE IF EXISTS ${identifier(name)}`)
    for (const name of roles.filter(isAccountName)) {
      await session.run(`DROP ${isRoleName(name) ? 'ROLE' : 'USER'} IF EXISTS ${name}`)
    }
  } finally {
    await session.close()
  }
}
