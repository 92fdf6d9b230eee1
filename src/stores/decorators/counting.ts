import type { Store } from '../../domain/store.ts'
import { forward } from './forward.ts'
import { through } from './through.ts'

export interface Counts {
  /** Bytes of bodies handed to the store, failed attempts included. */
  sentBytes: number
  /** Bytes of bodies received from the store. */
  fetchedBytes: number
  /** Calls of each method. */
  readonly calls: Record<'put' | 'putStream' | 'get' | 'stat' | 'list' | 'delete', number>
}

/**
 * A Store that counts what passes: for `sentBytes` and `fetchedBytes` of results. Put it next to the driver, below
 * retries, to count what really went over the line.
 */
export function withCounting(store: Store): Store & { readonly counts: Counts } {
  const counts: Counts = {
    sentBytes: 0,
    fetchedBytes: 0,
    calls: { put: 0, putStream: 0, get: 0, stat: 0, list: 0, delete: 0 },
  }
  const { putStream } = forward(store)

  async function* sent(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      counts.sentBytes += chunk.byteLength
      yield chunk
    }
  }

  async function* fetched(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      counts.fetchedBytes += chunk.byteLength
      yield chunk
    }
  }

  return {
    ...forward(store),
    counts,
    async put(key, body, options) {
      counts.calls.put++
      counts.sentBytes += body.byteLength
      return store.put(key, body, options)
    },
    ...(putStream && {
      putStream: (key, body, options) => {
        counts.calls.putStream++
        return putStream(key, sent(body), options)
      },
    }),
    async get(key, options) {
      counts.calls.get++
      return through(await store.get(key, options), fetched, options.signal)
    },
    async stat(key) {
      counts.calls.stat++
      return store.stat(key)
    },
    list(prefix) {
      counts.calls.list++
      return store.list(prefix)
    },
    async delete(key, options) {
      counts.calls.delete++
      await store.delete(key, options)
    },
  }
}
