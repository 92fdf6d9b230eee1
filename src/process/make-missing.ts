import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** Makes one directory; false where it is there already. */
async function makeOne(path: string, mode: number): Promise<boolean> {
  try {
    await mkdir(path, { mode })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return false
    throw error
  }
}

/**
 * Makes what lacks of the path of a directory; returns the topmost directory that it made, undefined where all was there.
 * Node's own `recursive` says ENOENT where the file system is read-only, which reads as if somebody had just removed
 * something, and tries for ever in a place like `/proc`, which takes no directories. Errors are those of the system.
 */
export async function makeMissing(path: string, mode = 0o777): Promise<string | undefined> {
  try {
    return (await makeOne(path, mode)) ? path : undefined
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
  }
  const above = await makeMissing(dirname(path), mode)
  const isOurs = await makeOne(path, mode)
  return above ?? (isOurs ? path : undefined)
}
