import type { ChainLink } from '../../../domain/source.ts'
import { type HoldfastError, hasCode } from '../../../errors/error.ts'
import { blockSize } from '../tar-header.ts'
import type { TarMember } from '../tar-member.ts'
import { createTarParser } from '../tar-parser.ts'
import { treeStream } from '../tree-stream.ts'

const piece = 1024 * 1024

/** Whether an error says that stored bytes are not what was written; any other ends a salvage. */
export function isDamage(error: unknown): error is HoldfastError {
  return hasCode(error, 'object-damaged', 'object-missing', 'index-damaged', 'source-truncated')
}

async function* pieces(link: ChainLink, offset: number, end: number): AsyncGenerator<Uint8Array> {
  let step = piece
  for (let at = offset; at < end; ) {
    const length = Math.min(step, end - at)
    let bytes: Uint8Array
    try {
      bytes = await link.read(treeStream.name, at, length)
    } catch (error) {
      // How long the stream is went with meta: its end is where less and less can be read.
      if (end !== Infinity || !hasCode(error, 'index-damaged')) throw error
      if (step <= blockSize) return
      step /= 2
      continue
    }
    yield bytes
    at += length
  }
}

/**
 * Reads members out of a part of a link's stream that begins with one. Stops at the first damage, which it returns:
 * behind it nobody can tell a header from what only looks like one. An `end` of `Infinity` means that of the archive.
 */
export async function readGap(
  link: ChainLink,
  { offset, end }: { readonly offset: number; readonly end: number },
  onMember: (member: TarMember) => void,
  signal: AbortSignal,
): Promise<HoldfastError | undefined> {
  let blank = true
  const parser = createTarParser({
    onMember(member) {
      blank = false
      onMember({ ...member, offset: member.offset + offset })
    },
  })
  try {
    for await (const bytes of pieces(link, offset, end)) {
      signal.throwIfAborted()
      if (blank && bytes.some((byte) => byte !== 0)) blank = false
      parser.write(bytes)
    }
    if (end === Infinity) parser.end()
    return undefined
  } catch (error) {
    if (!isDamage(error)) throw error
    // Padding alone at the end of an archive holds nothing.
    return blank && error.code === 'source-truncated' ? undefined : error
  }
}
