import { createChunkReader } from './chunk-reader.ts'
import { type ContentHash, createContentHash, createSparseHash, hashOnce } from './content-hash.ts'
import { brokenTar } from './damage.ts'
import { createExtendedHeaders } from './extended-headers.ts'
import type { SparseMap } from './pax.ts'
import { checkSparseMap, createSparseMapReader, type SparseMapReader } from './sparse-map.ts'
import { blockSize, isZeroBlock, padded } from './tar-header.ts'
import { type ContentDigest, type MemberHead, readMemberHead, type TarMember } from './tar-member.ts'

export interface TarParser {
  /** Takes the next bytes, any number of them. Throws `source-truncated` for what is not tar. */
  write(chunk: Uint8Array): void
  /** The stream ended: throws `source-truncated` unless the archive is whole. */
  end(): void
  /** Bytes taken so far. */
  readonly position: number
}

export interface TarParserOptions {
  /** Called for each member when its data has passed. */
  readonly onMember: (member: TarMember) => void
  /** Whether regular files are hashed; true where absent. */
  readonly hash?: boolean
}

type State = 'header' | 'extended' | 'map' | 'data' | 'padding' | 'ended'

/**
 * A parser of POSIX (pax) tar streams with GNU's long names, sparse files (0.0, 0.1, 1.0) and dump directories. Pure
 * and synchronous; small files that lie in one chunk are hashed in place, without a copy.
 */
export function createTarParser(options: TarParserOptions): TarParser {
  const hashing = options.hash ?? true
  let state: State = 'header'
  const reader = createChunkReader()

  let start = 0
  const extended = createExtendedHeaders()

  let head: MemberHead | undefined
  let left = 0
  let stored = 0
  let padding = 0
  let zeroBlocks = 0
  let mapReader: SparseMapReader | undefined
  let content: ContentHash | undefined

  function finishMember(digest?: ContentDigest): void {
    const { member } = head as MemberHead
    // Not a copy: there is one of these for every file, and nobody else has it.
    options.onMember(Object.assign(member, { length: reader.position - start + padding }, digest))
    head = undefined
    extended.clear()
    content = undefined
    state = padding > 0 ? 'padding' : 'header'
  }

  function beginSparse(map: SparseMap): void {
    const { size, member } = head as MemberHead
    checkSparseMap(map, size, left, member.offset)
    content = hashing ? createSparseHash(map, size) : undefined
    state = 'data'
    if (left === 0) finishMember(content?.digest())
  }

  function beginMember(block: Buffer): void {
    head = readMemberHead(block, extended.records(), extended.longNames(), start, reader.position - blockSize)
    left = head.dataSize
    stored = left
    padding = padded(left) - left
    const { sparse } = head.pax
    if (head.kind !== 'file') finishMember()
    else if (sparse?.major === 1) {
      mapReader = createSparseMapReader(start)
      state = 'map'
      if (left < blockSize) throw brokenTar('a sparse member without a map', start)
    } else if (sparse?.map !== undefined) beginSparse(sparse.map)
    else if (left === 0) finishMember(hashing ? hashOnce(reader.some(0)) : undefined)
    else state = 'data'
  }

  function readHeader(): void {
    if (!reader.midway && !extended.pending()) start = reader.position
    const block = reader.take(blockSize)
    if (block === undefined) return
    if (isZeroBlock(block)) {
      if (extended.pending()) throw brokenTar('an extended header without a member', start)
      zeroBlocks += 1
      if (zeroBlocks === 2) state = 'ended'
      return
    }
    if (zeroBlocks > 0) throw brokenTar('a member after the end', start)
    if (extended.begin(block, reader.position - blockSize)) state = 'extended'
    else beginMember(block)
  }

  function readExtended(): void {
    const data = reader.take(extended.dataLength())
    if (data === undefined) return
    extended.read(data, start)
    state = 'header'
  }

  function readMap(): void {
    const block = reader.take(blockSize)
    if (block === undefined) return
    left -= blockSize
    if (left < 0) throw brokenTar('a sparse map longer than its member', start)
    const map = mapReader?.add(block)
    if (map === undefined) return
    beginSparse(map)
  }

  function readData(): void {
    const data = reader.some(left)
    if (data.length === stored && content === undefined) {
      left = 0
      finishMember(hashing ? hashOnce(data) : undefined)
      return
    }
    left -= data.length
    if (hashing) {
      content ??= createContentHash()
      content.update(data)
    }
    if (left === 0) finishMember(content?.digest())
  }

  function skipPadding(): void {
    padding -= reader.some(padding).length
    if (padding === 0) state = 'header'
  }

  function checkTail(): void {
    const start = reader.position
    const dirty = reader.some(reader.left).findIndex((byte) => byte !== 0)
    if (dirty >= 0) throw brokenTar('bytes after the end', start + dirty)
  }

  const steps: Readonly<Record<State, () => void>> = {
    header: readHeader,
    extended: readExtended,
    map: readMap,
    data: readData,
    padding: skipPadding,
    ended: checkTail,
  }

  return {
    write(bytes) {
      reader.feed(
        Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      )
      while (reader.left > 0) steps[state]()
    },
    end() {
      if (state !== 'ended') throw brokenTar('it ends early', reader.position)
    },
    get position() {
      return reader.position
    },
  }
}
