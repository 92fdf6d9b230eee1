import type { Readable } from 'node:stream'
import { damaged } from '../codec/damage.ts'
import { abortable } from './abortable.ts'
import { createFrameReader } from './frame-reader.ts'
import type { StreamReaderOptions } from './stream-reader-options.ts'
import { readVolumes } from './volume-reader.ts'

export interface StreamReader {
  /**
   * The whole plain stream. Volumes are fetched ahead and opened side by side, and delivered in order once they are
   * verified; threads end with the stream, or when it is destroyed.
   */
  open(): Readable
  /**
   * `length` plain bytes from `offset`, fetching only the frames they lie in. Where that could not be verified (not
   * encrypted, or the store has no ranges) whole volumes are fetched instead. `index-damaged` beyond the end.
   */
  read(offset: number, length: number): Promise<Uint8Array>
}

/**
 * Reads one stored stream back. Errors are `object-missing` and `object-damaged` naming the key, `identity-wrong`, and
 * those of the store; bytes that are not those written are never delivered.
 */
export function createStreamReader(options: StreamReaderOptions): StreamReader {
  const gap = options.volumes.findIndex((volume, index) => volume.seq !== index)
  if (gap >= 0) throw damaged(`volume ${gap} is not in the list`, `the stream ${options.summary.name}`)
  const frames = createFrameReader(options)
  return {
    open: () => abortable(options.signal, (signal) => readVolumes({ ...options, signal })),
    read: (offset, length) => frames.read(offset, length),
  }
}
