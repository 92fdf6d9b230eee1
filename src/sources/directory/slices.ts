import { Readable } from 'node:stream'
import type { IndexDirectory, IndexFile } from '../../domain/index-entry.ts'
import type { ChainLink } from '../../domain/source.ts'
import { directoryRecord } from './member-record.ts'
import { isZip, treeStream } from './tree-stream.ts'
import { tarMemberOf } from './zip/tar-of-zip.ts'

const longestRead = 4 * 1024 * 1024

interface Extent {
  readonly offset: number
  readonly length: number
}

/** Joins neighbours, so that a tree that lies together is read together. */
function* joined(extents: Iterable<Extent>): Generator<Extent> {
  let current: { offset: number; length: number } | undefined
  for (const { offset, length } of extents) {
    if (current !== undefined && current.offset + current.length === offset) current.length += length
    else {
      if (current !== undefined) yield current
      current = { offset, length }
    }
  }
  if (current !== undefined) yield current
}

async function* readSlices(link: ChainLink, extents: Iterable<Extent>): AsyncGenerator<Uint8Array> {
  for (const { offset, length } of joined(extents)) {
    for (let done = 0; done < length; done += longestRead)
      yield await link.read(treeStream.name, offset + done, Math.min(longestRead, length - done))
  }
}

async function* archived(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* parts
  yield Buffer.alloc(1024)
}

async function* directoryParts(
  link: ChainLink,
  directories: readonly IndexDirectory[],
): AsyncGenerator<Uint8Array> {
  for (const directory of directories)
    if (directory.attributes === undefined) yield directoryRecord(directory)
  yield* readSlices(
    link,
    directories.filter(({ attributes }) => attributes !== undefined),
  )
}

async function* zipMembers(link: ChainLink, files: Iterable<IndexFile>): AsyncGenerator<Uint8Array> {
  for (const file of files) yield* tarMemberOf(link, file)
}

/** A small tar archive of some members, in ascending order, cut out of a link's stream. */
export function sliceArchive(link: ChainLink, files: Iterable<IndexFile>): Readable {
  return Readable.from(archived(isZip(link) ? zipMembers(link, files) : readSlices(link, files)))
}

/** A small archive of some directories, in ascending order; only of those with attributes the stream is read. */
export function directoryArchive(link: ChainLink, directories: readonly IndexDirectory[]): Readable {
  return Readable.from(archived(directoryParts(link, directories)))
}
