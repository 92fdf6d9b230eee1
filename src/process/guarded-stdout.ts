import { Readable } from 'node:stream'
import { watchStall } from './stall.ts'

/** Told by whoever stops the child because its output is not taken. */
export interface StallLimit {
  readonly milliseconds: number
  error(): Error
}

/** Passes stdout on and holds its end back until `verdict` has settled well. */
export function guardedStdout(
  raw: Readable,
  verdict: Promise<void>,
  aborted: () => unknown,
  stop: () => Promise<void>,
  limit?: StallLimit,
): Readable {
  let ended = false
  const stall = limit && watchStall(limit.milliseconds, () => fail(limit.error()))
  const guarded = new Readable({
    highWaterMark: 256 * 1024,
    read() {
      stall?.moves()
      raw.resume()
    },
    destroy: (error, done) => {
      stall?.end()
      if (ended) return done(error)
      raw.destroy()
      void stop().finally(() => done(error))
    },
  })
  const fail = (error: unknown): void => void guarded.destroy((aborted() ?? error) as Error)
  raw.pause()
  raw.on('data', (chunk: Buffer) => {
    if (guarded.push(chunk)) return
    raw.pause()
    stall?.stands()
  })
  raw.on('error', fail)
  raw.on('end', () => {
    stall?.end()
    verdict.then(() => {
      ended = true
      guarded.push(null)
    }, fail)
  })
  verdict.catch(fail)
  return guarded
}
