import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import { baseStream, manifestStream, tablespaceOf } from './streams.ts'

/** A backup of a chain as files. */
export interface ExtractedLevel {
  readonly id: string
  readonly data: string
  /** Directories of the tablespaces by oid; `pg_tblspc` of the data directory leads there. */
  readonly tablespaces: ReadonlyMap<string, string>
}

/** Whether this process may give files away. */
export const isRoot = (): boolean => process.geteuid?.() === 0

/** Extracts one archive of a server into an empty directory. A root keeps the owners that the server's host had. */
async function extractArchive(
  context: SourceContext,
  link: ChainLink,
  stream: string,
  directory: string,
): Promise<void> {
  const { environment, signal } = context
  const owner = isRoot() ? ['--numeric-owner', '--same-owner'] : ['--no-same-owner']
  const outcome = await runTool({
    command: 'tar',
    // `-i`: else tar leaves at the two blocks of zeros that end an archive, maybe before it was given all of it.
    args: ['-x', '-p', '-i', '-f', '-', ...owner, '-C', directory],
    environment: { ...environment, LC_ALL: 'C' },
    stdin: link.open(stream),
    signal,
  })
  if (outcome.inputComplete) return
  throw new HoldfastError('restore-failed', 'tar stopped before the end of the archive', {
    hint: 'Verify the backup: `holdfast verify --depth contents`.',
    context: { id: link.id, stream },
  })
}

/**
 * Extracts a backup: its data directory into `data`, each tablespace into a directory of its own below `spaces`. Errors:
 * `tool-failed` with what tar said, those of the streams, `manifest-damaged` where it is no such backup.
 */
export async function extractLevel(
  context: SourceContext,
  link: ChainLink,
  { data, spaces }: { readonly data: string; readonly spaces: string },
): Promise<ExtractedLevel> {
  if (!link.streams.some(({ name }) => name === baseStream.name)) {
    throw new HoldfastError('manifest-damaged', `backup ${link.id} holds no data directory`, {
      hint: 'Restore another backup.',
      context: { id: link.id },
    })
  }
  await mkdir(data, { recursive: true, mode: 0o700 })
  await extractArchive(context, link, baseStream.name, data)
  const tablespaces = new Map<string, string>()
  for (const { name } of link.streams) {
    const oid = tablespaceOf(name)
    if (oid === undefined) continue
    const directory = join(spaces, oid)
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await extractArchive(context, link, name, directory)
    await symlink(directory, join(data, 'pg_tblspc', oid))
    tablespaces.set(oid, directory)
  }
  // Of an archive on standard output it is a part; beside several archives it is a file of its own.
  await writeFile(join(data, 'backup_manifest'), await buffer(link.open(manifestStream.name)), {
    mode: 0o600,
  })
  return { id: link.id, data, tablespaces }
}
