import { chmod, chown, mkdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CopyKeeper } from '../../../domain/copy.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { pidOfToken } from '../../../process/running-process.ts'
import { mayEnter, type Unprivileged } from '../../../process/unprivileged.ts'

/** Where a throwaway server of this host keeps its files. */
export interface ClusterPlace {
  /** For the data directory; not made yet. */
  readonly data: string
  /** The directory of its socket, which its user alone may enter. */
  readonly socket: string
  readonly directories: readonly string[]
  remove(): Promise<void>
}

/** A socket's path may have 107 bytes; the file's own name takes some of them. */
const longestSocketDirectory = 85

/** What an empty cluster and its log take, in bytes. */
const emptyCluster = 150 * 1024 ** 2

async function usable(parent: string, user: Unprivileged | undefined, bytes: number): Promise<boolean> {
  if (!(await mayEnter(user, parent).catch(() => false))) return false
  const { bavail, bsize } = await statfs(parent)
  return bavail * bsize >= bytes
}

/**
 * Makes room for a cluster of `bytes`: below `scratch` where the server's user may go there and it fits, else in the
 * system's temporary directories. Errors: `scratch-too-small`.
 */
export async function placeCluster(
  {
    scratch,
    bytes,
    keeper,
  }: { readonly scratch: string; readonly bytes: number; readonly keeper?: CopyKeeper | undefined },
  user: Unprivileged | undefined,
  context: SourceContext,
): Promise<ClusterPlace> {
  const needed = bytes + emptyCluster
  const parents = [...new Set([scratch, context.scratch, tmpdir(), '/var/tmp', '/tmp'])]
  let parent: string | undefined
  for (const candidate of parents) {
    if (await usable(candidate, user, needed).catch(() => false)) {
      parent = candidate
      break
    }
  }
  if (parent === undefined) {
    throw new HoldfastError(
      'scratch-too-small',
      `a throwaway server needs ${needed} bytes${user === undefined ? '' : ` in a directory that ${user.name} may enter`}`,
      {
        hint: 'Set scratch-dir in the job to a directory on a larger disk, which others may enter (chmod o+x).',
        context: { needed, paths: parents },
      },
    )
  }
  const directories: string[] = []
  const own = async (where: string): Promise<string> => {
    const path = await makePrivateDirectory(where, 'holdfast-pg', keeper && pidOfToken(keeper.owner))
    directories.push(path)
    if (user !== undefined) await chown(path, user.uid, user.gid)
    return path
  }
  const remove = async (): Promise<void> => {
    const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }
    for (const directory of directories) await rm(directory, options)
  }
  try {
    const base = await own(parent)
    const short = base.length <= longestSocketDirectory - '/socket'.length
    const socket = short ? join(base, 'socket') : await own('/tmp')
    if (short) await mkdir(socket, { mode: 0o700 })
    if (user !== undefined) await chown(socket, user.uid, user.gid)
    await chmod(socket, 0o700)
    return { data: join(base, 'data'), socket, directories, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
