import { Readable } from 'node:stream'

/** Passes stdout on and holds its end back until `verdict` has settled well. */
export function guardedStdout(
  raw: Readable,
  verdict: Promise<void>,
  aborted: () => unknown,
  stop: () => Promise<void>,
): Readable {
  let ended = false
  const guarded = new Readable({
    highWaterMark: 256 * 1024,
    read: () => void raw.resume(),
    destroy: (error, done) => {
      if (ended) return done(error)
      raw.destroy()
      void stop().finally(() => done(error))
    },
  })
  const fail = (error: unknown): void => void guarded.destroy((aborted() ?? error) as Error)
  raw.pause()
  raw.on('data', (chunk: Buffer) => {
    if (!guarded.push(chunk)) raw.pause()
  })
  raw.on('error', fail)
  raw.on('end', () => {
    verdict.then(() => {
      ended = true
      guarded.push(null)
    }, fail)
  })
  verdict.catch(fail)
  return guarded
}
