import { lchown, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Gives a directory and all that is in it to somebody; links themselves, not what they lead to. */
export async function ownTree(path: string, uid: number, gid: number): Promise<void> {
  await lchown(path, uid, gid)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) await ownTree(inside, uid, gid)
    else await lchown(inside, uid, gid)
  }
}
