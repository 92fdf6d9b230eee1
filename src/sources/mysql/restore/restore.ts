import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type {
  Chain,
  ChainLink,
  RestoreOptions,
  RestoreResult,
  RestoreTarget,
  SourceContext,
} from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { writeStreamToFile } from '../../../process/write-file.ts'
import { targetUnsupported } from '../../target-unsupported.ts'
import { dumpStream, usersStream } from '../logical/streams.ts'
import type { BenchPlace } from '../physical/bench.ts'
import { copyStream } from '../physical/streams.ts'
import { fromChain } from '../place/origin.ts'
import { fromPreparedArchive } from '../place/prepared-archive.ts'
import { restoreToDatadir } from '../place/restore.ts'
import type { MysqlSettings } from '../settings.ts'
import { restoreToServer } from './database.ts'
import { bytesOf, onlyLink } from './link.ts'

/** Restores a dump: into a server, to a file (the accounts beside it), or to standard output. */
export async function restoreDump(
  context: SourceContext,
  chain: Chain,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const { target, overwrite, include } = options
  const { signal } = context
  if (include.length > 0) {
    throw new HoldfastError('usage', 'a dump has no paths to choose from', {
      hint: 'Name tables with --table, or leave out --include.',
    })
  }
  const link = onlyLink(chain)
  const hasUsers = link.streams.some(({ name }) => name === usersStream)
  switch (target.type) {
    case 'database':
      return restoreToServer(context, chain, target.url, options)
    case 'file':
    case 'directory': {
      const path =
        target.type === 'file' ? resolve(target.path) : join(resolve(target.path), `${context.job}.sql`)
      await writeStreamToFile(link.open(dumpStream), path, { overwrite, signal })
      if (hasUsers)
        await writeStreamToFile(link.open(usersStream), `${path}.users.sql`, { overwrite, signal })
      return { bytes: bytesOf(chain), warnings: [] }
    }
    case 'stdout':
      await pipeline(link.open(dumpStream), target.stream, { signal, end: false })
      return { bytes: bytesOf(chain), warnings: [] }
    case 'default':
      throw new HoldfastError('usage', 'a dump needs a place to be restored to', {
        hint: 'Add --to env:NAME with the URL of a server, or --to with a file.',
      })
    default:
      throw targetUnsupported('a dump', target, ['database', 'file', 'stdout'])
  }
}

/** Writes a single hot copy as the stream that it is: `mbstream -x` or `xbstream -x` unpacks it. */
async function copyToFile(
  context: SourceContext,
  chain: Chain,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const { target, overwrite } = options
  const { signal } = context
  const [link] = chain
  if (link === undefined || chain.length > 1) {
    throw new HoldfastError('usage', 'a hot copy with increments cannot be written as one stream', {
      hint: 'Restore it with --to datadir:PATH, or choose a backup of level 0.',
    })
  }
  if (target.type === 'stdout') await pipeline(link.open(copyStream), target.stream, { signal, end: false })
  else if (target.type === 'file') {
    await writeStreamToFile(link.open(copyStream), resolve(target.path), { overwrite, signal })
  }
  return { bytes: bytesOf(chain), warnings: [] }
}

/** Where copies are prepared if this host cannot: in the image of the very server, where it has one. */
function benchOf({ dockerCommand, container }: MysqlSettings, target: RestoreTarget): BenchPlace {
  return { docker: dockerCommand, container: target.type === 'container' ? target.container : container }
}

/** Restores a chain of hot copies: into a data directory, whose server is then started on it, or a full one to a file. */
export async function restoreCopy(
  settings: MysqlSettings,
  context: SourceContext,
  chain: Chain,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const { target, include, tables = [] } = options
  if (include.length > 0 || tables.length > 0) {
    throw new HoldfastError('usage', 'a hot copy is restored whole', {
      hint: 'Leave out --include and --table, or restore it elsewhere and dump what you want from there.',
    })
  }
  switch (target.type) {
    case 'datadir':
    case 'container':
    case 'default':
      return restoreToDatadir(settings, context, fromChain(chain, benchOf(settings, target)), options)
    case 'file':
    case 'stdout':
      return copyToFile(context, chain, options)
    default:
      throw targetUnsupported('a hot copy', target, ['datadir', 'container', 'file', 'stdout'])
  }
}

/** Restores what another tool packed of a hot copy that it had prepared: into a data directory or a container. */
export async function restorePrepared(
  settings: MysqlSettings,
  context: SourceContext,
  link: ChainLink,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const { target } = options
  if (settings.method === 'physical' && (target.type === 'datadir' || target.type === 'container')) {
    return restoreToDatadir(settings, context, fromPreparedArchive(link, benchOf(settings, target)), options)
  }
  throw targetUnsupported('what another tool packed', target, ['datadir', 'container', 'directory', 'file'])
}
