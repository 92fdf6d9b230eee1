import type { StreamObserver } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'

/** Where the binary log stood when the snapshot began. */
export interface Coordinates {
  readonly file: string
  readonly position: number
}

export interface DumpObserver extends StreamObserver {
  /** What the head of the dump says, once it has passed. */
  coordinates(): Coordinates | undefined
  ended(): boolean
}

const headBytes = 16 * 1024
const tailBytes = 512

/** The coordinates that `--master-data=2` or `--source-data=2` wrote, as a comment or not. */
export function coordinatesIn(head: string): Coordinates | undefined {
  const match =
    /(?:MASTER|SOURCE)_LOG_FILE='([^']+)', (?:MASTER|SOURCE)_LOG_POS=(\d+)/.exec(head) ?? undefined
  return match && { file: match[1] ?? '', position: Number(match[2]) }
}

/** The last line that a dump has when it was not cut short. */
export function hasTrailer(tail: string): boolean {
  return /(?:^|\n)-- Dump completed[^\n]*\n?\s*$/.test(tail)
}

/** Watches a dump pass: its coordinates, and that its last line is there. Errors of `end`: `source-truncated`. */
export function createDumpObserver(tool: string): DumpObserver {
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  let ended = false
  return {
    write(chunk) {
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
      const last = Buffer.from(chunk.subarray(Math.max(0, chunk.length - tailBytes)))
      tail = last.length >= tailBytes ? last : Buffer.concat([tail, last]).subarray(-tailBytes)
    },
    end() {
      if (!hasTrailer(tail.toString('latin1'))) {
        throw new HoldfastError('source-truncated', `the dump of ${tool} does not end with its last line`, {
          hint: 'Look into the log of the database server: it may have ended the connection.',
          context: { tool },
        })
      }
      ended = true
    },
    coordinates: () => coordinatesIn(head.toString('latin1')),
    ended: () => ended,
  }
}
