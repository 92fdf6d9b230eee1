import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files that a server keeps locked while it runs. */
const locked = ['ibdata1', 'aria_log_control']

/** Whether a server of this host runs on a data directory: by the locks that the kernel knows of. */
export async function isInUse(datadir: string): Promise<boolean> {
  const locks = await readFile('/proc/locks', 'utf8').catch(() => '')
  for (const name of locked) {
    const stats = await stat(join(datadir, name)).catch(() => undefined)
    if (stats !== undefined && new RegExp(`:${stats.ino} `).test(locks)) return true
  }
  return false
}
