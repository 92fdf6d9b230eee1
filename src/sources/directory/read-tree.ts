import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { makePrivateDirectory } from '../../process/private-directory.ts'
import { spawnTool } from '../../process/spawn.ts'
import { archiveArgs, tarEnvironment } from './argv.ts'
import { findGnuTar } from './gnu-tar.ts'
import { readMembers } from './read-members.ts'
import type { TarMember } from './tar-member.ts'

/**
 * Walks a directory through GNU tar, every file hashed, in the order of the index: all directories, then all files by
 * directory. This way attributes, sparse files and any name or depth are read as a backup reads them.
 */
export async function* readTree(context: SourceContext, directory: string): AsyncGenerator<TarMember> {
  const tar = await findGnuTar(context)
  const own = await makePrivateDirectory(tmpdir(), 'holdfast-tar')
  const list = join(own, 'list')
  try {
    await (await open(list, 'wx', 0o600)).close()
    const tool = spawnTool({
      command: tar.command,
      args: [...archiveArgs, `--listed-incremental=${list}`, '-C', directory, '.'],
      environment: tarEnvironment(context.environment),
      signal: context.signal,
    })
    yield* readMembers(tool.stdout, { hash: true })
  } catch (error) {
    if (error instanceof HoldfastError && error.code === 'tool-failed') {
      throw new HoldfastError('verification-failed', `the restored tree cannot be read: ${error.message}`, {
        hint: 'Check the disk that it was restored to.',
        cause: error,
      })
    }
    throw error
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}
