import type { Readable } from 'node:stream'
import { damaged, namingKey } from '../codec/damage.ts'
import { createSha256 } from '../codec/hash.ts'
import type { Compression, ObjectReference } from '../domain/manifest.ts'
import type { Secret } from '../domain/secret.ts'
import type { Store } from '../domain/store.ts'
import { abortable } from './abortable.ts'
import { decompressStream } from './decompress-stream.ts'
import { decryptStream } from './decrypt-stream.ts'
import { getObject } from './fetch-object.ts'
import { defaultFrame } from './workshop.ts'

export interface SingleReaderOptions {
  readonly store: Store
  readonly object: ObjectReference
  readonly compression: Compression
  /** Plain bytes of a frame, of the summary; 2 MiB when absent. */
  readonly frame?: number
  /** Absent: not encrypted. */
  readonly identity?: Secret
  readonly signal: AbortSignal
  readonly onFetched?: (bytes: number) => void
}

/**
 * The plain bytes of a `package: single` object. Each age chunk is authenticated before its bytes are delivered; the
 * SHA-256 of the whole can only be compared at the end, where a difference is an error instead of the end. Errors
 * with `object-missing` or `object-damaged` naming the key, or `identity-wrong`.
 */
export function openSingle(options: SingleReaderOptions): Readable {
  return abortable(options.signal, (signal) => readSingle({ ...options, signal }))
}

/** The same, up to the very place where it fails: a `Readable` drops what it holds when it errors. */
export async function* readSingle(options: SingleReaderOptions): AsyncGenerator<Uint8Array> {
  const { object, identity, compression, frame = defaultFrame, signal } = options
  const stored = verified(options)
  const compressed = identity ? decryptStream(stored, identity) : stored
  try {
    yield* decompressStream(compressed, { compression, frame })
  } catch (error) {
    signal.throwIfAborted()
    throw namingKey(error, object.key)
  }
}

/** The stored bytes; throws at their end where they are not the recorded ones. */
async function* verified({
  store,
  object,
  signal,
  onFetched,
}: SingleReaderOptions): AsyncGenerator<Uint8Array> {
  const sha256 = createSha256()
  let bytes = 0
  for await (const chunk of (await getObject(store, object.key, signal)) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > object.bytes) throw damaged('it is longer than recorded')
    sha256.update(chunk)
    onFetched?.(chunk.length)
    yield chunk
  }
  signal.throwIfAborted()
  if (bytes !== object.bytes) throw damaged('it is shorter than recorded')
  if (sha256.hex() !== object.sha256) throw damaged('its SHA-256 is not the recorded one')
}
