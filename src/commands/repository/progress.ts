import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Chain } from '../../domain/source.ts'
import type { CommandContext } from '../context.ts'

/** The same chain, its whole-stream reads shown as progress. */
export function progressOver(context: CommandContext, job: string, phase: string, chain: Chain): Chain {
  return chain.map((link) => ({
    ...link,
    open(name) {
      const total = link.streams.find((stream) => stream.name === name)?.bytes ?? 0
      const about = { type: 'progress', job, stream: `${name} L${link.level}`, phase, total } as const
      let bytes = 0
      const counter = new Transform({
        highWaterMark: 1024 * 1024,
        transform(chunk: Uint8Array, _encoding, done) {
          bytes += chunk.length
          context.reporter.on({ ...about, bytes })
          done(null, chunk)
        },
        flush(done) {
          context.reporter.on({ ...about, bytes, done: true })
          done()
        },
      })
      // Its failure destroys the counter, which is where the reader notices it.
      pipeline(link.open(name), counter).catch(() => undefined)
      return counter
    },
  }))
}
