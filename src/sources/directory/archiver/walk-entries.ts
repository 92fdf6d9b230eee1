import type { BigIntStats } from 'node:fs'
import { lstat, readlink } from 'node:fs/promises'
import type { ByteString } from '../../../domain/index-entry.ts'
import { childPath, fileSystemPath } from '../byte-paths.ts'
import type { Selection } from '../state.ts'
import type { Complaints } from '../verdict.ts'
import { complaintOf, type ListedDirectory } from '../walk/list-tree.ts'
import { type OpenFile, openFile } from '../walk/read-file.ts'

/** Anything but a directory, ready to be archived. */
export type WalkedEntry = { readonly path: ByteString; readonly stats: BigIntStats } & (
  | { readonly kind: 'file'; readonly file: OpenFile }
  | { readonly kind: 'symlink' | 'hardlink'; readonly target: ByteString }
  | { readonly kind: 'fifo' | 'character' | 'block' }
)

export interface WalkOptions {
  readonly complaints: Pick<Complaints, 'note'>
  readonly signal: AbortSignal
  /** Whether later names of a file are links to its first one; else each is a file of its own. */
  readonly links: boolean
}

function specialKind(stats: BigIntStats): 'fifo' | 'character' | 'block' | undefined {
  if (stats.isFIFO()) return 'fifo'
  if (stats.isCharacterDevice()) return 'character'
  return stats.isBlockDevice() ? 'block' : undefined
}

/**
 * Opens what the directories list, in the order of the index. A file is open only until the next one is asked for, and
 * closed by whoever takes it. What vanished or cannot be read is a complaint.
 */
export async function* walkEntries(
  selection: Selection,
  directories: readonly ListedDirectory[],
  { complaints, signal, links }: WalkOptions,
): AsyncGenerator<WalkedEntry> {
  const first = new Map<string, ByteString>()

  async function open(path: ByteString): Promise<WalkedEntry | undefined> {
    const place = fileSystemPath(selection.path, path)
    const seen = await lstat(place, { bigint: true })
    const inode = `${seen.dev}:${seen.ino}`
    const linked = links && seen.nlink > 1n ? first.get(inode) : undefined
    if (linked !== undefined) return { kind: 'hardlink', path, stats: seen, target: linked }
    const entry = await openOwn(path, place, seen)
    if (entry !== undefined && seen.nlink > 1n) first.set(inode, path)
    return entry
  }

  async function openOwn(
    path: ByteString,
    place: Buffer,
    seen: BigIntStats,
  ): Promise<WalkedEntry | undefined> {
    if (seen.isSymbolicLink()) {
      const target = (await readlink(place, { encoding: 'buffer' })).toString('latin1')
      return { kind: 'symlink', path, stats: seen, target }
    }
    const special = specialKind(seen)
    if (special !== undefined) return { kind: special, path, stats: seen }
    const file = await openFile(place)
    if (!file.stats.isFile()) {
      await file.handle.close()
      complaints.note('vanished', path)
      return undefined
    }
    return { kind: 'file', path, stats: file.stats, file }
  }

  for (const { path: directory, names } of directories) {
    for (const { name, directory: isDirectory } of names) {
      if (isDirectory) continue
      signal.throwIfAborted()
      const path = childPath(directory, name)
      const entry = await open(path).catch((error) => complaints.note(complaintOf(error), path))
      if (entry !== undefined) yield entry
    }
  }
}
