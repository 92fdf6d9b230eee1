import { Readable } from 'node:stream'

/** What a deferred stream is made of. */
export interface DeferredParts {
  /** Called with the first read. What it makes is read to its end. */
  open(): Promise<Readable>
  /** The inner stream ended well: the last thing that may fail before the end is passed on. */
  finish?(): Promise<void>
  /** What an error of the inner stream, of `open` or of `finish` is told as. */
  explain?(error: unknown): unknown
  /** Always called once, after the end or instead of it. */
  close?(): Promise<void>
}

/** A stream whose producer has to be prepared first: chunks pass untouched, and no end before `finish`. */
export function deferredStream(parts: DeferredParts): Readable {
  let inner: Readable | undefined
  let begun = false
  const fail = (error: unknown): void => {
    outer.destroy((parts.explain?.(error) ?? error) as Error)
  }
  async function begin(): Promise<void> {
    const opened = await parts.open()
    inner = opened
    if (outer.destroyed) {
      opened.on('error', () => undefined)
      opened.destroy()
      return
    }
    opened.on('error', fail)
    opened.on('data', (chunk: Buffer) => {
      if (!outer.push(chunk)) opened.pause()
    })
    opened.on('end', () => {
      Promise.resolve(parts.finish?.()).then(() => outer.push(null), fail)
    })
  }
  const outer = new Readable({
    highWaterMark: 256 * 1024,
    read() {
      if (begun) return void inner?.resume()
      begun = true
      begin().catch(fail)
    },
    destroy(error, done) {
      inner?.on('error', () => undefined)
      inner?.destroy()
      Promise.resolve(parts.close?.()).then(
        () => done(error),
        (closing: Error) => done(error ?? closing),
      )
    },
  })
  return outer
}
