import type { VolumeRecord } from '../domain/manifest.ts'
import { damaged } from './damage.ts'
import { type FrameFormat, headerBytes } from './frames.ts'
import { sha256Hex } from './hash.ts'
import { eachFrame, type OpenFramesOptions, openFrames } from './open-frames.ts'

/** Throws `object-damaged` naming the key where `stored` is not the volume of the record. */
export function verifyWhole(stored: Uint8Array, volume: VolumeRecord): void {
  if (stored.length !== volume.bytes) throw damaged('it has the wrong size', volume.key)
  if (sha256Hex(stored) !== volume.sha256) throw damaged('its SHA-256 is not the recorded one', volume.key)
}

/** The plain frames of a whole volume, checked against its SHA-256 first, each in a buffer of its own; for worker threads. */
export function openWholeFrames(
  stored: Uint8Array,
  volume: VolumeRecord,
  format: FrameFormat,
  options: Omit<OpenFramesOptions, 'out'>,
): Uint8Array<ArrayBuffer>[] {
  verifyWhole(stored, volume)
  const frames: Uint8Array<ArrayBuffer>[] = []
  eachFrame(
    bodyOf(stored, volume, options),
    volume,
    0,
    volume.frames.length - 1,
    format,
    options,
    (plain, own) => {
      frames.push(own ? (plain as Uint8Array<ArrayBuffer>) : Uint8Array.from(plain))
    },
  )
  return frames
}

function bodyOf(stored: Uint8Array, volume: VolumeRecord, { payloadKey }: OpenFramesOptions): Uint8Array {
  return payloadKey ? stored.subarray(headerBytes(volume)) : stored
}

/** The plain bytes of a whole volume, checked against its SHA-256 first. */
export function openWhole(
  stored: Uint8Array,
  volume: VolumeRecord,
  format: FrameFormat,
  options: OpenFramesOptions,
): Uint8Array {
  verifyWhole(stored, volume)
  const out = options.out ?? new Uint8Array(Math.min(format.span, volume.frames.length * format.frame))
  return openFrames(bodyOf(stored, volume, options), volume, 0, volume.frames.length - 1, format, {
    ...options,
    out,
  })
}
