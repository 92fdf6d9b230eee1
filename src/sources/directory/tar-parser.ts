import { type ContentHash, createContentHash, createSparseHash, hashOnce } from './content-hash.ts'
import { brokenTar } from './damage.ts'
import { type PaxRecords, parsePax, type SparseMap } from './pax.ts'
import { checkSparseMap, createSparseMapReader, type SparseMapReader } from './sparse-map.ts'
import { blockSize, isZeroBlock, padded, parseHeader } from './tar-header.ts'
import { type LongNames, type MemberHead, readMemberHead, type TarMember } from './tar-member.ts'

const longestExtendedHeader = 512 * 1024 * 1024

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
  let position = 0
  let chunk: Buffer = Buffer.alloc(0)
  let at = 0

  let carry = Buffer.allocUnsafe(4096)
  let carried = 0

  let start = 0
  let extendedType = ''
  let extendedSize = 0
  let globals: PaxRecords = {}
  let pax: PaxRecords | undefined
  let long: LongNames = {}

  let head: MemberHead | undefined
  let left = 0
  let stored = 0
  let padding = 0
  let zeroBlocks = 0
  let mapReader: SparseMapReader | undefined
  let content: ContentHash | undefined

  /** The next `size` bytes in one piece, or undefined when the chunk ends before. */
  function take(size: number): Buffer | undefined {
    if (carried === 0 && chunk.length - at >= size) {
      at += size
      return chunk.subarray(at - size, at)
    }
    if (carry.length < size && carried + chunk.length - at >= carry.length) {
      const grown = Buffer.allocUnsafe(
        Math.min(size, Math.max(carry.length * 4, carried + chunk.length - at)),
      )
      carry.copy(grown, 0, 0, carried)
      carry = grown
    }
    const copied = Math.min(size - carried, chunk.length - at)
    chunk.copy(carry, carried, at, at + copied)
    carried += copied
    at += copied
    if (carried < size) return undefined
    carried = 0
    return carry.subarray(0, size)
  }

  function finishMember(sha256: string | undefined): void {
    const { member } = head as MemberHead
    const length = position + at - start + padding
    options.onMember({ ...member, length, ...(sha256 === undefined ? {} : { sha256 }) })
    head = undefined
    pax = undefined
    long = {}
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
    head = readMemberHead(block, pax ?? globals, long, start, position + at - blockSize)
    left = head.dataSize
    stored = left
    padding = padded(left) - left
    const { sparse } = head.pax
    if (head.kind !== 'file') finishMember(undefined)
    else if (sparse?.major === 1) {
      mapReader = createSparseMapReader(start)
      state = 'map'
      if (left < blockSize) throw brokenTar('a sparse member without a map', start)
    } else if (sparse?.map !== undefined) beginSparse(sparse.map)
    else if (left === 0) finishMember(hashing ? hashOnce(chunk.subarray(0, 0)) : undefined)
    else state = 'data'
  }

  function readHeader(): void {
    if (carried === 0 && pax === undefined && long.path === undefined && long.link === undefined)
      start = position + at
    const block = take(blockSize)
    if (block === undefined) return
    if (isZeroBlock(block)) {
      if (pax !== undefined) throw brokenTar('an extended header without a member', start)
      zeroBlocks += 1
      if (zeroBlocks === 2) state = 'ended'
      return
    }
    if (zeroBlocks > 0) throw brokenTar('a member after the end', start)
    const type = String.fromCharCode(block[156] as number)
    if (type === 'x' || type === 'g' || type === 'L' || type === 'K') {
      const { size } = parseHeader(block, position + at - blockSize)
      if (size > longestExtendedHeader) throw brokenTar('an extended header too large', start)
      extendedType = type
      extendedSize = size
      state = 'extended'
      return
    }
    beginMember(block)
  }

  function readExtended(): void {
    const data = take(padded(extendedSize))
    if (data === undefined) return
    const body = data.subarray(0, extendedSize)
    const nul = body.indexOf(0)
    if (extendedType === 'g') {
      globals = { ...globals }
      parsePax(body, globals, start)
    } else if (extendedType === 'x') {
      pax = { ...globals }
      parsePax(body, pax, start)
    } else
      long[extendedType === 'L' ? 'path' : 'link'] = body.toString('latin1', 0, nul < 0 ? body.length : nul)
    state = 'header'
  }

  function readMap(): void {
    const block = take(blockSize)
    if (block === undefined) return
    left -= blockSize
    if (left < 0) throw brokenTar('a sparse map longer than its member', start)
    const map = mapReader?.add(block)
    if (map === undefined) return
    beginSparse(map)
  }

  function readData(): void {
    const available = Math.min(left, chunk.length - at)
    const data = chunk.subarray(at, at + available)
    at += available
    if (available === stored && content === undefined) {
      left = 0
      finishMember(hashing ? hashOnce(data) : undefined)
      return
    }
    left -= available
    if (hashing) {
      content ??= createContentHash()
      content.update(data)
    }
    if (left === 0) finishMember(content?.digest())
  }

  function skipPadding(): void {
    const skipped = Math.min(padding, chunk.length - at)
    at += skipped
    padding -= skipped
    if (padding === 0) state = 'header'
  }

  function checkTail(): void {
    for (; at < chunk.length; at += 1) {
      if (chunk[at] !== 0) throw brokenTar('bytes after the end', position + at)
    }
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
      chunk = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      at = 0
      while (at < chunk.length) steps[state]()
      position += chunk.length
      at = 0
    },
    end() {
      if (state !== 'ended') throw brokenTar('it ends early', position)
    },
    get position() {
      return position
    },
  }
}
