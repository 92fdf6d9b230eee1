import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { ByteString, IndexDirectory, IndexFile } from '../../../domain/index-entry.ts'
import { appendFile } from '../archiver/append-file.ts'
import type { Archive } from '../archiver/archive.ts'
import { metadataOf, textOf } from '../archiver/entry-of.ts'
import type { FillOptions } from '../archiver/fill-options.ts'
import { type WalkedEntry, walkEntries } from '../archiver/walk-entries.ts'
import { memberName } from './member-name.ts'

type Place = 'offset' | 'length'

/** An entry of the index that waits for its place in the archive, and what must stand there. */
export interface ExpectedMember {
  readonly name: ByteString
  readonly crc: number
  readonly size: number
  readonly entry: Omit<IndexDirectory, Place> | Omit<IndexFile, Place>
}

export interface FillZipOptions extends FillOptions {
  /** Told of each member before its end passes. */
  readonly expect: (member: ExpectedMember) => void
  /** Told of what a zip archive has no kind for, and of names that are no longer links. */
  readonly lesser: (what: 'special' | 'linked', path: ByteString) => void
}

const bytesOf = (text: string): ByteString => Buffer.from(text).toString('latin1')

/** Writes a tree as a zip archive in the order of the index. The root itself has no entry there. */
export async function fillZip(archive: Archive, options: FillZipOptions): Promise<void> {
  const { complaints, selection, directories, signal, unstorable, expect, lesser } = options

  async function appendFileEntry(
    entry: Extract<WalkedEntry, { readonly kind: 'file' }>,
    name: string,
  ): Promise<void> {
    const { path, stats } = entry
    const metadata = metadataOf(stats)
    const hash = createHash('sha256')
    let crc = 0
    if (stats.nlink > 1n) lesser('linked', path)
    const data = { name, date: stats.mtime, mode: metadata.mode }
    await appendFile(archive, entry, data, complaints, {
      onData(chunk) {
        hash.update(chunk)
        crc = crc32(chunk, crc)
      },
      before() {
        const size = Number(stats.size)
        const sha256 = hash.digest('hex')
        expect({ name: bytesOf(name), crc, size, entry: { kind: 'file', path, ...metadata, size, sha256 } })
      },
    })
  }

  async function appendSymlink(
    path: ByteString,
    name: string,
    target: ByteString,
    stats: WalkedEntry['stats'],
  ) {
    const linkname = textOf(target)
    if (linkname === undefined) return unstorable(path)
    const metadata = metadataOf(stats)
    const stored = Buffer.from(linkname)
    expect({
      name: bytesOf(name),
      crc: crc32(stored),
      size: stored.length,
      entry: { kind: 'symlink', path, ...metadata, size: 0, target },
    })
    await archive.append(Buffer.alloc(0), { name, type: 'symlink', linkname, mode: 0o777, date: stats.mtime })
  }

  for (const { path, stats } of directories) {
    if (path === '') continue
    const name = memberName(path)
    if (name === undefined) {
      unstorable(path)
      continue
    }
    const metadata = metadataOf(stats)
    expect({ name: bytesOf(`${name}/`), crc: 0, size: 0, entry: { kind: 'directory', path, ...metadata } })
    await archive.append(Buffer.alloc(0), { name, type: 'directory', mode: metadata.mode, date: stats.mtime })
  }
  for await (const entry of walkEntries(selection, directories, { complaints, signal, links: false })) {
    const { path } = entry
    const name = memberName(path)
    if (name === undefined) unstorable(path)
    if (entry.kind === 'file' && name === undefined) await entry.file.handle.close()
    if (name === undefined) continue
    if (entry.kind === 'file') await appendFileEntry(entry, name)
    else if (entry.kind === 'symlink') await appendSymlink(path, name, entry.target, entry.stats)
    else lesser('special', path)
  }
}
