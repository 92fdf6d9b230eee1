import { serverErrno } from '../connection/errors.ts'
import type { Session } from '../connection/session.ts'
import type { ServerFacts } from '../server/facts.ts'
import { literal } from '../server/names.ts'

/** Accounts that every server makes for itself. */
const ownAccounts = new Set(['mariadb.sys', 'mysql.sys', 'mysql.session', 'mysql.infoschema', 'PUBLIC'])

/** What every server gives its root, and only one that has it may give. */
const proxyOfAll = /^GRANT PROXY ON (?:''|``)@(?:'%?'|`%?`) /

interface Account {
  readonly user: string
  readonly host: string
  readonly isRole: boolean
}

async function listAccounts(session: Session, { version }: ServerFacts): Promise<Account[]> {
  const role = version.flavor === 'mariadb' ? 'is_role' : "'N'"
  const rows = await session.rows(
    `SELECT User, Host, ${role} FROM mysql.user ORDER BY 3 DESC, BINARY User, BINARY Host`,
  )
  return rows
    .map(([user, host, isRole]) => ({ user: user ?? '', host: host ?? '', isRole: isRole === 'Y' }))
    .filter(({ user }) => !ownAccounts.has(user))
}

const nameOf = ({ user, host, isRole }: Account) =>
  isRole ? literal(user) : `${literal(user)}@${literal(host)}`

/** MariaDB repeats the password in the first GRANT, which would change that of an account that is there. */
function withoutPassword(grant: string): string {
  return grant.replace(
    / IDENTIFIED (?:BY PASSWORD|VIA|WITH) (?:'(?:[^']|'')*'|(?! (?:REQUIRE|WITH) )[^'])*/,
    '',
  )
}

async function statementsOf(session: Session, account: Account): Promise<string[]> {
  const name = nameOf(account)
  const create = account.isRole
    ? `CREATE ROLE IF NOT EXISTS ${name}`
    : ((await session.value(`SHOW CREATE USER ${name}`)) ?? '').replace(
        /^CREATE USER /,
        'CREATE USER IF NOT EXISTS ',
      )
  const grants = (await session.rows(`SHOW GRANTS FOR ${name}`)).map(([line]) => withoutPassword(line ?? ''))
  return [create, ...grants.filter((grant) => !proxyOfAll.test(grant))]
}

/**
 * All accounts as statements that make those that are not there, roles first, then what they may do. Undefined where
 * the user of the backup may not read them.
 */
export async function readUsers(session: Session, facts: ServerFacts): Promise<string | undefined> {
  // Hashes of MySQL 8 are no text.
  await session.run('SET SESSION print_identified_with_as_hex = 1').catch(() => undefined)
  try {
    const lines: string[] = []
    const later: string[] = []
    for (const account of await listAccounts(session, facts)) {
      const [create = '', ...grants] = await statementsOf(session, account)
      lines.push(create)
      later.push(...grants)
    }
    const all = [...lines, ...later].filter((line) => line !== '')
    return [...all.map((line) => `${line.replaceAll('\n', ' ')};\n`), `-- Dump completed\n`].join('')
  } catch (error) {
    // 1142, 1044, 1227, 1141: may not read mysql.user, or its grants.
    if ([1142, 1044, 1227, 1141, 1143].includes(serverErrno(error))) return undefined
    throw error
  }
}
