import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { writeStreamToFile } from '../../../process/write-file.ts'

/** Calls `use` with a file that holds a stream of `bytes`, and removes it. Errors: `scratch-too-small`, `disk-full`. */
export async function spooled<T>(
  stream: Readable,
  bytes: number,
  context: SourceContext,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const { bavail, bsize } = await statfs(context.scratch)
  if (bavail * bsize < bytes) {
    stream.destroy()
    throw new HoldfastError(
      'scratch-too-small',
      `a parallel restore needs ${bytes} bytes in ${context.scratch}`,
      {
        hint: 'Set scratch-dir in the job to a directory on a larger disk, or jobs: 1 in its source.',
        context: { path: context.scratch, needed: bytes, free: bavail * bsize },
      },
    )
  }
  const directory = await makePrivateDirectory(context.scratch, 'holdfast-restore')
  try {
    const path = join(directory, 'dump')
    await writeStreamToFile(stream, path, { overwrite: true, signal: context.signal })
    return await use(path)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
