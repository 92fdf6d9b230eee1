import { randomBytes } from 'node:crypto'
import { chown, writeFile } from 'node:fs/promises'
import { Secret } from '../../../domain/secret.ts'
import type { Unprivileged } from '../../../process/unprivileged.ts'

/** Who may do everything in a copy whose own accounts nobody here knows. */
export interface Visitor {
  readonly user: string
  readonly password: Secret
}

/**
 * Writes the statements that a server runs at its start to let a visitor in. (`--skip-grant-tables` would do that too, but
 * hides all events.)
 */
export async function writeInitFile(path: string, owner: Unprivileged | undefined): Promise<Visitor> {
  const user = 'holdfast_drill'
  const password = randomBytes(18).toString('hex')
  const names = [`'${user}'@'localhost'`, `'${user}'@'%'`]
  const statements = names.flatMap((name) => [
    `DROP USER IF EXISTS ${name};`,
    `CREATE USER ${name} IDENTIFIED BY '${password}';`,
    `GRANT ALL ON *.* TO ${name};`,
  ])
  await writeFile(path, `${statements.join('\n')}\n`, { mode: 0o600, flag: 'wx' })
  if (owner) await chown(path, owner.uid, owner.gid)
  return { user, password: new Secret(password) }
}
