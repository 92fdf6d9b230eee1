import type { VolumeRecord } from '../domain/manifest.ts'
import type { Secret } from '../domain/secret.ts'
import { openHeader } from './age/header.ts'
import { damaged, namingKey } from './damage.ts'
import { type FrameFormat, headerBytes } from './frames.ts'
import { compareLabel } from './label.ts'
import { openWhole, verifyWhole } from './open-whole.ts'

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
  { identity, ...options }: OpenVolumeOptions = {},
): Promise<Uint8Array> {
  if (identity === undefined) return openWhole(stored, volume, format, options)
  const payloadKey = await openVolumeKey(stored, volume, identity)
  return openWhole(stored, volume, format, { ...options, payloadKey })
}

/**
 * The payload key of a whole volume, for `openWhole`, which does the checking: a header that does not open is only
 * blamed on the identity where the SHA-256 says that the volume is intact.
 */
export async function openVolumeKey(
  stored: Uint8Array,
  volume: VolumeRecord,
  identity: Secret,
): Promise<Uint8Array> {
  try {
    return (await openHeader(stored, { identities: [identity] })).payloadKey
  } catch (error) {
    verifyWhole(stored, volume)
    throw namingKey(error, volume.key)
  }
}

/**
 * The payload key of a volume, out of its header alone; undefined where the header does not say which volume it
 * is (then only the SHA-256 of the whole object can tell). `object-damaged` where it is another volume's.
 */
export async function openVolumeHeader(
  header: Uint8Array,
  volume: VolumeRecord,
  identity: Secret,
): Promise<Uint8Array | undefined> {
  const opened = await openHeader(header, { identities: [identity] }).catch((error: unknown) => {
    throw namingKey(error, volume.key)
  })
  if (opened.length !== headerBytes(volume)) throw damaged('its age header has the wrong length', volume.key)
  const label = compareLabel(opened.stanzas, volume)
  if (label === 'other') throw damaged('it is another volume', volume.key)
  return label === 'same' ? opened.payloadKey : undefined
}
