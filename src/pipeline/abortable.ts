import { Readable } from 'node:stream'

/**
 * A byte stream out of a generator whose signal also fires when the stream is destroyed: a generator that waits for
 * something cannot be ended from outside.
 */
export function abortable(
  signal: AbortSignal,
  generate: (signal: AbortSignal) => AsyncIterable<Uint8Array>,
): Readable {
  const closed = new AbortController()
  const readable = Readable.from(generate(AbortSignal.any([signal, closed.signal])), {
    objectMode: false,
    highWaterMark: 1 << 20,
  })
  return readable.once('close', () => closed.abort())
}
