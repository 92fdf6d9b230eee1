import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { runTool } from '../../../process/run-tool.ts'

/** True when a file system is mounted at `path`: it cannot be renamed. */
export async function isMountPoint(path: string): Promise<boolean> {
  const [own, parent] = await Promise.all([stat(path), stat(join(path, '..'))])
  return own.dev !== parent.dev || own.ino === parent.ino
}

/** Renames; copies with everything kept, and removes the original, where the two lie on different disks. */
async function moveOne(context: SourceContext, from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    const { environment, signal } = context
    await runTool({ command: 'cp', args: ['-a', '--', from, to], environment, signal })
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
  for (const name of await readdir(from)) await moveOne(context, join(from, name), join(to, name))
}
