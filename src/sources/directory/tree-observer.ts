import type { ByteString, IndexEntry, IndexSink } from '../../domain/index-entry.ts'
import type { StreamObserver } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { childPath, displayPath, parentOf } from './byte-paths.ts'
import { brokenTar } from './damage.ts'
import { nameIn, readDumpdir } from './dumpdir.ts'
import { createLinkTracker, type LinkGroups } from './link-groups.ts'
import type { ArchivedTree } from './snapshot-prune.ts'
import type { TarMember } from './tar-member.ts'
import { createTarParser } from './tar-parser.ts'

export interface TreeObserver extends StreamObserver, ArchivedTree {
  /** Members but directories. */
  readonly files: number
  /** Apparent bytes of regular files. */
  readonly bytes: number
  /** Hard links, for the next increment. */
  links(): LinkGroups
  /** All names that were listed as archived but did not come, see {@link ArchivedTree}. */
  allMissing(): Iterable<ByteString>
}

/** Names of one directory; a set, or a rule. */
export interface NameSet {
  has(name: ByteString): boolean
}

export interface TreeObserverOptions {
  readonly index: IndexSink
  /** The names of a directory that the parent's chain holds; absent at level 0. */
  readonly parentNames?: (directory: ByteString) => NameSet | undefined
  /** The parent's groups of hard links. */
  readonly parentLinks?: LinkGroups
  readonly hash?: boolean
}

/** A member as the index records it. */
export function toIndexEntry(member: TarMember): IndexEntry {
  if (member.kind !== 'directory') return member as IndexEntry
  const { kind, size: _size, dumpdir: _dumpdir, ...rest } = member
  return { kind, ...rest } as IndexEntry
}

function renamed(directory: ByteString): HoldfastError {
  return new HoldfastError(
    'source-failed',
    `the same directory appears twice, or was renamed: ${displayPath(directory)}`,
    {
      hint: 'Exclude bind mounts that show a part of the source a second time; if it was renamed just now, run again.',
      retryable: true,
      context: { directory: displayPath(directory) },
    },
  )
}

/**
 * Watches an incremental archive pass: makes its index, and notes which of the listed names did not come. GNU tar
 * writes all directories first, each with the names in it, then the files directory by directory; so the names of one
 * directory at a time are looked at.
 */
export function createTreeObserver(options: TreeObserverOptions): TreeObserver {
  const directories = new Set<ByteString>()
  const awaited = new Map<ByteString, Buffer>()
  const missing = new Map<ByteString, Set<ByteString>>()
  const links = createLinkTracker(options.parentLinks ?? [])
  let files = 0
  let bytes = 0

  const miss = (directory: ByteString, name: ByteString): void => {
    const names = missing.get(directory)
    if (names === undefined) missing.set(directory, new Set([name]))
    else names.add(name)
  }

  function onUnchanged(path: ByteString): void {
    links.addUnchanged(path)
    options.index.add({ kind: 'unchanged', path })
  }

  function onDirectory(member: TarMember): void {
    const { path, dumpdir } = member
    if (dumpdir === undefined) throw brokenTar('a directory without its list', member.offset)
    directories.add(path)
    options.index.add(toIndexEntry(member))
    let inParent: NameSet | undefined
    let looked = false
    let waits = false
    for (const { code, name } of readDumpdir(dumpdir)) {
      if (code === 'Y') waits = true
      else if (code === 'N') {
        if (!looked) inParent = options.parentNames?.(path)
        looked = true
        if (inParent?.has(name) === true) onUnchanged(childPath(path, name))
        else miss(path, name)
      } else if (code !== 'D') throw renamed(path)
    }
    if (waits) awaited.set(path, dumpdir)
  }

  /** From here on the names of `directory` count as missing until they come. */
  function expectNames(directory: ByteString): void {
    const dumpdir = awaited.get(directory)
    if (dumpdir === undefined) return
    awaited.delete(directory)
    for (const { code, name } of readDumpdir(dumpdir)) if (code === 'Y') miss(directory, name)
  }

  function onFile(member: TarMember): void {
    const directory = parentOf(member.path) ?? ''
    if (!directories.has(directory)) throw brokenTar('a file without its directory', member.offset)
    expectNames(directory)
    const names = missing.get(directory)
    names?.delete(nameIn(directory, member.path))
    if (names?.size === 0) missing.delete(directory)
    if (member.kind === 'hardlink' && member.target !== undefined) links.addLink(member.path, member.target)
    files += 1
    bytes += member.size
    options.index.add(toIndexEntry(member))
  }

  const parser = createTarParser({
    onMember: (member) => (member.kind === 'directory' ? onDirectory(member) : onFile(member)),
    ...(options.hash === undefined ? {} : { hash: options.hash }),
  })

  return {
    write: (chunk) => parser.write(chunk),
    end() {
      parser.end()
      if (!directories.has('')) throw brokenTar('it holds no root directory', parser.position)
      for (const directory of [...awaited.keys()]) expectNames(directory)
    },
    get files() {
      return files
    },
    get bytes() {
      return bytes
    },
    links: () => links.groups(),
    hasDirectory: (path) => directories.has(path),
    missing: (directory) => missing.get(directory),
    *allMissing() {
      for (const [directory, names] of missing) for (const name of names) yield childPath(directory, name)
    },
  }
}
