import { chmod } from 'node:fs/promises'
import type { ByteString, IndexEntry } from '../../domain/index-entry.ts'
import { fileSystemPath } from './byte-paths.ts'

const ownerAll = 0o700

export interface ClosedDirectories {
  /** Notes an entry of the stream. */
  note(entry: IndexEntry): void
  /** Lets the owner in everywhere, before the next link is extracted; that one sets all modes anew. */
  open(): Promise<void>
}

/**
 * Directories that their own owner may not write. Only root can extract a second link into them, or delete what the
 * second link no longer has.
 */
export function createClosedDirectories(root: string): ClosedDirectories {
  const closed = new Map<ByteString, number>()
  return {
    note(entry) {
      if (entry.kind === 'directory' && (entry.mode & ownerAll) !== ownerAll)
        closed.set(entry.path, entry.mode)
    },
    async open() {
      for (const [path, mode] of [...closed].toSorted(([a], [b]) => (a < b ? -1 : 1)))
        await chmod(fileSystemPath(root, path), mode | ownerAll).catch(() => undefined)
      closed.clear()
    },
  }
}
