import { Readable } from 'node:stream'
import type { ChainLink } from '../../domain/source.ts'
import { treeStream } from './capture.ts'

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
  yield Buffer.alloc(1024)
}

/** A small archive of some members, in ascending order, cut out of a link's stream. */
export function sliceArchive(link: ChainLink, extents: Iterable<Extent>): Readable {
  return Readable.from(readSlices(link, extents))
}
