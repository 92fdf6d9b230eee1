import type { VolumeRecord } from '../domain/manifest.ts'
import { damaged } from './damage.ts'
import { type FrameFormat, headerBytes } from './frames.ts'
import { sha256Hex } from './hash.ts'
import { type OpenFramesOptions, openFrames } from './open-frames.ts'

/** Throws `object-damaged` naming the key where `stored` is not the volume of the record. */
export function verifyWhole(stored: Uint8Array, volume: VolumeRecord): void {
  if (stored.length !== volume.bytes) throw damaged('it has the wrong size', volume.key)
  if (sha256Hex(stored) !== volume.sha256) throw damaged('its SHA-256 is not the recorded one', volume.key)
}

/** The plain bytes of a whole volume, checked against its SHA-256 first; synchronous, for worker threads. */
export function openWhole(
  stored: Uint8Array,
  volume: VolumeRecord,
  format: FrameFormat,
  options: OpenFramesOptions,
): Uint8Array {
  verifyWhole(stored, volume)
  const body = options.payloadKey ? stored.subarray(headerBytes(volume)) : stored
  const out = options.out ?? new Uint8Array(Math.min(format.span, volume.frames.length * format.frame))
  return openFrames(body, volume, 0, volume.frames.length - 1, format, { ...options, out })
}
