import type { Compression } from '../domain/manifest.ts'
import { type SealedHeader, sealHeader } from './age/seal-header.ts'
import { labelRecipient, type VolumeLabel } from './label.ts'
import { type SealedVolume, sealFrames } from './seal-frames.ts'

export interface SealOptions {
  readonly compression: Compression
  /** Plain bytes of a frame. */
  readonly frame: number
  /** `age1…`; absent: not encrypted. */
  readonly recipient?: string
  /** Written into the age header, so that ranges are known to come from the right volume. */
  readonly label?: VolumeLabel
}

/** The age header of one volume; `key-invalid` where the recipient is none. */
export function sealVolumeHeader(recipient: string, label?: VolumeLabel): Promise<SealedHeader> {
  return sealHeader(label ? [recipient, labelRecipient(label)] : [recipient])
}

/**
 * Makes one volume of `plain`: frames of `frame` bytes, each compressed on its own, one after another in one age file.
 * Everything is synchronous but the age header. `out` must have at least `sealedBound` bytes.
 */
export async function sealVolume(
  plain: Uint8Array,
  out: Uint8Array,
  { compression, frame, recipient, label }: SealOptions,
): Promise<SealedVolume> {
  if (recipient === undefined) return sealFrames(plain, out, { compression, frame })
  return sealFrames(plain, out, { compression, frame, header: await sealVolumeHeader(recipient, label) })
}
