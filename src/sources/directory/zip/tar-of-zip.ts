import type { IndexFile } from '../../../domain/index-entry.ts'
import type { ChainLink } from '../../../domain/source.ts'
import { fileRecord } from '../member-record.ts'
import { blockSize, padded } from '../tar-header.ts'
import { zipStream } from '../tree-stream.ts'
import { contentOfMember } from './member.ts'

const longestRead = 1024 * 1024

/** A member's bytes, read out of the middle of the archive. */
async function* piecesOf(
  link: ChainLink,
  { offset, length }: Pick<IndexFile, 'offset' | 'length'>,
): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; done += longestRead)
    yield await link.read(zipStream.name, offset + done, Math.min(longestRead, length - done))
}

/** A file of a zip archive as a member of a tar archive, which brings owners and times back as the index has them. */
export async function* tarMemberOf(
  link: ChainLink,
  entry: IndexFile,
  pieces: AsyncIterable<Uint8Array> = piecesOf(link, entry),
): AsyncGenerator<Uint8Array> {
  yield fileRecord(entry)
  for await (const piece of contentOfMember(pieces, entry, link.id)) if (entry.kind === 'file') yield piece
  const padding = entry.kind === 'file' ? padded(entry.size) - entry.size : 0
  if (padding > 0) yield Buffer.alloc(Math.min(padding, blockSize))
}
