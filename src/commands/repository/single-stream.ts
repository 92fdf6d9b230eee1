import type { Readable } from 'node:stream'
import { HoldfastError } from '../../errors/error.ts'
import type { StreamReader } from '../../pipeline/stream-reader.ts'

/**
 * A `package: single` or `7z` object as a stream reader. It has no frames to find one's way by: parts are read by going
 * through the stream that `open` opens, so ask for them in ascending order.
 */
export function createSingleStream(key: string, open: () => Readable): StreamReader {
  let chunks: AsyncIterator<Uint8Array> | undefined
  let position = 0
  let rest: Uint8Array = new Uint8Array(0)

  async function advance(): Promise<void> {
    const next = await chunks?.next()
    if (next === undefined || next.done) {
      throw new HoldfastError('index-damaged', `${key} is shorter than its index says`, {
        hint: 'Restore the backup whole, or another one.',
        context: { key },
      })
    }
    position += rest.length
    rest = next.value
  }

  async function read(offset: number, length: number): Promise<Uint8Array> {
    if (chunks === undefined || offset < position) {
      chunks = (open() as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
      position = 0
      rest = new Uint8Array(0)
    }
    const out = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const at = offset + filled - position
      if (at >= rest.length) {
        await advance()
        continue
      }
      const piece = rest.subarray(at, at + length - filled)
      out.set(piece, filled)
      filled += piece.length
    }
    return out
  }

  return { open, read }
}
