import { basename, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type {
  Chain,
  ChainLink,
  RestoreOptions,
  RestoreResult,
  Source,
  SourceContext,
} from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { writeStreamToFile } from '../../process/write-file.ts'
import { targetUnsupported } from '../target-unsupported.ts'
import { captureDirectory } from './begin.ts'
import { checkContents } from './contents.ts'
import { drillTree } from './drill.ts'
import { treeStreamOf } from './extract-chain.ts'
import { preflightDirectory } from './preflight.ts'
import { restoreTree } from './restore.ts'
import { isArchive, restoreArchive } from './restore-archive.ts'
import { restorePaths } from './restore-paths.ts'
import { salvageTree } from './salvage/salvage.ts'
import { salvageArchive } from './salvage/salvage-archive.ts'
import type { DirectorySettings } from './settings.ts'
import { treeStream } from './tree-stream.ts'

export type { DirectorySettings } from './settings.ts'

/** A stream alone can only stand for a full backup: an increment needs the older ones under it. */
function onlyLink(chain: Chain, options: RestoreOptions): ChainLink {
  const [link] = chain
  if (link === undefined || chain.length > 1) {
    throw new HoldfastError('usage', 'an incremental backup cannot be written as one archive', {
      hint: 'Restore into a directory, or choose a backup of level 0.',
    })
  }
  if (options.include.length > 0) {
    throw new HoldfastError('usage', 'selected paths cannot be written as one archive', {
      hint: 'Restore into a directory, or leave out --include.',
    })
  }
  return link
}

async function restore(
  context: SourceContext,
  chain: Chain,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const { target, include, overwrite } = options
  switch (target.type) {
    case 'directory': {
      const path = resolve(target.path)
      if (isArchive(chain)) return restoreArchive(context, chain, path, overwrite)
      return include.length > 0
        ? restorePaths(context, chain, path, include, overwrite)
        : restoreTree(context, chain, path, overwrite)
    }
    case 'file': {
      const link = onlyLink(chain, options)
      const { signal } = context
      await writeStreamToFile(link.open(treeStream.name), resolve(target.path), { overwrite, signal })
      return { bytes: treeStreamOf(link).bytes, warnings: [] }
    }
    case 'stdout': {
      const link = onlyLink(chain, options)
      await pipeline(link.open(treeStream.name), target.stream, { signal: context.signal, end: false })
      return { bytes: treeStreamOf(link).bytes, warnings: [] }
    }
    case 'default':
      throw new HoldfastError('usage', 'a directory needs a place to be restored to', {
        hint: 'Add --to with a directory.',
      })
    default:
      throw targetUnsupported('a directory', target, ['directory', 'file', 'stdout'])
  }
}

/** A tree of files, archived by GNU tar, with increments of any level. */
export function createDirectorySource(settings: DirectorySettings): Source {
  return {
    type: 'directory',
    incremental: settings.format !== 'zip',
    templateWords: { basename: basename(resolve(settings.path)) },
    preflight: (context) => preflightDirectory(settings, context),
    capture: (context) => captureDirectory(settings, context),
    restore,
    salvage(context, chain, options) {
      const [only] = chain
      return only?.link !== undefined && isArchive([only.link])
        ? salvageArchive(context, only.link, options)
        : salvageTree(context, chain, options)
    },
    drill: drillTree,
    contents: (context, chain) => checkContents(chain, context.signal),
  }
}
