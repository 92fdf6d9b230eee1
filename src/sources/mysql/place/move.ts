import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { runTool } from '../../../process/run-tool.ts'

/** True when a file system is mounted at `path`: it cannot be renamed. */
export async function isMountPoint(path: string): Promise<boolean> {
  const [own, parent] = await Promise.all([stat(path), stat(join(path, '..'))])
  return own.dev !== parent.dev || own.ino === parent.ino
}

/** Whether what is moved from one directory to the other is renamed: both lie on one disk. */
export async function isOneDisk(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one), stat(other)])
  return a.dev === b.dev
}

/** Renames; copies with everything kept, and removes the original, where the two lie on different disks. */
async function moveOne(context: SourceContext, from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    const { environment, signal } = context
    try {
      await runTool({ command: 'cp', args: ['-aT', '--', from, to], environment, signal })
    } catch (failed) {
      // Each entry is whole on one side: what brings everything back then moves whole ones only.
      await rm(to, { recursive: true, force: true })
      throw failed
    }
    await rm(from, { recursive: true })
  }
}

/** Moves a directory to a place that is not there yet; of a mount point, and into one, what it holds. */
export async function moveDirectory(
  context: SourceContext,
  from: string,
  to: string,
  contents: boolean,
): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  if (!contents) return moveOne(context, from, to)
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of await readdir(from)) {
    // Of the disk itself, not of what lies on it.
    if (name === 'lost+found') continue
    await moveOne(context, join(from, name), join(to, name))
  }
}
