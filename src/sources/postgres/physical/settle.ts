import { chmod, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../../../domain/finding.ts'

const signals = ['standby.signal', 'recovery.signal'] as const

/**
 * Makes a restored data directory one that starts on its own: mode 0700, tablespaces linked to where they will be, and
 * not as a standby: it is to stand where the backup ended rather than follow the live server.
 */
export async function settle(
  data: string,
  tablespaces: ReadonlyMap<string, string>,
): Promise<readonly Finding[]> {
  for (const [oid, place] of tablespaces) {
    const link = join(data, 'pg_tblspc', oid)
    await rm(link, { force: true })
    await symlink(place, link)
  }
  let followed = false
  for (const name of signals) {
    followed =
      (await rm(join(data, name)).then(
        () => true,
        () => false,
      )) || followed
  }
  await chmod(data, 0o700)
  if (!followed) return []
  return [
    {
      severity: 'warning',
      code: 'standby-alone',
      message: 'the backup is of a standby; what is restored starts on its own instead of following a server',
      hint: 'Make standby.signal in the data directory if it is to be a standby again.',
    },
  ]
}
