import type { Compression, VolumeRecord } from '../domain/manifest.ts'
import type { ByteRange } from '../domain/store.ts'
import { chunkBytes, sealedChunkBytes, sealedPayloadBytes } from './age/payload.ts'
import { damaged } from './damage.ts'

/** How the frames of a stream are made; a StreamSummary is one. */
export interface FrameFormat {
  readonly compression: Compression
  /** Plain bytes of a frame. */
  readonly frame: number
  /** Plain bytes of a volume. */
  readonly span: number
}

/** What of a VolumeRecord describes the stored object. */
export type VolumeShape = Pick<VolumeRecord, 'bytes' | 'frames'> & Partial<Pick<VolumeRecord, 'key'>>

/** Stored bytes to fetch for some frames of a volume. */
export interface FrameRange {
  /** The age header with its nonce; absent where the volume is not encrypted. */
  readonly header?: ByteRange
  /** The frames; of an encrypted volume whole age chunks. */
  readonly body: ByteRange
}

/** Compressed bytes of a volume, before encryption. */
export function compressedBytes(frames: readonly number[]): number {
  return frames.reduce((sum, bytes) => sum + bytes, 0)
}

/** Stored bytes before the first byte of the payload: the age header, whose length follows from the record. */
export function headerBytes(volume: VolumeShape): number {
  const length = volume.bytes - sealedPayloadBytes(compressedBytes(volume.frames))
  if (length <= 0) throw damaged('its record does not add up', volume.key)
  return length
}

/** Where frames `first` to `last` (inclusive) lie in the compressed bytes: begin and end. */
export function frameSpan(
  frames: readonly number[],
  first: number,
  last: number,
): [begin: number, end: number] {
  const begin = compressedBytes(frames.slice(0, first))
  return [begin, begin + compressedBytes(frames.slice(first, last + 1))]
}

/** Where the first `stored` compressed bytes of a frame lie, less where it has not so many. */
export function headSpan(
  frames: readonly number[],
  index: number,
  stored: number,
): [begin: number, end: number] {
  const [begin, end] = frameSpan(frames, index, index)
  return [begin, Math.min(end, begin + stored)]
}

/** The stored byte ranges that hold frames `first` to `last` (inclusive). */
export function frameRange(volume: VolumeShape, first: number, last: number, encrypted: boolean): FrameRange {
  return spanRange(volume, frameSpan(volume.frames, first, last), encrypted)
}

/** The stored byte ranges that hold a span of the compressed bytes. */
export function spanRange(
  volume: VolumeShape,
  [begin, end]: readonly [begin: number, end: number],
  encrypted: boolean,
): FrameRange {
  if (!encrypted) return { body: { offset: begin, length: end - begin } }
  const header = headerBytes(volume)
  const firstChunk = Math.floor(begin / chunkBytes)
  const offset = header + firstChunk * sealedChunkBytes
  const stop = Math.min(volume.bytes, header + Math.ceil(end / chunkBytes) * sealedChunkBytes)
  return { header: { offset: 0, length: header }, body: { offset, length: stop - offset } }
}
