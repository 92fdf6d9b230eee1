import type { StreamObserver } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'

/** What the end of a plain dump, or of one of all roles, says. */
const complete = /^-- PostgreSQL database (?:cluster )?dump complete$/m

const headBytes = 512
const tailBytes = 512

/** Whether the text of a plain dump was written to its end: its last words, and the token that patched programs close with. */
function isWhole(head: string, tail: string): boolean {
  const token = /^\\restrict (\S+)$/m.exec(head)?.[1]
  return complete.test(tail) && (token === undefined || tail.includes(`\n\\unrestrict ${token}\n`))
}

/** The error for a dump that lacks its end: `source-truncated`. */
export function cutShort(stream: string): HoldfastError {
  return new HoldfastError('source-truncated', `the dump ${stream} ended before it was whole`, {
    hint: 'Look into the log of the server and at the memory of this host, and run again.',
    context: { stream },
  })
}

/** Remembers how a plain dump began and ended. */
export function createTrailerObserver(stream: string): StreamObserver {
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  return {
    write(chunk) {
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
      const last = chunk.subarray(-tailBytes)
      tail = Buffer.concat([tail, last]).subarray(-tailBytes)
    },
    end() {
      if (!isWhole(head.toString('latin1'), tail.toString('latin1'))) throw cutShort(stream)
    },
  }
}
