import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { damaged, namingKey } from '../codec/damage.ts'
import { createSha256 } from '../codec/hash.ts'
import type { Compression, ObjectReference } from '../domain/manifest.ts'
import type { Secret } from '../domain/secret.ts'
import type { Store } from '../domain/store.ts'
import { abortable } from './abortable.ts'
import { decryptStream } from './decrypt-stream.ts'
import { getObject } from './fetch-object.ts'

export interface SingleReaderOptions {
  readonly store: Store
  readonly object: ObjectReference
  readonly compression: Compression
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
  return abortable(options.signal, (signal) => plainBytes({ ...options, signal }))
}

async function* plainBytes(options: SingleReaderOptions): AsyncGenerator<Uint8Array> {
  const { object, identity, compression, signal } = options
  const stored = verified(options)
  const compressed = identity ? decryptStream(stored, identity) : stored
  try {
    yield* compression.type === 'none' ? compressed : decompressed(compressed, compression.type, signal)
  } catch (error) {
    signal.throwIfAborted()
    const { code = '' } = error as { code?: string }
    throw /^Z(STD)?_/.test(code)
      ? damaged('it does not decompress', object.key, error)
      : namingKey(error, object.key)
  }
}

async function* decompressed(
  source: AsyncIterable<Uint8Array>,
  type: 'zstd' | 'gzip',
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const options = { chunkSize: 256 * 1024 }
  const decoder = type === 'zstd' ? createZstdDecompress(options) : createGunzip(options)
  const running = pipeline(source, decoder, { signal })
  // Its failure destroys the decoder, which is where it is noticed.
  running.catch(() => undefined)
  yield* decoder as AsyncIterable<Uint8Array>
  await running
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
