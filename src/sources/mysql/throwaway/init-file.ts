import { randomBytes } from 'node:crypto'
import { chown, writeFile } from 'node:fs/promises'
import { Secret } from '../../../domain/secret.ts'
import type { Unprivileged } from '../../../process/unprivileged.ts'
import type { Flavor } from '../server/flavor.ts'

/** Who may do everything in a throwaway server. */
export interface Visitor {
  readonly user: string
  readonly password: Secret
}

/** Takes away the accounts of an empty server: they need no password, and it is about to listen for others. */
const withoutOthers: Readonly<Record<Flavor, readonly string[]>> = {
  mariadb: ["DELETE FROM mysql.global_priv WHERE User IN ('', 'root');", 'FLUSH PRIVILEGES;'],
  mysql: ["DROP USER IF EXISTS 'root'@'localhost';"],
}

/**
 * Writes the statements that a server runs at its start to let a visitor in: the only one where `alone` names its flavor,
 * else beside the accounts of a copy. (`--skip-grant-tables` would do that too, but hides all events.)
 */
export async function writeInitFile(
  path: string,
  owner: Unprivileged | undefined,
  alone?: Flavor,
): Promise<Visitor> {
  const user = alone === undefined ? 'holdfast_drill' : 'holdfast_copy'
  const password = randomBytes(18).toString('hex')
  const names = [`'${user}'@'localhost'`, `'${user}'@'%'`]
  const statements = [
    ...(alone === undefined ? [] : withoutOthers[alone]),
    ...names.flatMap((name) => [
      `DROP USER IF EXISTS ${name};`,
      `CREATE USER ${name} IDENTIFIED BY '${password}';`,
      `GRANT ALL ON *.* TO ${name} WITH GRANT OPTION;`,
    ]),
  ]
  await writeFile(path, `${statements.join('\n')}\n`, { mode: 0o600, flag: 'wx' })
  if (owner) await chown(path, owner.uid, owner.gid)
  return { user, password: new Secret(password) }
}
