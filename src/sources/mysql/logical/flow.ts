import { Readable } from 'node:stream'
import type { Clock } from '../../../domain/clock.ts'
import { HoldfastError } from '../../../errors/error.ts'

export interface FlowOptions {
  readonly clock: Clock
  /** Milliseconds that nobody may ask for more before the source is given up. */
  readonly maxStall: number
  /** Milliseconds between two helpings taken without being asked. */
  readonly every?: number
  /** Bytes of such a helping. */
  readonly helping?: number
}

function stalled(maxStall: number): HoldfastError {
  return new HoldfastError(
    'source-stalled',
    `no destination took anything of the dump for ${Math.round(maxStall / 1000)} seconds`,
    { hint: 'Look at the destinations, or raise max-stall of the source.' },
  )
}

/**
 * Passes a stream on, begun at once. While nobody asks for more it still takes a helping now and then: a server drops a client that
 * takes nothing for `net_write_timeout`, 60 s, and not every dump program can raise that. What was taken waits in memory,
 * at most `maxStall / every` helpings, 90 MiB by default. Errors: `source-stalled` after `maxStall`.
 */
export function keepFlowing(start: () => Promise<Readable>, options: FlowOptions): Readable {
  const { clock, maxStall, every = 10_000, helping = 1024 ** 2 } = options
  const waiting: Buffer[] = []
  let source: Readable | undefined
  const over = new AbortController()
  let wanted = false
  let ended = false
  let extra = 0
  let asked = clock.monotonic()

  const settle = (): void => {
    if (wanted || extra > 0) source?.resume()
    else source?.pause()
  }
  const flow = new Readable({
    highWaterMark: 256 * 1024,
    read() {
      wanted = true
      asked = clock.monotonic()
      while (wanted) {
        const next = waiting.shift()
        if (next === undefined) break
        wanted = this.push(next)
      }
      if (ended && waiting.length === 0) this.push(null)
      settle()
    },
    destroy(error, done) {
      over.abort()
      source?.destroy()
      done(error)
    },
  })
  const watch = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(Math.min(every, maxStall), over.signal)
      if (wanted || ended) {
        asked = clock.monotonic()
        continue
      }
      if (clock.monotonic() - asked >= maxStall) return void flow.destroy(stalled(maxStall))
      extra = helping
      settle()
    }
  }
  const attach = (begun: Readable): void => {
    if (flow.destroyed) return void begun.destroy()
    source = begun
    begun.pause()
    begun.on('data', (chunk: Buffer) => {
      extra = Math.max(0, extra - chunk.length)
      if (wanted && waiting.length === 0) wanted = flow.push(chunk)
      else waiting.push(chunk)
      settle()
    })
    begun.once('error', (error) => flow.destroy(error))
    begun.once('end', () => {
      ended = true
      over.abort()
      if (waiting.length === 0) flow.push(null)
    })
    settle()
  }
  // It may fail before anybody listens; whoever reads then hears of it all the same.
  flow.on('error', () => undefined)
  start().then(attach, (error: Error) => flow.destroy(error))
  void watch().catch(() => undefined)
  return flow
}
