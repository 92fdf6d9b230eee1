import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Whom a server that refuses root runs as. */
export interface Unprivileged {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * The first of `names` that this host has, for servers that refuse to run as root; undefined where this process is no
 * root and starts them as itself.
 */
export async function unprivilegedUser(names: readonly string[]): Promise<Unprivileged | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const wanted of names) {
    const [name, , uid, gid] = users.find(([name]) => name === wanted) ?? []
    if (name !== undefined && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return { name: 'nobody', uid: 65_534, gid: 65_534 }
}

/** Whether that user may enter a directory and all that it lies in. */
export async function mayEnter(user: Unprivileged | undefined, directory: string): Promise<boolean> {
  if (user === undefined) return true
  for (let path = directory; ; path = dirname(path)) {
    const { mode, uid, gid } = await stat(path)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (path === dirname(path)) return true
  }
}
