import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import type { BenchPlace } from '../physical/bench.ts'
import { parseCheckpoints, readPairs } from '../physical/messages.ts'
import { prepareDirectory } from '../physical/prepare.ts'
import { type RemoteTables, takeLinks } from '../physical/remote-tables.ts'
import { parseServerVersion, type Version } from '../server/flavor.ts'
import { liftedOf, type Origin } from './origin.ts'

function notOne(link: ChainLink, why: string): HoldfastError {
  return new HoldfastError('restore-failed', `${link.id} is no copy of a server: ${why}`, {
    hint: 'Restore it as files (--to DIRECTORY/) and look.',
    context: { id: link.id },
  })
}

async function untar(context: SourceContext, link: ChainLink, directory: string): Promise<void> {
  const { environment, signal } = context
  const outcome = await runTool({
    command: 'tar',
    // `-i`: else tar leaves at the end of the archive, maybe before its checksum was looked at.
    args: ['-x', '-i', '-f', '-', '--no-same-owner', '-C', directory],
    environment: { ...environment, LC_ALL: 'C' },
    stdin: link.open('archive'),
    signal,
  })
  if (!outcome.inputComplete) throw notOne(link, 'tar stopped before its end')
}

/** The data lies in a folder of the archive: that becomes the directory itself. */
async function liftOnly(link: ChainLink, directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true })
  if (entries.some(({ name }) => name === 'ibdata1' || name === 'xtrabackup_checkpoints')) return
  const [only] = entries
  if (entries.length !== 1 || only?.isDirectory() !== true) throw notOne(link, 'it has no files of InnoDB')
  const aside = liftedOf(directory)
  await rename(join(directory, only.name), aside)
  await rm(directory, { recursive: true })
  await rename(aside, directory)
  if (!(await readdir(directory)).includes('ibdata1')) throw notOne(link, 'it has no files of InnoDB')
}

const infoFiles = ['xtrabackup_info', 'mariadb_backup_info']
const checkpointFiles = ['xtrabackup_checkpoints', 'mariadb_backup_checkpoints']

async function firstOf(directory: string, names: readonly string[]): Promise<string> {
  for (const name of names) {
    const text = await readFile(join(directory, name), 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  return ''
}

async function versionOf(link: ChainLink, directory: string): Promise<Version> {
  const text = readPairs(await firstOf(directory, infoFiles)).get('server_version') ?? ''
  const version = parseServerVersion(text)
  if (version !== undefined) return version
  throw notOne(link, 'it does not say of which version the server was')
}

/**
 * An archive of a hot copy that was prepared before it was packed, with or without a folder around it. One that says that
 * it was not is prepared. Errors: `restore-failed`, those of the stream.
 */
export function fromPreparedArchive(link: ChainLink, place: BenchPlace): Origin {
  return {
    // Packed: nobody knows how many they become.
    bytes: Number(link.description.storedBytes ?? 0),
    async stage(context, directory) {
      await mkdir(directory, { mode: 0o700 })
      await untar(context, link, directory)
      await liftOnly(link, directory)
      const remote: RemoteTables = new Map()
      await takeLinks(directory, remote)
      const version = await versionOf(link, directory)
      // Of a prepared one the tools say full-prepared or log-applied.
      const type = parseCheckpoints(await firstOf(directory, checkpointFiles))?.type
      if (type === 'incremental') throw notOne(link, 'it is an increment of another one')
      if (type === 'full-backuped') await prepareDirectory(context, version, directory, place)
      return { version, options: [], remote, outside: [] }
    },
  }
}
