import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import type { IndexDirectory, IndexFile } from '../../../domain/index-entry.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { displayPath } from '../byte-paths.ts'
import { memberName } from './member-name.ts'
import { type LocalHeader, largest32, readLocalHeader } from './records.ts'

type Entry = IndexDirectory | IndexFile

function differs({ path }: Entry, id: string, cause?: unknown): HoldfastError {
  return new HoldfastError(
    'object-damaged',
    `${displayPath(path)} does not have the content that the index names`,
    {
      hint: 'Restore it from another backup or another destination.',
      context: { id, path: displayPath(path) },
      cause,
    },
  )
}

/** Bytes between the local header and what follows the data. */
function dataLength(header: LocalHeader, { length, kind, ...entry }: Entry): number {
  const rest = length - header.length
  if (!header.descriptor) return rest
  const size = kind === 'file' && 'size' in entry ? entry.size : 0
  return size > largest32 || rest - 16 > largest32 ? rest - 24 : rest - 16
}

/** The first `length` bytes of some pieces. */
async function* upTo(pieces: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let left = length
  for await (const piece of pieces) {
    if (left > 0) yield piece.subarray(0, left)
    left = Math.max(0, left - piece.length)
  }
}

/** Takes the header off the front of a member's bytes. */
async function openMember(pieces: AsyncIterable<Uint8Array>, entry: Entry, id: string) {
  const iterator = pieces[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  let header: LocalHeader | undefined
  while (header === undefined) {
    const next = await iterator.next()
    if (next.done === true) throw differs(entry, id)
    head = Buffer.concat([head, next.value])
    header = readLocalHeader(head)
  }
  const { length } = header
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield head.subarray(length)
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  }
  return { header, data: upTo(rest(), dataLength(header, entry)) }
}

async function* inflated(data: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  const running = pipeline(Readable.from(data), inflate)
  // Its failure destroys the stream, which is where it is noticed.
  running.catch(() => undefined)
  yield* inflate as AsyncIterable<Uint8Array>
  await running
}

function isOfEntry({ name }: LocalHeader, { kind, path }: Entry): boolean {
  const text = memberName(path)
  if (text === undefined) return false
  return name === `${Buffer.from(text).toString('latin1')}${kind === 'directory' ? '/' : ''}`
}

/**
 * The content of one member out of its bytes in the archive; a symlink's is its target, a directory's is empty. What is
 * not as the index says is `object-damaged` before the end.
 */
export async function* contentOfMember(
  pieces: AsyncIterable<Uint8Array>,
  entry: Entry,
  id: string,
): AsyncGenerator<Uint8Array> {
  const { header, data } = await openMember(pieces, entry, id)
  if (!isOfEntry(header, entry)) throw differs(entry, id)
  const hash = createHash('sha256')
  let size = 0
  let last: Uint8Array | undefined
  try {
    for await (const piece of header.method === 8 ? inflated(data) : data) {
      if (last !== undefined) yield last
      hash.update(piece)
      size += piece.length
      last = piece
    }
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('Z_') ? differs(entry, id, error) : error
  }
  const same =
    entry.kind === 'directory'
      ? size === 0
      : entry.kind === 'symlink'
        ? Buffer.from(last ?? []).toString('latin1') === entry.target
        : size === entry.size && hash.digest('hex') === entry.sha256
  if (!same) throw differs(entry, id)
  if (last !== undefined) yield last
}
