import { randomBytes } from 'node:crypto'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import type { Address } from '../connection/address.ts'
import { openSession } from '../connection/session.ts'
import { usersStream } from '../logical/streams.ts'
import { literal } from '../server/names.ts'

const quoted = "(?:'(?:[^']|'')*'|`(?:[^`]|``)*`)"
const name = `(${quoted})(?:@(${quoted}))?`
const creates = new RegExp(`^CREATE (?:USER|ROLE) IF NOT EXISTS ${name}`)
const whole = new RegExp(`^${name}$`)

function unquoted(text: string): string {
  const quote = text.charAt(0)
  return text.slice(1, -1).replaceAll(quote + quote, quote)
}

/** Whether this is the name of an account as SQL takes it, and nothing else. */
export const isAccountName = (text: string): boolean => whole.test(text)

/** A role of MariaDB has no host; those of MySQL are accounts. */
export const isRoleName = (text: string): boolean => whole.exec(text)?.[2] === undefined

/** The names of all accounts that statements make, as SQL takes them. */
function accountsIn(sql: string): { readonly sql: string; readonly key: string }[] {
  return sql.split('\n').flatMap((line) => {
    const [, user, host] = creates.exec(line) ?? []
    if (user === undefined) return []
    const parts = host === undefined ? [user] : [user, host]
    return [
      { sql: parts.map((part) => literal(unquoted(part))).join('@'), key: parts.map(unquoted).join('@') },
    ]
  })
}

/** The accounts that a backup would bring to a server, apart from those that it has. */
export async function newAccounts(
  context: SourceContext,
  link: ChainLink,
  address: Address,
): Promise<string[]> {
  if (!link.streams.some(({ name }) => name === usersStream)) return []
  const chunks: Buffer[] = []
  for await (const chunk of link.open(usersStream)) chunks.push(chunk as Buffer)
  const session = await openSession(address, context.signal)
  try {
    const rows = await session.rows('SELECT User, Host FROM mysql.user')
    const there = new Set(rows.map(([user, host]) => (host ? `${user}@${host}` : (user ?? ''))))
    return accountsIn(Buffer.concat(chunks).toString())
      .filter(({ key }) => !there.has(key))
      .map(({ sql }) => sql)
  } finally {
    await session.close()
  }
}

/**
 * Takes the passwords of accounts away, and nobody comes in by them: views and routines need those who defined them, whoever
 * works with a copy does not need their secrets.
 */
export async function disarm(
  context: SourceContext,
  address: Address,
  accounts: readonly string[],
): Promise<void> {
  const session = await openSession(address, context.signal)
  try {
    for (const account of accounts.filter((one) => !isRoleName(one))) {
      const password = literal(randomBytes(18).toString('hex'))
      // Plugins without a password, such as that of sockets, have no secret to take.
      await session
        .run(`ALTER USER ${account} IDENTIFIED BY ${password} ACCOUNT LOCK`)
        .catch(() => session.run(`ALTER USER ${account} ACCOUNT LOCK`))
    }
  } finally {
    await session.close()
  }
}
