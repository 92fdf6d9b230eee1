import { createHash } from 'node:crypto'
import { readObject, sha256Of } from '../../catalog/object-io.ts'
import type { ObjectReference } from '../../domain/manifest.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'

function noGood({ key }: ObjectReference, sources: readonly Store[], cause: unknown): HoldfastError {
  const names = sources.map(({ name }) => name)
  return new HoldfastError('object-damaged', `there is no good ${key} at ${names.join(' or ')}`, {
    hint: 'Sync from another destination that has this backup, or make a new full backup.',
    context: { key, tried: names },
    cause,
  })
}

/** Tries the sources in their order; what one lacks or has damaged the next may have. */
export async function fromAny<T>(
  context: CommandContext,
  sources: readonly Store[],
  object: ObjectReference,
  attempt: (store: Store) => Promise<T>,
): Promise<T> {
  let unreachable: HoldfastError | undefined
  let last: unknown
  for (const store of sources) {
    try {
      return await attempt(store)
    } catch (error) {
      context.signal.throwIfAborted()
      last = error
      if (!hasCode(error, 'store-not-found', 'object-damaged')) unreachable = asHoldfastError(error)
    }
  }
  throw unreachable ?? noGood(object, sources, last)
}

/** The bytes of an object, whole and of the right hash. Errors: `object-damaged` naming who was asked. */
export function fetchWhole(
  context: CommandContext,
  sources: readonly Store[],
  object: ObjectReference,
): Promise<Uint8Array> {
  return fromAny(context, sources, object, async (store) => {
    const body = await readObject(store, object.key, object.bytes, context.signal)
    if (body.byteLength === object.bytes && sha256Of(body) === object.sha256) return body
    throw new HoldfastError('object-damaged', `${object.key} at ${store.name} is not what was written`)
  })
}

/** The same piece by piece. It ends with an error, never with an end, where hash or size are not as they should be. */
export async function* checkedPieces(
  store: Store,
  { key, bytes, sha256 }: ObjectReference,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256')
  let read = 0
  for await (const chunk of await store.get(key, { signal })) {
    const piece = chunk as Uint8Array
    hash.update(piece)
    read += piece.byteLength
    yield piece
  }
  if (read === bytes && hash.digest('hex') === sha256) return
  throw new HoldfastError('object-damaged', `${key} at ${store.name} is not what was written`)
}
