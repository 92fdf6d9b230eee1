import { Readable } from 'node:stream'
import type { GetOptions, Store, StoredVersion } from '../../src/domain/store.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { createMemoryStore } from './memory-store.ts'

interface Kept {
  readonly version: Omit<StoredVersion, 'latest'>
  readonly body: Uint8Array
}

/** A Store in memory that keeps what was replaced, as a bucket with versions does. Conditions are those of the latest. */
export function createVersionedStore(): Store & Required<Pick<Store, 'versions'>> {
  const histories = new Map<string, Kept[]>()
  const plain = createMemoryStore('versioned')
  let next = 0

  function add(key: string, body: Uint8Array, deleted: boolean): Kept {
    const kept = {
      version: {
        key,
        bytes: body.byteLength,
        etag: deleted ? '' : `"${Buffer.from(body).toString('hex')}"`,
        modified: new Date(1_790_000_000_000 + next),
        versionId: `v${++next}`,
        deleted,
      },
      body,
    }
    histories.set(key, [kept, ...(histories.get(key) ?? [])])
    return kept
  }

  function find(key: string, versionId: string | undefined): Kept {
    const history = histories.get(key) ?? []
    const found =
      versionId === undefined ? history[0] : history.find(({ version }) => version.versionId === versionId)
    if (found && !found.version.deleted) return found
    throw new HoldfastError('store-not-found', `there is no object ${key}`)
  }

  const keysOf = (prefix: string) => [...histories.keys()].filter((key) => key.startsWith(prefix)).sort()

  return {
    ...plain,
    features: { ...plain.features, versions: true },
    async put(key, body) {
      return add(key, Uint8Array.from(body), false).version
    },
    async get(key, { versionId, range }: GetOptions) {
      const { body } = find(key, versionId)
      const part = range ? body.subarray(range.offset, range.offset + range.length) : body
      return Readable.from(part.byteLength > 0 ? [Buffer.from(part)] : [], { objectMode: false })
    },
    async stat(key) {
      const [newest] = histories.get(key) ?? []
      return newest && !newest.version.deleted ? newest.version : undefined
    },
    async *list(prefix) {
      for (const key of keysOf(prefix)) {
        const [newest] = histories.get(key) ?? []
        if (newest && !newest.version.deleted) yield newest.version
      }
    },
    async *versions(prefix) {
      for (const key of keysOf(prefix)) {
        for (const [at, { version }] of (histories.get(key) ?? []).entries())
          yield { ...version, latest: at === 0 }
      }
    },
    async delete(key, options) {
      if (options?.versionId === undefined) return void add(key, new Uint8Array(), true)
      const left = (histories.get(key) ?? []).filter(({ version }) => version.versionId !== options.versionId)
      if (left.length > 0) histories.set(key, left)
      else histories.delete(key)
    },
  }
}
