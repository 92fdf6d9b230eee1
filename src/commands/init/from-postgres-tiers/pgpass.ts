import { appendFile, chmod, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** As libpq reads it: a colon and a backslash are escaped. */
const escaped = (text: string) => text.replace(/[\\:]/g, (character) => `\\${character}`)

/** Where libpq looks for passwords. */
export function pgpassFile({ PGPASSFILE, HOME }: Readonly<Record<string, string | undefined>>): string {
  return PGPASSFILE || join(HOME || homedir(), '.pgpass')
}

/**
 * Adds a password to a `.pgpass`, which is then readable for this user only, as libpq demands. A line that is there for the
 * same server and user stays. Returns whether it was added.
 */
export async function addToPgpass(
  file: string,
  {
    host,
    port,
    database,
    user,
    password,
  }: Readonly<Record<'host' | 'database' | 'user' | 'password', string>> & { readonly port: number },
): Promise<boolean> {
  const there = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const start = `${[host, String(port), database, user].map(escaped).join(':')}:`
  const known = there.split('\n').some((line) => line.startsWith(start))
  if (!known) {
    const before = there === '' || there.endsWith('\n') ? '' : '\n'
    await appendFile(file, `${before}${start}${escaped(password)}\n`, { mode: 0o600 })
  }
  await chmod(file, 0o600)
  return !known
}
