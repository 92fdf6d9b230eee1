/** A piece of a stream with its place in it. */
export interface Part {
  /** From 1. */
  readonly number: number
  readonly bytes: Uint8Array
  readonly last: boolean
}

/**
 * Cuts a stream into parts of `size` bytes, the last one shorter or, of an empty stream, empty. Each is a copy of its own:
 * whoever makes the stream may use his buffers again.
 */
export async function* cutParts(body: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Part> {
  let number = 1
  let buffer = Buffer.allocUnsafeSlow(size)
  let filled = 0
  for await (const chunk of body) {
    for (let taken = 0; taken < chunk.byteLength; ) {
      if (filled === size) {
        yield { number: number++, bytes: buffer, last: false }
        buffer = Buffer.allocUnsafeSlow(size)
        filled = 0
      }
      const piece = chunk.subarray(taken, taken + size - filled)
      buffer.set(piece, filled)
      filled += piece.byteLength
      taken += piece.byteLength
    }
  }
  yield { number, bytes: buffer.subarray(0, filled), last: true }
}
