import type { Readable } from 'node:stream'
import { HoldfastError } from '../../errors/error.ts'
import type { StreamReader } from '../../pipeline/stream-reader.ts'

/** The chunks of a stream, one by one. */
export function iteratorOf(stream: Readable): AsyncIterator<Uint8Array> {
  return (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
}

/**
 * A `package: single` or `7z` object as a stream reader; see {@link createSequentialReader} for its parts. `generate` is
 * for parts what `open` is for the whole, and loses nothing of what comes before damage.
 */
export function createSingleStream(
  key: string,
  open: () => Readable,
  generate: () => AsyncIterator<Uint8Array> = () => iteratorOf(open()),
): StreamReader {
  return { open, read: createSequentialReader(generate, key) }
}

/**
 * Reads parts of what has no frames to find one's way by: they are read by going through the stream, so ask for them in
 * ascending order. `generate` begins it anew. Beyond its end: `index-damaged` naming the key.
 */
export function createSequentialReader(
  generate: () => AsyncIterator<Uint8Array>,
  key: string,
): StreamReader['read'] {
  let chunks: AsyncIterator<Uint8Array> | undefined
  let position = 0
  let rest: Uint8Array = new Uint8Array(0)
  let failure: { readonly error: unknown } | undefined

  async function advance(): Promise<void> {
    if (failure !== undefined) throw failure.error
    const next = await chunks?.next().catch((error) => {
      failure = { error }
      throw error
    })
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
      await chunks?.return?.()
      chunks = generate()
      failure = undefined
      position = 0
      rest = new Uint8Array(0)
    }
    const out = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const at = offset + filled - position
      if (at >= rest.length) {
        await advance().catch((error) => {
          // What was read in vain serves a shorter read, without beginning anew.
          if (filled > 0) [rest, position] = [out.subarray(0, filled), offset]
          throw error
        })
        continue
      }
      const piece = rest.subarray(at, at + length - filled)
      out.set(piece, filled)
      filled += piece.length
    }
    return out
  }

  return read
}
