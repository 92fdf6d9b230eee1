import type { Readable } from 'node:stream'
import type { Clock } from '../../domain/clock.ts'
import { HoldfastError } from '../../errors/error.ts'

/** Milliseconds in which a body must show a sign of life: its reader may be slow, the service may not. */
const limit = 120_000

export interface IdleWatch {
  progress(): void
  end(): void
}

/**
 * Ends a body of which nothing comes for two minutes although there is room for it: the SDK has a time limit for
 * replies to begin, and none for them to go on.
 */
export function watchIdle(
  { clock, where, name }: { readonly clock: Clock; readonly where: string; readonly name: string },
  body: Readable,
): IdleWatch {
  const ended = new AbortController()
  let last = clock.monotonic()

  async function watch(): Promise<void> {
    for (;;) {
      const rest = last + limit - clock.monotonic()
      if (rest > 0) {
        await clock.sleep(rest, ended.signal)
        continue
      }
      if (body.readableLength === 0) break
      // It is the reader who takes his time.
      last = clock.monotonic()
    }
    body.destroy(
      new HoldfastError('store-unreachable', `${where} stopped sending`, {
        hint: 'Check the network between this host and Azure.',
        context: { destination: name, seconds: limit / 1000 },
        retryable: true,
      }),
    )
  }

  watch().catch(() => undefined)
  return {
    progress() {
      last = clock.monotonic()
    },
    end: () => ended.abort(),
  }
}
