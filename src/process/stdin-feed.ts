import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What a child reads: a stream, bytes, or nothing. */
export type ToolInput = Readable | Uint8Array | string

export interface FeedResult {
  /** True when the child took every byte, false when it closed its input early. */
  readonly complete: boolean
}

const closedEarly = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_PREMATURE_CLOSE'])

/**
 * Feeds `input` to a child. When the input fails, the child is stopped *before* its stdin closes: it must never
 * take the broken end of a damaged stream for a good one. Rejects with the input's error.
 */
export async function feedStdin(
  input: ToolInput,
  stdin: Writable,
  stop: () => Promise<void>,
): Promise<FeedResult> {
  const source = input instanceof Readable ? input : Readable.from([Buffer.from(input)])
  let childClosed = false
  let finished = false
  stdin.on('error', () => {
    childClosed = true
  })
  const guarded = new Writable({
    write(chunk, encoding, done) {
      stdin.write(chunk, encoding, (error) => {
        // Told here before it is told as an event: the child must not be stopped for having read enough.
        if (error) childClosed = true
        done(error)
      })
    },
    final: (done) => {
      finished = true
      // A child that has read what it needs may go before it sees the end; every byte was handed over by then.
      if (stdin.destroyed) done()
      else stdin.end(() => done())
    },
    destroy: (error, done) => {
      if (error === null || childClosed) {
        stdin.destroy()
        done(error)
        return
      }
      void stop().finally(() => {
        stdin.destroy()
        done(error)
      })
    },
  })
  // A child that went while the input is idle would otherwise be waited for until the next write.
  stdin.once('close', () => {
    if (finished || guarded.destroyed) return
    childClosed = true
    guarded.destroy(Object.assign(new Error('the child closed its input'), { code: 'EPIPE' }))
  })
  try {
    await pipeline(source, guarded)
    return { complete: true }
  } catch (error) {
    if (childClosed && closedEarly.has(String((error as NodeJS.ErrnoException).code)))
      return { complete: false }
    throw error
  }
}
