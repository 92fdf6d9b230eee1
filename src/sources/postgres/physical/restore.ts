import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type {
  Chain,
  ChainLink,
  RestoreOptions,
  RestoreResult,
  SourceContext,
} from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { writeStreamToFile } from '../../../process/write-file.ts'
import { targetUnsupported } from '../../target-unsupported.ts'
import type { PostgresSettings } from '../settings.ts'
import { restoreData } from './restore-data.ts'
import { serverControl } from './server-control.ts'
import { baseStream, tablespaceOf } from './streams.ts'

/** The link whose one archive is all there is; increments and tablespaces need a directory. */
function oneArchive(chain: Chain): ChainLink {
  const [link] = chain
  const spaces = link?.streams.some(({ name }) => tablespaceOf(name) !== undefined)
  if (link !== undefined && chain.length === 1 && spaces !== true) return link
  const why = chain.length > 1 ? 'a chain of backups' : 'a server with tablespaces'
  throw new HoldfastError('usage', `${why} is no single archive`, {
    hint: 'Restore it into a directory: --to DIRECTORY, or --to datadir:PATH.',
  })
}

function refuseParts({ include, tables = [] }: RestoreOptions): void {
  if (include.length === 0 && tables.length === 0) return
  throw new HoldfastError('usage', 'a copy of a whole server has no parts to choose from', {
    hint: 'Leave --include and --table out; start a server on the restored directory and dump the table from there.',
  })
}

/**
 * Restores a copied server: into a data directory, or its archive as it is to a file or standard output. Errors: `usage`
 * for what is no target of it, and those of {@link restoreData}.
 */
export async function restorePhysical(
  settings: PostgresSettings | undefined,
  context: SourceContext,
  chain: Chain,
  options: RestoreOptions,
): Promise<RestoreResult> {
  refuseParts(options)
  const { target, overwrite } = options
  const { signal } = context
  switch (target.type) {
    case 'directory':
      return restoreData(context, chain, { target: resolve(target.path), overwrite })
    case 'datadir':
      return restoreData(context, chain, {
        target: resolve(target.path),
        overwrite,
        control: serverControl(settings, context),
      })
    case 'file': {
      const stream = oneArchive(chain).open(baseStream.name)
      return {
        bytes: await writeStreamToFile(stream, resolve(target.path), { overwrite, signal }),
        warnings: [],
      }
    }
    case 'stdout': {
      const link = oneArchive(chain)
      await pipeline(link.open(baseStream.name), target.stream, { signal, end: false })
      return { bytes: link.streams.find(({ name }) => name === baseStream.name)?.bytes ?? 0, warnings: [] }
    }
    default:
      throw targetUnsupported('a copy of a whole server', target, ['directory', 'datadir', 'file', 'stdout'])
  }
}
