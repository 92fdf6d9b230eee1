import type { Chain, RestoreOptions, RestoreResult, SourceContext } from '../../../domain/source.ts'
import { targetUnsupported } from '../../target-unsupported.ts'
import { storedDump } from './layout.ts'
import { restoreToFiles } from './to-files.ts'
import { restoreToServer } from './to-server.ts'

/** Restores dumps into a server, a file, a directory or standard output. `jobs`: workers of one database. */
export async function restoreDump(
  jobs: number,
  context: SourceContext,
  chain: Chain,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const dump = storedDump(chain)
  const { target } = options
  switch (target.type) {
    case 'database':
      return restoreToServer(context, dump, target, { ...options, jobs })
    case 'file':
    case 'directory':
    case 'stdout':
      return restoreToFiles(context, dump, target, options)
    default:
      throw targetUnsupported('a dump', target, ['database', 'file', 'directory', 'stdout'])
  }
}
