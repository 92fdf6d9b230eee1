import { mkdir, rm, statfs } from 'node:fs/promises'
import { HoldfastError } from '../../errors/error.ts'
import { makePrivateDirectory } from '../../process/private-directory.ts'

/** A directory of mode 0700 for what cannot stream. What a killed process left behind goes with the next one. */
export interface Spool {
  readonly path: string
  /** Errors: `scratch-too-small` where `bytes` more do not fit. */
  checkRoom(bytes: number): Promise<void>
  remove(): Promise<void>
}

/** Room for directory entries and rounding to blocks. */
const slack = 1024 * 1024

async function checkRoom(parent: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(parent)
  const [needed, free] = [bytes + slack, bavail * bsize]
  if (free >= needed) return
  throw new HoldfastError(
    'scratch-too-small',
    `a 7z archive needs ${needed} bytes in ${parent}, ${free} are free`,
    {
      hint: 'Set spool of the job to a directory on a larger disk.',
      context: { path: parent, needed, free },
    },
  )
}

/** Makes a spool below `parent` with room for `bytes`. Errors: `scratch-too-small`, `target-unwritable`. */
export async function openSpool(parent: string, bytes: number): Promise<Spool> {
  try {
    await mkdir(parent, { recursive: true })
    await checkRoom(parent, bytes)
    const path = await makePrivateDirectory(parent, 'holdfast-spool')
    return {
      path,
      checkRoom: (more) => checkRoom(parent, more),
      remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
    }
  } catch (cause) {
    if (cause instanceof HoldfastError) throw cause
    throw new HoldfastError('target-unwritable', `cannot make a spool directory in ${parent}`, {
      hint: 'Set spool of the job to a directory that this user may write.',
      context: { path: parent },
      cause,
    })
  }
}
