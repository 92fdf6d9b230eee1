import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { SourceContext } from '../../../domain/source.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { runTool } from '../../../process/run-tool.ts'
import { writeStreamToFile } from '../../../process/write-file.ts'
import { requireRoom } from '../server/room.ts'
import type { DumpFormat } from './layout.ts'

/** Unpacks a dump in directory format, or only some of its files. Reads the stream to its end. */
async function extract(
  stream: Readable,
  directory: string,
  { environment, signal }: SourceContext,
  files: readonly string[],
): Promise<void> {
  await mkdir(directory, { mode: 0o700 })
  await runTool({
    command: 'tar',
    args: ['--extract', '--file=-', '--no-same-owner', `--directory=${directory}`, ...files],
    environment,
    signal,
    stdin: stream,
  })
}

/**
 * Calls `use` with the path of a dump on this host's disk, as pg_restore reads it, and removes it. `files`: only these of
 * a dump in directory format. Errors: `scratch-too-small`, `disk-full`, those of the stream.
 */
export async function unpacked<T>(
  { open, format, bytes }: { open(): Readable; readonly format: DumpFormat; readonly bytes: number },
  context: SourceContext,
  use: (path: string) => Promise<T>,
  files: readonly string[] = [],
): Promise<T> {
  await requireRoom(context.scratch, files.length === 0 ? bytes : 0, { what: 'unpacking a dump' })
  const directory = await makePrivateDirectory(context.scratch, 'holdfast-restore')
  try {
    const path = join(directory, 'dump')
    if (format === 'directory') await extract(open(), path, context, files)
    else await writeStreamToFile(open(), path, { overwrite: true, signal: context.signal })
    return await use(path)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
