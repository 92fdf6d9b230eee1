import { unlink } from 'node:fs/promises'
import type { ByteString } from '../../domain/index-entry.ts'
import type { ChainLink } from '../../domain/source.ts'
import { displayPath, fileSystemPath } from './byte-paths.ts'
import type { TreeObserver } from './tree-observer.ts'

/**
 * Names that an increment lists but does not hold still lie there from an older link. What vanished while it was
 * backed up is removed; of what could not be read the older version stays, and is reported.
 */
export async function dropVanished(
  link: ChainLink,
  observer: TreeObserver,
  directory: string,
): Promise<readonly ByteString[]> {
  const unread = new Set(link.unread)
  const kept: ByteString[] = []
  for (const path of observer.allMissing()) {
    if (unread.has(displayPath(path))) kept.push(path)
    else await unlink(fileSystemPath(directory, path)).catch(() => undefined)
  }
  return kept
}
