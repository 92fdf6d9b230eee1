import type { Clock } from '../domain/clock.ts'
import type { ObjectReference } from '../domain/manifest.ts'
import type { Store } from '../domain/store.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'
import { hashStored } from './object-io.ts'

/** Milliseconds between looks at a listing that lags behind its writes. */
const patience = [500, 2000, 5000]

export interface AcknowledgeOptions {
  readonly clock: Clock
  readonly signal: AbortSignal
}

function lied(store: Store, key: string, what: string): HoldfastError {
  return new HoldfastError('store-lied', `${store.name} took ${key} and ${what}`, {
    hint: 'Nothing was committed. Run `holdfast doctor` against this destination; it may lose or alter what it is given.',
    context: { key, destination: store.name },
  })
}

/**
 * Waits until the listing shows every object with its size. Objects that share a folder are found by one listing.
 * Needs only the right to list. Errors: `store-lied` naming the first object that is missing or of another size.
 */
export async function seeInListing(
  store: Store,
  objects: readonly Pick<ObjectReference, 'key' | 'bytes'>[],
  { clock, signal }: AcknowledgeOptions,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const wrong = await notListed(store, objects, signal)
    if (!wrong) return
    const wait = patience[attempt]
    if (wait === undefined) throw lied(store, wrong.key, wrong.what)
    await clock.sleep(wait, signal)
  }
}

async function notListed(
  store: Store,
  objects: readonly Pick<ObjectReference, 'key' | 'bytes'>[],
  signal: AbortSignal,
): Promise<{ key: string; what: string } | undefined> {
  const missing = new Map(objects.map(({ key, bytes }) => [key, bytes]))
  const found = new Map<string, number>()
  for (const prefix of prefixesOf(objects.map(({ key }) => key))) {
    for await (const { key, bytes } of store.list(prefix)) {
      signal.throwIfAborted()
      if (missing.get(key) === bytes) missing.delete(key)
      else if (missing.has(key)) found.set(key, bytes)
    }
  }
  for (const [key, bytes] of missing) {
    const listed = found.get(key)
    return { key, what: listed === undefined ? 'does not list it' : `lists ${listed} bytes of ${bytes}` }
  }
  return undefined
}

/** `<branch>/<job>/<id>/` for what has a folder of its own, the key itself otherwise. */
function prefixesOf(keys: readonly string[]): Set<string> {
  return new Set(keys.map((key) => /^[^/]+\/[^/]+\/[^/]+\//.exec(key)?.[0] ?? key))
}

/** Reads every object whole and compares hash and size. Errors: `store-lied` naming the first that differs. */
export async function readBack(
  store: Store,
  objects: readonly ObjectReference[],
  signal: AbortSignal,
): Promise<void> {
  for (const { key, bytes, sha256 } of objects) {
    const found = await hashStored(store, key, signal).catch((error: unknown) => {
      throw hasCode(error, 'store-not-found') ? lied(store, key, 'has it no more') : error
    })
    if (found.bytes !== bytes || found.sha256 !== sha256) throw lied(store, key, 'gives back other bytes')
  }
}
