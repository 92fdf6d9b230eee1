import type { Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { damaged } from '../codec/damage.ts'
import type { StreamObserver } from '../domain/source.ts'
import type { Store } from '../domain/store.ts'
import { HoldfastError } from '../errors/error.ts'
import { abortable } from './abortable.ts'
import { decodeStream } from './decode-stream.ts'
import { getObject } from './fetch-object.ts'

/** Bytes of `age-encryption.org/`. */
const longestMagic = 19

type Kind = 'gzip' | 'zstd' | 'plain'

/** The kind of a file by its first bytes. Errors: `store-unsupported` for what needs a key or a seekable file. */
function kindOf(head: Uint8Array, key: string): Kind {
  const hex = Buffer.from(head.subarray(0, 6)).toString('hex')
  if (hex.startsWith('1f8b')) return 'gzip'
  if (hex.startsWith('28b52ffd')) return 'zstd'
  const other = Buffer.from(head).toString('latin1').startsWith('age-encryption.org/')
    ? 'age -d'
    : hex.startsWith('377abcaf271c')
      ? '7z x'
      : hex.startsWith('504b0304')
        ? 'unzip'
        : undefined
  if (other === undefined) return 'plain'
  throw new HoldfastError('store-unsupported', `${key} was written by another tool and is no tar archive`, {
    hint: `Fetch the object with the tools of the store and open it with \`${other}\`.`,
    context: { key },
  })
}

async function* decoded(source: AsyncIterable<Uint8Array>, kind: Kind, key: string) {
  if (kind === 'plain') return yield* source
  try {
    yield* decodeStream(source, kind === 'gzip' ? createGunzip() : createZstdDecompress())
  } catch (error) {
    throw /^(?:Z_|ZSTD_)/.test((error as { code?: string }).code ?? '')
      ? damaged('it does not decompress', key, error)
      : error
  }
}

/**
 * The plain bytes of an object that somebody else wrote: gzip and zstd are recognised and undone, everything else comes
 * as it is. Its own checksums are all there is to find damage by, but for the `observer` of the stored bytes, which has the
 * last word. `onFetched` hears how many they are.
 */
export function openForeign(
  store: Store,
  key: string,
  signal: AbortSignal,
  onFetched: (bytes: number) => void,
  observer?: StreamObserver,
): Readable {
  return abortable(signal, (either) => readForeign(store, key, either, onFetched, observer))
}

/** The first bytes, enough to know a file by, and an iterator of the rest. */
async function headOf(body: AsyncIterable<Uint8Array>) {
  const rest = body[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < longestMagic) {
    const next = await rest.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  return { head, rest }
}

async function* stored(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  seen: (piece: Uint8Array) => Uint8Array,
): AsyncGenerator<Uint8Array> {
  yield seen(head)
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield seen(next.value)
}

/** The same, up to the very place where it fails: a `Readable` drops what it holds when it errors. */
export async function* readForeign(
  store: Store,
  key: string,
  signal: AbortSignal,
  onFetched: (bytes: number) => void,
  observer?: StreamObserver,
): AsyncGenerator<Uint8Array> {
  const body = await getObject(store, key, signal)
  try {
    const { head, rest } = await headOf(body as AsyncIterable<Uint8Array>)
    const seen = (piece: Uint8Array): Uint8Array => {
      onFetched(piece.length)
      observer?.write(piece)
      return piece
    }
    const pieces = stored(head, rest, seen)
    yield* decoded(pieces, kindOf(head, key), key)
    // A decoder may have had enough before the end.
    if (observer) for (let next = await rest.next(); !next.done; next = await rest.next()) seen(next.value)
    observer?.end()
  } finally {
    body.destroy()
  }
}
