import type { VolumeRecord } from '../domain/manifest.ts'
import { chunkBytes, openChunk, sealedChunkBytes } from './age/payload.ts'
import { decompressFrame, decompressHead } from './compression.ts'
import { damaged, namingKey } from './damage.ts'
import { compressedBytes, type FrameFormat, frameSpan } from './frames.ts'
import { release } from './release.ts'

export interface OpenFramesOptions {
  /** Absent: not encrypted. */
  readonly payloadKey?: Uint8Array
  /** Takes the plain bytes from its beginning. */
  readonly out?: Uint8Array
  /** `body` may be overwritten with what it decrypts to. */
  readonly inPlace?: boolean
}

/**
 * The plain bytes of frames `first` to `last` (inclusive) out of `body`, the stored bytes that `frameRange` names. An
 * encrypted body is authenticated chunk by chunk; without `payloadKey` the caller must know that it is
 * genuine. Throws `object-damaged` naming the key.
 */
export function openFrames(
  body: Uint8Array,
  volume: VolumeRecord,
  first: number,
  last: number,
  format: FrameFormat,
  { out, ...options }: OpenFramesOptions = {},
): Uint8Array {
  const whole = out ?? new Uint8Array((last - first + 1) * format.frame)
  let at = 0
  eachFrame(body, volume, first, last, format, options, (plain, own) => {
    whole.set(plain, at)
    at += plain.length
    if (own) release(plain)
  })
  return whole.subarray(0, at)
}

/**
 * Hands over the plain bytes of each frame, as `openFrames` does. `own`: they have a buffer of their own, for the taker to
 * keep; otherwise they are a view of `body`, valid during the call. An error may come after some frames.
 */
export function eachFrame(
  body: Uint8Array,
  volume: VolumeRecord,
  first: number,
  last: number,
  format: FrameFormat,
  { payloadKey, inPlace = false }: Omit<OpenFramesOptions, 'out'>,
  take: (plain: Uint8Array, own: boolean) => void,
): void {
  try {
    const [begin, end] = frameSpan(volume.frames, first, last)
    const whole = compressedBytes(volume.frames)
    const compressed = payloadKey ? decryptSpan(body, begin, end, whole, payloadKey, inPlace) : body
    if (compressed.length !== end - begin) throw damaged('its frames have the wrong size')
    decompress(compressed, volume.frames, first, last, format, take)
    if (payloadKey && !inPlace) release(compressed)
  } catch (error) {
    throw namingKey(error, volume.key)
  }
}

/**
 * The first plain bytes of one frame, as many as `body` has whole blocks of: the stored bytes that `spanRange` names for
 * this `span`. They are authenticated chunk by chunk. Throws `object-damaged` naming the key.
 */
export function openHead(
  body: Uint8Array,
  volume: VolumeRecord,
  [begin, end]: readonly [begin: number, end: number],
  { compression, frame }: FrameFormat,
  payloadKey: Uint8Array,
): Uint8Array {
  try {
    const compressed = decryptSpan(body, begin, end, compressedBytes(volume.frames), payloadKey, false)
    if (compressed.length !== end - begin) throw damaged('its frames have the wrong size')
    return decompressHead(compressed, compression, frame)
  } catch (error) {
    throw namingKey(error, volume.key)
  }
}

/** Bytes `begin` to `end` of a payload of `whole` bytes, out of the chunks that hold them. */
function decryptSpan(
  body: Uint8Array,
  begin: number,
  end: number,
  whole: number,
  key: Uint8Array,
  inPlace: boolean,
): Uint8Array {
  const firstChunk = Math.floor(begin / chunkBytes)
  const lastChunk = Math.max(firstChunk, Math.ceil(end / chunkBytes) - 1)
  const finalChunk = Math.max(0, Math.ceil(whole / chunkBytes) - 1)
  const chunks = lastChunk - firstChunk + 1
  // In place a chunk always lands before the bytes that are still to be read.
  const plain = inPlace ? body : Buffer.allocUnsafeSlow(chunks * chunkBytes)
  let at = 0
  for (let number = 0; number < chunks; number++) {
    const index = firstChunk + number
    const sealed = body.subarray(number * sealedChunkBytes, (number + 1) * sealedChunkBytes)
    at += openChunk(key, index, index === finalChunk, sealed, plain, at)
  }
  if (body.length !== at + chunks * (sealedChunkBytes - chunkBytes)) throw damaged('it has the wrong size')
  const skipped = begin - firstChunk * chunkBytes
  return plain.subarray(skipped, Math.min(at, skipped + end - begin))
}

function decompress(
  compressed: Uint8Array,
  frames: readonly number[],
  first: number,
  last: number,
  { compression, frame, span }: FrameFormat,
  take: (plain: Uint8Array, own: boolean) => void,
): void {
  let from = 0
  for (let index = first; index <= last; index++) {
    const stored = compressed.subarray(from, from + (frames[index] ?? 0))
    const plain = decompressFrame(stored, compression, Math.min(frame, span - index * frame))
    // Only the last frame of a volume may be short.
    if (plain.length !== frame && (index < frames.length - 1 || plain.length === 0)) {
      throw damaged('a frame has the wrong size')
    }
    from += stored.length
    take(plain, plain !== stored)
  }
}
