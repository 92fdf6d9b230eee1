import type { RestoreTarget } from '../../domain/source.ts'
import { formatBytes } from '../../report/bytes.ts'
import type { FoundBackup } from '../repository/find.ts'
import type { RestoreCommandOptions } from './options.ts'
import { targetName } from './target.ts'

/** What is asked before a restore, and shown as its plan. */
export function question(found: FoundBackup, target: RestoreTarget, options: RestoreCommandOptions): string {
  const { entry, chain, destination } = found
  const parts = [...options.include, ...(options.tables ?? [])]
  const what =
    options.salvage === true
      ? `what is undamaged of ${parts.join(', ') || entry.job}`
      : parts.length === 0
        ? `all of ${entry.job}`
        : `${parts.join(', ')} of ${entry.job}`
  const links = chain.length === 1 ? 'a full backup' : `a chain of ${chain.length} backups`
  const size = formatBytes(chain.reduce((sum, { stats }) => sum + stats.storedBytes, 0))
  const replace = options.overwrite ? ' What is there is replaced.' : ''
  return `Restore ${what} as of ${entry.createdAt.toISOString()} (${links}, ${size} stored at ${destination.name}) to ${targetName(target)}?${replace}`
}
