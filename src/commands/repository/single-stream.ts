import { HoldfastError } from '../../errors/error.ts'
import { openSingle, readSingle, type SingleReaderOptions } from '../../pipeline/single-reader.ts'
import type { StreamReader } from '../../pipeline/stream-reader.ts'

/** A `package: single` object as a stream reader; see {@link createSequentialReader}. */
export function createSingleStream(options: SingleReaderOptions): StreamReader {
  const read = createSequentialReader(() => readSingle(options), options.object.key)
  return { open: () => openSingle(options), read }
}

/**
 * Reads parts of what has no frames to find one's way by: they are read by going through the stream, so ask for them in
 * ascending order. `generate` begins it anew. Beyond its end: `index-damaged` naming the key.
 */
export function createSequentialReader(
  generate: () => AsyncGenerator<Uint8Array>,
  key: string,
): StreamReader['read'] {
  let chunks: AsyncGenerator<Uint8Array> | undefined
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
      await chunks?.return(undefined)
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
