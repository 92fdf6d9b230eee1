import type { Clock } from '../../domain/clock.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { forward } from './forward.ts'
import { through } from './through.ts'

export interface ThrottleOptions {
  /** Up and down together. */
  readonly bytesPerSecond: number
  readonly clock: Clock
}

type Pace = (bytes: number, signal: AbortSignal) => Promise<void>

/**
 * Hands out the line's time in order of asking: who sends waits until all earlier bytes have had their time. A first
 * body goes at once, so that a short run does not wait for nothing; on average the rate holds.
 */
function createPace({ bytesPerSecond, clock }: ThrottleOptions): Pace {
  let free = Number.NEGATIVE_INFINITY
  return async (bytes, signal) => {
    const now = clock.monotonic()
    const start = Math.max(now, free)
    const lasts = (bytes / bytesPerSecond) * 1000
    free = start + lasts
    if (start === now) return
    try {
      await clock.sleep(start - now, signal)
    } catch (error) {
      free -= lasts
      throw error
    }
  }
}

async function* paced<T extends Uint8Array>(chunks: AsyncIterable<T>, pace: Pace, signal: AbortSignal) {
  for await (const chunk of chunks) {
    await pace(chunk.byteLength, signal)
    yield chunk
  }
}

/** A Store that sends and fetches bodies at no more than so many bytes a second, all its calls together. */
export function withThrottle(store: Store, options: ThrottleOptions): Store {
  if (!(options.bytesPerSecond > 0)) {
    throw new HoldfastError('internal', `no bandwidth: ${options.bytesPerSecond} bytes a second`)
  }
  const pace = createPace(options)
  const { putStream } = forward(store)
  return {
    ...forward(store),
    async put(key, body, put) {
      put.signal.throwIfAborted()
      await pace(body.byteLength, put.signal)
      return store.put(key, body, put)
    },
    ...(putStream && {
      putStream: (key, body, put) => putStream(key, paced(body, pace, put.signal), put),
    }),
    async get(key, get) {
      const body = await store.get(key, get)
      return through(body, (chunks) => paced(chunks, pace, get.signal), get.signal)
    },
  }
}
