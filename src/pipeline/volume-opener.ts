import { headBound } from '../codec/compression.ts'
import { frameRange, headSpan, spanRange } from '../codec/frames.ts'
import { openFrames, openHead } from '../codec/open-frames.ts'
import { openVolume, openVolumeHeader } from '../codec/open-volume.ts'
import type { VolumeRecord } from '../domain/manifest.ts'
import type { Secret } from '../domain/secret.ts'
import type { ByteRange } from '../domain/store.ts'
import { hasCode } from '../errors/error.ts'
import { fetchInto } from './fetch-object.ts'
import type { StreamReaderOptions } from './stream-reader-options.ts'

/** Headers are small, but a stream may have very many volumes. */
const cachedKeys = 1024

/** Opens frames of volumes out of the store. */
export interface VolumeOpener {
  /** Whether parts are fetched at all; otherwise asking for the whole volume costs the same. */
  readonly ranges: boolean
  /** The plain bytes of frames `first` to `last` (inclusive). */
  open(volume: VolumeRecord, first: number, last: number): Promise<Uint8Array>
  /** The first plain bytes of a frame, most likely `bytes` or more; undefined where parts cannot be fetched. */
  openHead(volume: VolumeRecord, index: number, bytes: number): Promise<Uint8Array | undefined>
}

/**
 * Fetches ranges where they can be verified: encrypted volumes whose header says which volume they are. Everything else
 * is fetched whole and checked against its SHA-256.
 */
export function createVolumeOpener(options: StreamReaderOptions): VolumeOpener {
  const { store, summary, identity, signal, onFetched } = options
  const keys = new Map<string, Promise<Uint8Array | undefined>>()

  async function fetch(key: string, range: ByteRange): Promise<Uint8Array> {
    const body = await fetchInto(
      store,
      key,
      Buffer.allocUnsafeSlow(range.length),
      range.length,
      signal,
      range,
    )
    onFetched?.(range.length)
    return body
  }

  async function openKey(
    volume: VolumeRecord,
    header: ByteRange,
    secret: Secret,
  ): Promise<Uint8Array | undefined> {
    try {
      return await openVolumeHeader(await fetch(volume.key, header), volume, secret)
    } catch (error) {
      // Damage in a stanza looks like a wrong key: only the whole object can tell them apart.
      if (hasCode(error, 'identity-wrong')) return undefined
      throw error
    }
  }

  function keyOf(volume: VolumeRecord, header: ByteRange, secret: Secret): Promise<Uint8Array | undefined> {
    const known = keys.get(volume.key)
    if (known) return known
    if (keys.size >= cachedKeys) keys.clear()
    const key = openKey(volume, header, secret)
    keys.set(volume.key, key)
    key.catch(() => keys.delete(volume.key))
    return key
  }

  async function openWhole(volume: VolumeRecord, first: number, last: number): Promise<Uint8Array> {
    const { key, bytes } = volume
    const stored = await fetchInto(store, key, Buffer.allocUnsafeSlow(bytes), bytes, signal)
    onFetched?.(bytes)
    const plain = await openVolume(stored, volume, summary, {
      ...(identity ? { identity } : {}),
      inPlace: true,
    })
    return plain.slice(first * summary.frame, (last + 1) * summary.frame)
  }

  return {
    ranges: identity !== undefined && store.features.range,
    async openHead(volume, index, bytes) {
      if (!identity || !store.features.range) return undefined
      const span = headSpan(volume.frames, index, headBound(bytes))
      const { header, body } = spanRange(volume, span, true)
      const payloadKey = header && (await keyOf(volume, header, identity))
      return payloadKey && openHead(await fetch(volume.key, body), volume, span, summary, payloadKey)
    },
    async open(volume, first, last) {
      if (!identity || !store.features.range) return openWhole(volume, first, last)
      const { header, body } = frameRange(volume, first, last, true)
      const [payloadKey, bytes] = await Promise.all([
        header ? keyOf(volume, header, identity) : undefined,
        fetch(volume.key, body),
      ])
      if (!payloadKey) return openWhole(volume, first, last)
      return openFrames(bytes, volume, first, last, summary, { payloadKey })
    },
  }
}
