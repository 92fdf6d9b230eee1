/**
 * A file name as bytes: each character is one byte (latin1), so that names which are not UTF-8 survive and
 * comparing strings compares bytes. Relative to the source's root, no leading `./`, the root itself is ``.
 */
export type ByteString = string

interface TreeEntry {
  readonly path: ByteString
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Seconds since the epoch with up to nine decimals, as text: `1795255199.826293125`. */
  readonly mtime: string
  /** Where the entry's first tar header lies in the plain stream, in bytes. */
  readonly offset: number
  /** Bytes from there to the next entry: headers, data and padding. */
  readonly length: number
  /** SHA-256 over the entry's extended attributes and ACLs, absent where it has none. */
  readonly attributes?: string
}

export interface IndexDirectory extends TreeEntry {
  readonly kind: 'directory'
}

export interface IndexFile extends TreeEntry {
  readonly kind: 'file' | 'hardlink' | 'symlink' | 'fifo' | 'character' | 'block'
  /** Apparent size in bytes; holes included. */
  readonly size: number
  /** SHA-256 (hex) of a regular file's content, holes read as zeros. */
  readonly sha256?: string
  /** The same for a file of very large holes, over its blocks that are not all zeros; in place of `sha256`. */
  readonly blocksSha256?: string
  /** Of a symlink: its text. Of a hard link: the path of the first name, as in `path`. */
  readonly target?: ByteString
  /** Major and minor of a device. */
  readonly device?: readonly [number, number]
}

/** A file that exists but did not change: its record stands in an ancestor's index. */
export interface IndexUnchanged {
  readonly kind: 'unchanged'
  readonly path: ByteString
}

/** One record of a backup's index. Of an increment all directories, and of every file either its record or that it is unchanged. */
export type IndexEntry = IndexDirectory | IndexFile | IndexUnchanged

/** Takes entries while a stream passes. Synchronous: it buffers and never waits. */
export interface IndexSink {
  add(entry: IndexEntry): void
}

/** Limits a read of an index to paths at or below `under` (a directory or file path). */
export interface IndexScope {
  readonly under?: ByteString
}

/** One backup's own index. Directories come in byte order of their path; files and unchanged in order of (directory, name). */
export interface IndexReader {
  /** Records by kind, as its root counts them. */
  readonly totals?: { readonly directory: number; readonly file: number; readonly unchanged: number }
  directories(scope?: IndexScope): AsyncIterable<IndexDirectory>
  files(scope?: IndexScope): AsyncIterable<IndexFile>
  unchanged(scope?: IndexScope): AsyncIterable<IndexUnchanged>
}

function split(path: ByteString): [directory: string, name: string] {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)]
}

/** Orders files as GNU tar archives them: by their directory's path, then by name; bytes throughout. */
export function compareFilePaths(a: ByteString, b: ByteString): number {
  const [directoryA, nameA] = split(a)
  const [directoryB, nameB] = split(b)
  if (directoryA !== directoryB) return directoryA < directoryB ? -1 : 1
  return nameA < nameB ? -1 : nameA > nameB ? 1 : 0
}
