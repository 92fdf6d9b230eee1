import { lstat, mkdtemp, rename, rmdir } from 'node:fs/promises'
import type { ByteString, IndexEntry } from '../../domain/index-entry.ts'
import { moveChildren } from '../stage.ts'
import { fileSystemPath } from './byte-paths.ts'

export interface DirectoryAttributes {
  /** Notes a directory of the stream that is about to be extracted. */
  note(entry: IndexEntry): void
  /** Makes those directories anew whose older attributes must not stay; before tar gets to see them. */
  settle(): Promise<void>
  /** Whether the root needs the same, once everything is extracted. */
  rootIsStale(): boolean
}

/** Replaces a directory by a new one with the same children: the only way to be rid of its attributes with any tool set. */
export async function renewDirectory(path: Buffer, beside: string): Promise<void> {
  const stats = await lstat(path)
  if (!stats.isDirectory()) return
  const fresh = Buffer.from(await mkdtemp(`${beside}-renewed-`))
  await moveChildren(path, fresh, [])
  await rmdir(path)
  await rename(fresh, path)
}

/**
 * Extracting an increment sets what a directory has, but does not take away extended attributes and ACLs that an older
 * link gave it. This follows the directories of a chain and renews those that lost or changed any.
 */
export function createDirectoryAttributes(root: string): DirectoryAttributes {
  const known = new Map<ByteString, string>()
  const stale: ByteString[] = []
  let rootStale = false
  return {
    note(entry) {
      if (entry.kind !== 'directory') return
      const older = known.get(entry.path)
      if (entry.attributes === undefined) known.delete(entry.path)
      else known.set(entry.path, entry.attributes)
      if (older === undefined || older === entry.attributes) return
      if (entry.path === '') rootStale = true
      else stale.push(entry.path)
    },
    async settle() {
      for (const path of stale.splice(0)) {
        await renewDirectory(fileSystemPath(root, path), root).catch((error: NodeJS.ErrnoException) => {
          // Gone, or something else by now: then there is nothing to be rid of.
          if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
        })
      }
    },
    rootIsStale: () => rootStale,
  }
}
