import type { Readable } from 'node:stream'
import { brokenZip } from './damage.ts'

/** A stream that is taken in stretches, one after the other. */
export interface Sequence {
  readonly position: number
  /** The next `length` bytes; they have to be read to their end before the next are asked for. */
  take(length: number): AsyncGenerator<Uint8Array>
  /** All that is left. */
  rest(): AsyncGenerator<Uint8Array>
  close(): void
}

/** Reads a stream in stretches; one that ends early is `source-truncated`. */
export function createSequence(stream: Readable): Sequence {
  const iterator = (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  let kept: Uint8Array = new Uint8Array(0)
  let position = 0
  async function next(): Promise<boolean> {
    while (kept.length === 0) {
      const { done, value } = await iterator.next()
      if (done === true) return false
      kept = value
    }
    return true
  }
  function cut(length: number): Uint8Array {
    const piece = kept.subarray(0, length)
    kept = kept.subarray(piece.length)
    position += piece.length
    return piece
  }
  return {
    get position() {
      return position
    },
    async *take(length) {
      const end = position + length
      while (position < end) {
        if (!(await next())) throw brokenZip('it ends early', position)
        yield cut(end - position)
      }
    },
    async *rest() {
      while (await next()) yield cut(kept.length)
    },
    close: () => void stream.destroy(),
  }
}
