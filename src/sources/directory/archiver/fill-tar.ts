import type { BigIntStats } from 'node:fs'
import type { ByteString } from '../../../domain/index-entry.ts'
import type { ListedDirectory } from '../walk/list-tree.ts'
import { appendFile } from './append-file.ts'
import type { Archive, ArchiveEntry } from './archive.ts'
import { metadataOf, textOf } from './entry-of.ts'
import type { FillOptions } from './fill-options.ts'
import { type WalkedEntry, walkEntries } from './walk-entries.ts'

/** The names of a directory as GNU tar lists them in an incremental archive. */
function dumpdirOf(names: ListedDirectory['names']): string {
  const lines = names.flatMap(({ name, directory }) => {
    const text = textOf(name)
    return text === undefined ? [] : [`${directory ? 'D' : 'Y'}${text}\0`]
  })
  return `${lines.join('')}\0`
}

/** Header fields that tar-stream cannot get wrong: names and times stand in extended records, which count. */
function entryOf(
  path: string,
  stats: BigIntStats,
  type: NonNullable<ArchiveEntry['type']>,
  extra: Readonly<Record<string, string>> = {},
): ArchiveEntry {
  const { mode, uid, gid, mtime } = metadataOf(stats)
  const seconds = Number(stats.mtimeNs / 1_000_000_000n)
  return {
    name: 'entry',
    type,
    // As text with the bits of its kind: a mode of 0 would be taken for none given, and become 0644.
    mode: String(0o100000 | mode) as unknown as number,
    uid,
    gid,
    date: new Date(Math.max(0, seconds) * 1000),
    pax: { ...extra, path, mtime, uid: String(uid), gid: String(gid) },
  }
}

/** Major and minor of a device number of Linux. */
function deviceOf(rdev: bigint): { devmajor: number; devminor: number } {
  return {
    devmajor: Number(((rdev >> 8n) & 0xfffn) | ((rdev >> 32n) & ~0xfffn)),
    devminor: Number((rdev & 0xffn) | ((rdev >> 12n) & ~0xffn)),
  }
}

const none = Buffer.alloc(0)

/** Writes a tree as GNU tar would write it as a full, incremental archive: directories with their names, then all files. */
export async function fillTar(archive: Archive, options: FillOptions): Promise<void> {
  const { complaints, selection, directories, signal, unstorable } = options
  const nameOf = (path: ByteString): string | undefined => {
    const text = textOf(path)
    if (text === undefined) unstorable(path)
    return text
  }

  async function append(entry: WalkedEntry): Promise<void> {
    const { path, stats } = entry
    const name = nameOf(path)
    const target = 'target' in entry ? textOf(entry.target) : ''
    if (name !== undefined && target === undefined) unstorable(path)
    if (name === undefined || target === undefined) {
      if (entry.kind === 'file') await entry.file.handle.close()
      return
    }
    const at = `./${name}`
    switch (entry.kind) {
      case 'file': {
        const size = Number(stats.size)
        const written = { ...entryOf(at, stats, 'file'), stats: { size }, size }
        return appendFile(archive, entry, written, complaints)
      }
      case 'hardlink':
      case 'symlink': {
        const linkpath = entry.kind === 'hardlink' ? `./${target}` : target
        const type = entry.kind === 'hardlink' ? 'link' : 'symlink'
        return archive.append(none, { ...entryOf(at, stats, type, { linkpath }), linkname: 'target' })
      }
      case 'fifo':
        return archive.append(none, entryOf(at, stats, 'fifo'))
      case 'character':
      case 'block':
        return archive.append(none, {
          ...entryOf(at, stats, `${entry.kind}-device`),
          ...deviceOf(stats.rdev),
        })
    }
  }

  for (const { path, stats, names } of directories) {
    const name = nameOf(path)
    if (name === undefined) continue
    const at = name === '' ? './' : `./${name}/`
    await archive.append(none, entryOf(at, stats, 'directory', { 'GNU.dumpdir': dumpdirOf(names) }))
  }
  for await (const entry of walkEntries(selection, directories, { complaints, signal, links: true }))
    await append(entry)
}
