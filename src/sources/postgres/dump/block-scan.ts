/** Follows the data blocks of a custom-format archive, by their lengths alone. */
export interface BlockScan {
  /** False where the bytes are no blocks. */
  write(chunk: Uint8Array): boolean
  /** Whether the last block has ended. */
  atEnd(): boolean
  /** Entries whose block has begun. */
  readonly seen: ReadonlySet<number>
}

type Expected = 'kind' | 'id' | 'object' | 'length'

const dataBlock = 1
const objectsBlock = 3

/** Numbers are a sign and `intSize` bytes, least significant first. */
export function createBlockScan(intSize: number): BlockScan {
  const seen = new Set<number>()
  let expected: Expected = 'kind'
  let objects = false
  /** Bytes of content to pass over. */
  let skip = 0
  /** Of the number that is being read: bytes read, and its value so far. */
  let read = 0
  let value = 0

  function take(number: number): void {
    if (expected === 'id') {
      seen.add(number)
      expected = objects ? 'object' : 'length'
    } else if (expected === 'object') expected = number === 0 ? 'kind' : 'length'
    else if (number > 0) skip = number
    else expected = objects ? 'object' : 'kind'
  }

  return {
    seen,
    atEnd: () => expected === 'kind' && skip === 0 && read === 0,
    write(chunk) {
      let at = 0
      while (at < chunk.length) {
        if (skip > 0) {
          const passed = Math.min(skip, chunk.length - at)
          skip -= passed
          at += passed
          continue
        }
        const byte = chunk[at++] ?? 0
        if (expected === 'kind') {
          if (byte !== dataBlock && byte !== objectsBlock) return false
          objects = byte === objectsBlock
          expected = 'id'
          continue
        }
        // The sign comes first and is always positive here.
        if (read > 0) value += byte * 256 ** (read - 1)
        read += 1
        if (read <= intSize) continue
        const number = value
        read = 0
        value = 0
        take(number)
      }
      return true
    },
  }
}
