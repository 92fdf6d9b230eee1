import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { abortWith } from '../abort-with.ts'

type Chunks = AsyncIterable<Buffer>

/**
 * A body passed through `map`. Errors and ends travel both ways: whoever destroys the result destroys the source.
 * Starts to read at once, up to one buffer ahead.
 */
export function through(source: Readable, map: (chunks: Chunks) => Chunks, signal: AbortSignal): Readable {
  const result = new PassThrough({ highWaterMark: source.readableHighWaterMark })
  // The reader of the result sees the error there; nobody waits for the pipeline itself.
  pipeline(source, map, result).catch(() => {})
  abortWith(result, signal)
  return result
}
