import type { ByteString } from '../../domain/index-entry.ts'
import { parentOf, relativePath } from './byte-paths.ts'
import { nameIn, withoutNames } from './dumpdir.ts'
import type { SnapshotFile } from './snapshot-file.ts'

/** Groups of paths that are hard links to one file each. */
export type LinkGroups = readonly (readonly ByteString[])[]

/**
 * Renaming a directory moves the names in it without touching the files. The moved ones are dumped anew, as files of
 * their own, while names elsewhere would count as unchanged: a restore would make two files of one. So when a group has
 * a name in a directory that is no longer known, all its names are taken out of the list and dumped together again.
 */
export function forgetBrokenGroups(snapshot: SnapshotFile, groups: LinkGroups): SnapshotFile {
  const known = new Set(snapshot.directories.map(({ name }) => relativePath(name)))
  const forgotten = new Map<ByteString, Set<ByteString>>()
  for (const group of groups) {
    if (group.every((path) => known.has(parentOf(path) ?? ''))) continue
    for (const path of group) {
      const directory = parentOf(path) ?? ''
      const names = forgotten.get(directory) ?? new Set()
      forgotten.set(directory, names.add(nameIn(directory, path)))
    }
  }
  if (forgotten.size === 0) return snapshot
  const directories = snapshot.directories.map((directory) => {
    const names = forgotten.get(relativePath(directory.name))
    return names === undefined ? directory : { ...directory, names: withoutNames(directory.names, names) }
  })
  return { ...snapshot, directories }
}

export interface LinkTracker {
  /** A later name of a file whose first name is `target`. */
  addLink(path: ByteString, target: ByteString): void
  /** A name that did not change since the parent. */
  addUnchanged(path: ByteString): void
  /** The groups for the next increment: those of this archive, and the older ones as far as they did not change. */
  groups(): LinkGroups
}

/** Collects groups of hard links while an archive passes. `older` are the parent's. */
export function createLinkTracker(older: LinkGroups): LinkTracker {
  const fresh = new Map<ByteString, ByteString[]>()
  const olderNames = new Map<ByteString, number>()
  for (const [number, group] of older.entries()) for (const path of group) olderNames.set(path, number)
  const kept = new Map<number, ByteString[]>()
  return {
    addLink(path, target) {
      const group = fresh.get(target)
      if (group === undefined) fresh.set(target, [target, path])
      else group.push(path)
    },
    addUnchanged(path) {
      const number = olderNames.get(path)
      if (number === undefined) return
      const group = kept.get(number)
      if (group === undefined) kept.set(number, [path])
      else group.push(path)
    },
    groups: () => [...fresh.values(), ...[...kept.values()].filter((group) => group.length > 1)],
  }
}
