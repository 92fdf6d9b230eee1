import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Clock } from '../../src/domain/clock.ts'
import type { PutCondition, PutOptions, Store, StoredObject, StoreFeatures } from '../../src/domain/store.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { systemClock } from '../../src/process/clock.ts'

const allFeatures: StoreFeatures = {
  createOnly: true,
  compareAndSwap: true,
  range: true,
  enforcesSha256: true,
  versions: false,
  objectLock: false,
}

interface Kept {
  readonly object: StoredObject
  readonly body: Uint8Array
}

/** A Store in memory, with what tests may look at. */
export interface MemoryStore extends Store {
  /** Every object's bytes by key; change them to play damage or loss. */
  readonly objects: Map<string, Kept>
  putStream: NonNullable<Store['putStream']>
}

function unsupported(what: string): HoldfastError {
  return new HoldfastError('store-unsupported', `a memory store does not support ${what}`)
}

/**
 * An in-memory Store for tests; passes the conformance suite. Features may be switched off: conditions then throw
 * `store-unsupported`, and a wrong hash is believed. `versions` and `objectLock` cannot be switched on.
 */
export function createMemoryStore(
  name = 'memory',
  features: Partial<Omit<StoreFeatures, 'versions' | 'objectLock'>> = {},
  clock: Clock = systemClock,
): MemoryStore {
  const declared: StoreFeatures = { ...allFeatures, ...features }
  const objects = new Map<string, Kept>()
  let writes = 0

  function check(key: string, when: PutCondition | undefined): void {
    if (when === undefined) return
    const present = objects.get(key)
    const holds = 'etag' in when ? present?.object.etag === when.etag : present === undefined
    if (holds) return
    throw new HoldfastError('store-condition-failed', `the condition on ${key} does not hold`, {
      context: { key },
    })
  }

  function refuseUnsupported(options: Pick<PutOptions, 'when' | 'retainUntil' | 'tier'>): void {
    if (options.retainUntil) throw unsupported('object lock')
    if (options.tier !== undefined) throw unsupported('tiers')
    if (!options.when) return
    if ('etag' in options.when && !declared.compareAndSwap) throw unsupported('compare-and-swap')
    if ('absent' in options.when && !declared.createOnly) throw unsupported('create-only')
  }

  function keep(key: string, body: Uint8Array, when: PutCondition | undefined): StoredObject {
    check(key, when)
    const sha256 = createHash('sha256').update(body).digest('hex')
    const object = { key, bytes: body.byteLength, etag: `"${++writes}"`, modified: clock.now(), sha256 }
    objects.set(key, { object, body })
    return object
  }

  return {
    name,
    features: declared,
    objects,
    async put(key, body, options) {
      options.signal.throwIfAborted()
      refuseUnsupported(options)
      const copy = Uint8Array.from(body)
      // A turn of the event loop, so that contenders interleave as they would on a network.
      await Promise.resolve()
      if (declared.enforcesSha256 && createHash('sha256').update(copy).digest('hex') !== options.sha256) {
        throw new HoldfastError('store-checksum-mismatch', `the bytes of ${key} do not match their sha-256`)
      }
      return keep(key, copy, options.when)
    },
    async putStream(key, body, options) {
      options.signal.throwIfAborted()
      refuseUnsupported(options)
      const chunks: Uint8Array[] = []
      for await (const chunk of body) {
        options.signal.throwIfAborted()
        chunks.push(Uint8Array.from(chunk))
      }
      return keep(key, Buffer.concat(chunks), options.when)
    },
    async get(key, options) {
      options.signal.throwIfAborted()
      if (options.versionId !== undefined) throw unsupported('versions')
      if (options.range && !declared.range) throw unsupported('ranges')
      const kept = objects.get(key)
      if (!kept) throw new HoldfastError('store-not-found', `there is no object ${key}`, { context: { key } })
      const { offset, length } = options.range ?? { offset: 0, length: kept.body.byteLength }
      if (offset + length > kept.body.byteLength) {
        throw new HoldfastError('object-damaged', `the object ${key} is shorter than the part asked for`)
      }
      const part = Buffer.from(kept.body.subarray(offset, offset + length))
      return Readable.from(part.byteLength ? [part] : [], { objectMode: false, signal: options.signal })
    },
    async stat(key) {
      return objects.get(key)?.object
    },
    async *list(prefix) {
      const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort(byteOrder)
      for (const key of keys) {
        const kept = objects.get(key)
        if (kept) yield kept.object
      }
    },
    async delete(key, options) {
      if (options?.versionId !== undefined) throw unsupported('versions')
      objects.delete(key)
    },
  }
}

function byteOrder(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
