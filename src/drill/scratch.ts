import { mkdir, rm, statfs } from 'node:fs/promises'
import { HoldfastError } from '../errors/error.ts'
import { makePrivateDirectory } from '../process/private-directory.ts'

/** Room for directory entries and rounding to blocks. */
const slack = 1.05

/**
 * An empty directory of mode 0700 below `parent` on a disk with room for `bytes`; removed with all that is in it when
 * disposed. Errors: `scratch-too-small`, `target-unwritable`.
 */
export async function openScratch(
  parent: string,
  bytes: number,
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  try {
    await mkdir(parent, { recursive: true })
    const { bavail, bsize } = await statfs(parent)
    const free = bavail * bsize
    if (free < bytes * slack) {
      throw new HoldfastError(
        'scratch-too-small',
        `a drill needs ${Math.ceil(bytes * slack)} bytes in ${parent}, ${free} are free`,
        {
          hint: 'Set scratch-dir in the job, or --scratch, to a directory on a larger disk.',
          context: { path: parent, needed: Math.ceil(bytes * slack), free },
        },
      )
    }
    const path = await makePrivateDirectory(parent, 'holdfast-drill')
    return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) }
  } catch (cause) {
    if (cause instanceof HoldfastError) throw cause
    throw new HoldfastError('target-unwritable', `cannot make a scratch directory in ${parent}`, {
      hint: 'Set scratch-dir in the job, or --scratch, to a directory that this user may write.',
      context: { path: parent },
      cause,
    })
  }
}
