import type { Readable } from 'node:stream'
import { damaged, namingKey } from '../codec/damage.ts'
import { createBlake3, createSha256 } from '../codec/hash.ts'
import type { Secret } from '../domain/secret.ts'
import type { Store } from '../domain/store.ts'
import { abortable } from './abortable.ts'
import { decryptStream } from './decrypt-stream.ts'
import { getObject } from './fetch-object.ts'

export interface PartsOptions {
  readonly store: Store
  /** age files whose contents, one after another, are the stream; hashes of the stored bytes, hex. */
  readonly parts: readonly {
    readonly key: string
    readonly hash: string
    readonly algorithm: 'blake3' | 'sha256'
  }[]
  /** Of the whole plain stream, hex. */
  readonly blake3: string
  readonly identities: readonly Secret[]
  readonly signal: AbortSignal
  readonly onFetched?: (bytes: number) => void
}

/**
 * The plain bytes of a stream that was cut into age files. Each age chunk is authenticated before its bytes are handed out,
 * and the last of them only when the hashes of every file and of the whole are right. Errors: `object-missing`,
 * `object-damaged` naming the key, `identity-wrong`.
 */
export function openParts(options: PartsOptions): Readable {
  return abortable(options.signal, (signal) => readParts({ ...options, signal }))
}

async function* stored(
  { store, signal, onFetched }: PartsOptions,
  { key, hash, algorithm }: PartsOptions['parts'][number],
): AsyncGenerator<Uint8Array> {
  const hasher = algorithm === 'blake3' ? await createBlake3() : createSha256()
  for await (const chunk of (await getObject(store, key, signal)) as AsyncIterable<Uint8Array>) {
    hasher.update(chunk)
    onFetched?.(chunk.length)
    yield chunk
  }
  if (hasher.hex() !== hash) throw damaged('its hash is not the recorded one', key)
}

/** The same, up to the very place where it fails. */
async function* readParts(options: PartsOptions): AsyncGenerator<Uint8Array> {
  const { parts, identities, blake3, signal } = options
  const whole = await createBlake3()
  let last: Uint8Array | undefined
  for (const part of parts) {
    try {
      for await (const chunk of decryptStream(stored(options, part), identities)) {
        whole.update(chunk)
        if (last !== undefined) yield last
        last = chunk
      }
    } catch (error) {
      signal.throwIfAborted()
      throw namingKey(error, part.key)
    }
  }
  if (whole.hex() !== blake3) {
    throw damaged('the parts together are not the stream that was sent', parts.at(-1)?.key)
  }
  if (last !== undefined) yield last
}
