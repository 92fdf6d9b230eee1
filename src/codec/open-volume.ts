import type { VolumeRecord } from '../domain/manifest.ts'
import type { Secret } from '../domain/secret.ts'
import { type OpenedHeader, openHeader } from './age/header.ts'
import { damaged, namingKey } from './damage.ts'
import { type FrameFormat, headerBytes } from './frames.ts'
import { sha256Hex } from './hash.ts'
import { compareLabel } from './label.ts'
import { openFrames } from './open-frames.ts'

export interface OpenVolumeOptions {
  /** Absent: the volume is not encrypted. */
  readonly identity?: Secret
  /** Takes the plain bytes from its beginning; `span` bytes. */
  readonly out?: Uint8Array
  /** The stored bytes may be overwritten with what they decrypt to, which saves a buffer. */
  readonly inPlace?: boolean
}

/**
 * The plain bytes of a whole volume, checked against its SHA-256 first; a view of `out` where that is given.
 *
 * Throws `object-damaged` naming the key for bytes that are not those of the record, `identity-wrong` where they are
 * but the identity does not open them.
 */
export async function openVolume(
  stored: Uint8Array,
  volume: VolumeRecord,
  format: FrameFormat,
  { identity, out, inPlace = false }: OpenVolumeOptions = {},
): Promise<Uint8Array> {
  if (stored.length !== volume.bytes) throw damaged('it has the wrong size', volume.key)
  if (sha256Hex(stored) !== volume.sha256) throw damaged('its SHA-256 is not the recorded one', volume.key)
  const last = volume.frames.length - 1
  const plain = out ?? new Uint8Array(Math.min(format.span, volume.frames.length * format.frame))
  if (identity === undefined) return openFrames(stored, volume, 0, last, format, { out: plain })
  const { payloadKey, length } = await header(stored, volume, identity)
  const body = stored.subarray(length)
  return openFrames(body, volume, 0, last, format, { payloadKey, out: plain, inPlace })
}

/**
 * The payload key of a volume, out of its header alone; undefined where the header does not say which volume it
 * is (then only the SHA-256 of the whole object can tell). `object-damaged` where it is another volume's.
 */
export async function openVolumeHeader(
  stored: Uint8Array,
  volume: VolumeRecord,
  identity: Secret,
): Promise<Uint8Array | undefined> {
  const { payloadKey, stanzas } = await header(stored, volume, identity)
  const label = compareLabel(stanzas, volume)
  if (label === 'other') throw damaged('it is another volume', volume.key)
  return label === 'same' ? payloadKey : undefined
}

async function header(stored: Uint8Array, volume: VolumeRecord, identity: Secret): Promise<OpenedHeader> {
  const opened = await openHeader(stored, { identities: [identity] }).catch((error: unknown) => {
    throw namingKey(error, volume.key)
  })
  if (opened.length !== headerBytes(volume)) throw damaged('its age header has the wrong length', volume.key)
  return opened
}
