import { access, stat } from 'node:fs/promises'
import type { SourceContext } from '../../../domain/source.ts'
import { runTool } from '../../../process/run-tool.ts'
import { findTool } from '../../../process/tools.ts'
import { unprivilegedUser } from '../../../process/unprivileged.ts'

export interface Ids {
  readonly uid: number
  readonly gid: number
}

/** Whom the servers in the images of MySQL and MariaDB run as. */
const containerIds: Ids = { uid: 999, gid: 999 }

/** Whom the new data is to belong to: the owner of the old, else that of containers, else `mysql`, else whoever restores. */
export async function ownerOf(datadir: string, inContainer: boolean): Promise<Ids | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const old = await stat(datadir).catch(() => undefined)
  if (old !== undefined && (old.uid !== 0 || !inContainer)) return { uid: old.uid, gid: old.gid }
  if (inContainer) return containerIds
  const user = await unprivilegedUser(['mysql'])
  // Who tried the data is no owner for it.
  return user?.name === 'mysql' ? user : { uid: 0, gid: 0 }
}

/** Gives a directory and all in it to an owner. */
export async function giveTo(context: SourceContext, directory: string, { uid, gid }: Ids): Promise<void> {
  const { environment, signal } = context
  const args = ['-R', '--no-dereference', `${uid}:${gid}`, '--', directory]
  await runTool({ command: 'chown', args, environment, signal })
}

/** There is this file only where the kernel has labels. */
const selinux = '/sys/fs/selinux/enforce'

/**
 * Gives the new data the SELinux label of the old, where the kernel has labels. What cannot be labelled, such as on a disk
 * without labels, is a warning: a server that may not read it does not come up, and the restore is undone.
 */
export async function labelLike(
  context: SourceContext,
  directory: string,
  like: string,
  kernel: string = selinux,
): Promise<void> {
  const { environment, signal } = context
  const there = await access(kernel).then(
    () => true,
    () => false,
  )
  if (!there || (await findTool('chcon', environment)) === undefined) return
  try {
    const args = ['-R', `--reference=${like}`, '--', directory]
    await runTool({ command: 'chcon', args, environment, signal })
  } catch (error) {
    signal.throwIfAborted()
    context.warn({
      severity: 'warning',
      code: 'label-not-set',
      message: `the SELinux label of ${like} could not be given to the restored data: ${(error as Error).message}`,
      hint: 'If the server may not read its data, run restorecon -R on its data directory.',
    })
  }
}
