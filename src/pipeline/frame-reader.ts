import type { VolumeRecord } from '../domain/manifest.ts'
import { HoldfastError } from '../errors/error.ts'
import { createByteCache } from './byte-cache.ts'
import { createHeadReader } from './head-reader.ts'
import type { StreamReaderOptions } from './stream-reader-options.ts'
import { createVolumeOpener } from './volume-opener.ts'

/** Decoded frames that are kept: neighbours are usually read next. */
const cachedBytes = 32 * 1024 * 1024

/** Reads parts of a stream, frame by frame. */
export interface FrameReader {
  read(offset: number, length: number): Promise<Uint8Array>
}

/** A reader of parts with a cache of decoded frames and of opened headers; reads may overlap in time. */
export function createFrameReader(options: StreamReaderOptions): FrameReader {
  const { volumes, summary, totalBytes } = options
  const { frame, span } = summary
  const opener = createVolumeOpener(options)
  const cache = createByteCache(cachedBytes)
  const heads = createHeadReader(opener, frame)

  const nameOf = (volume: VolumeRecord, index: number) => `${volume.seq}/${index}`

  /** Opens frames `first` to `last` at once and remembers each. */
  function openRun(volume: VolumeRecord, first: number, last: number): Promise<Uint8Array>[] {
    const run = opener.open(volume, first, last)
    return Array.from({ length: last - first + 1 }, (_, number) => {
      const at = number * frame
      // A copy, so that the cache does not hold the whole run for one frame.
      const content = run.then((plain) => (first === last ? plain : plain.slice(at, at + frame)))
      cache.set(nameOf(volume, first + number), content, frame)
      return content
    })
  }

  /** The frames `first` to `last` of a volume; neighbours that are not cached are fetched together. */
  function framesOf(volume: VolumeRecord, first: number, last: number): Promise<Uint8Array[]> {
    const frames: Promise<Uint8Array>[] = []
    for (let index = first; index <= last; index = first + frames.length) {
      const cached = cache.get(nameOf(volume, index))
      if (cached) {
        frames.push(cached)
      } else if (!opener.ranges) {
        frames.push(...openRun(volume, 0, volume.frames.length - 1).slice(index, last + 1))
      } else {
        let until = index
        while (until < last && !cache.has(nameOf(volume, until + 1))) until++
        frames.push(...openRun(volume, index, until))
      }
    }
    return Promise.all(frames)
  }

  /** Like {@link framesOf}; of the last frame only the first `end` bytes are needed. */
  async function partsOf(
    volume: VolumeRecord,
    first: number,
    last: number,
    end: number,
  ): Promise<Uint8Array[]> {
    const head = cache.has(nameOf(volume, last)) ? undefined : await heads.read(volume, last, end)
    if (head === undefined) return framesOf(volume, first, last)
    return [...(first === last ? [] : await framesOf(volume, first, last - 1)), head]
  }

  async function read(offset: number, length: number): Promise<Uint8Array> {
    if (offset < 0 || length < 0 || (totalBytes !== undefined && offset + length > totalBytes)) throw beyond()
    const out = new Uint8Array(length)
    for (let done = 0; done < length; ) {
      const volume = volumes[Math.floor((offset + done) / span)]
      if (!volume) throw beyond()
      const inside = (offset + done) % span
      const wanted = Math.min(length - done, span - inside)
      const first = Math.floor(inside / frame)
      const last = Math.floor((inside + wanted - 1) / frame)
      if (last >= volume.frames.length) throw beyond()
      const stop = done + wanted
      const end = inside + wanted - last * frame
      const parts = await (length < frame ? partsOf(volume, first, last, end) : framesOf(volume, first, last))
      for (const [number, content] of parts.entries()) {
        const part = content.subarray(number === 0 ? inside - first * frame : 0).subarray(0, stop - done)
        out.set(part, done)
        done += part.length
      }
      if (done < stop) throw beyond()
    }
    return out
  }

  function beyond(): HoldfastError {
    return new HoldfastError('index-damaged', `a read lies beyond the end of the stream ${summary.name}`, {
      hint: 'Restore the whole stream instead of parts; the index does not belong to it.',
      context: { stream: summary.name },
    })
  }

  return { read }
}
