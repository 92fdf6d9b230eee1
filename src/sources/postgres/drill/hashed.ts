import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { DrillCheck } from '../../../domain/drill.ts'
import type { ChainLink, StoredStream } from '../../../domain/source.ts'

export interface HashedStream {
  readonly stream: Readable
  /** Reads what the loader left, and compares the whole. */
  check(): Promise<DrillCheck>
}

/** A stream of a backup whose hash is taken as it passes. */
export function hashedStream(link: ChainLink, stored: StoredStream): HashedStream {
  const hash = createHash('sha256')
  const inner = link.open(stored.name)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let ended = false
  const next = async (): Promise<Buffer | undefined> => {
    const { done, value } = await inner.next()
    if (done) {
      ended = true
      return undefined
    }
    hash.update(value)
    return value
  }
  const stream = new Readable({
    highWaterMark: 256 * 1024,
    read() {
      next().then(
        (chunk) => void this.push(chunk ?? null),
        (error: Error) => this.destroy(error),
      )
    },
  })
  return {
    stream,
    async check() {
      while (!ended) await next()
      const found = hash.digest('hex')
      const expected = stored.sha256
      const name = `stream ${stored.name}`
      if (expected === undefined) return { name, result: 'inconclusive', found }
      return { name, result: expected === found ? 'passed' : 'failed', expected, found }
    },
  }
}
