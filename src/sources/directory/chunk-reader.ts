/** Takes pieces of a given size out of chunks of any size; copies only where a piece spans two chunks. */
export interface ChunkReader {
  /** Puts the next chunk in; the last one must be used up. */
  feed(chunk: Buffer): void
  /** The next `size` bytes in one piece, or undefined when the chunk ends before; what is there is kept. */
  take(size: number): Buffer | undefined
  /** At most `size` bytes of the chunk, without a copy. */
  some(size: number): Buffer
  /** Whether a piece was begun in an earlier chunk. */
  readonly midway: boolean
  /** Bytes left in the chunk. */
  readonly left: number
  /** Bytes taken so far, of all chunks; a piece begun counts. */
  readonly position: number
}

export function createChunkReader(): ChunkReader {
  let chunk: Buffer = Buffer.alloc(0)
  // Kept apart: whoever feeds a chunk may free it once it is used up.
  let size = 0
  let at = 0
  let before = 0
  let carry = Buffer.allocUnsafe(4096)
  let carried = 0

  function grow(piece: number): void {
    const wanted = carried + chunk.length - at
    if (carry.length >= piece || wanted < carry.length) return
    const grown = Buffer.allocUnsafe(Math.min(piece, Math.max(carry.length * 4, wanted)))
    carry.copy(grown, 0, 0, carried)
    carry = grown
  }

  return {
    feed(next) {
      before += size
      size = next.length
      chunk = next
      at = 0
    },
    take(piece) {
      if (carried === 0 && chunk.length - at >= piece) {
        at += piece
        return chunk.subarray(at - piece, at)
      }
      grow(piece)
      const copied = Math.min(piece - carried, chunk.length - at)
      chunk.copy(carry, carried, at, at + copied)
      carried += copied
      at += copied
      if (carried < piece) return undefined
      carried = 0
      return carry.subarray(0, piece)
    },
    some(most) {
      const start = at
      at = Math.min(at + most, chunk.length)
      return chunk.subarray(start, at)
    },
    get midway() {
      return carried > 0
    },
    get left() {
      return chunk.length - at
    },
    get position() {
      return before + at
    },
  }
}
