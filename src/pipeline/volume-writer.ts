import { HoldfastError } from '../errors/error.ts'
import type { StreamOptions } from './stream-options.ts'
import { createStreamWriter, type StreamWriter } from './stream-writer.ts'
import { createWorkshop, type VolumeWriterOptions } from './workshop.ts'

export interface VolumeWriter {
  /** Opens a stream. Each open stream holds one buffer more. */
  stream(options: StreamOptions): StreamWriter
  /**
   * Ends the worker threads; streams that have not ended reject. Idempotent, and needed in any case: idle threads keep
   * the process alive.
   */
  close(): Promise<void>
}

/**
 * Turns streams into stored volumes: plain bytes are copied into shared buffers, worker threads make a volume of each
 * (frames, age, SHA-256), `sink` stores it.
 *
 * The first failure, of a worker, the sink, `onVolume` or the signal, ends everything: every later `write` throws it
 * and every `end` rejects with it. Threads start with the first whole volume; a shorter run has none.
 */
export function createVolumeWriter(options: VolumeWriterOptions): VolumeWriter {
  const { signal } = options
  const shop = createWorkshop(options)
  const onAbort = () => void shop.fail(signal.reason)
  if (signal.aborted) onAbort()
  else signal.addEventListener('abort', onAbort, { once: true })
  let streams = 0
  return {
    stream: (streamOptions) => createStreamWriter(shop, streams++, streamOptions),
    async close() {
      signal.removeEventListener('abort', onAbort)
      await shop.fail(new HoldfastError('internal', 'the volume writer was closed before its streams ended'))
    },
  }
}
