import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/**
 * Makes what lacks of the path of a directory; returns the topmost directory that it made, undefined where all was there.
 * Node's own `recursive` says ENOENT where the file system is read-only, which reads as if somebody had just removed
 * something; this one says EROFS. Errors are those of the system.
 */
export async function makeMissing(path: string, mode = 0o777): Promise<string | undefined> {
  try {
    await mkdir(path, { mode })
    return path
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return undefined
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
  }
  const above = await makeMissing(dirname(path), mode)
  const own = await makeMissing(path, mode)
  return above ?? own
}
