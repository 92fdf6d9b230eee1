import type { FileHandle } from 'node:fs/promises'

/** Appends to a file and flushes it; what arrives during a flush waits together for the next one. */
export interface LineAppender {
  /** Resolves once the line would survive a power cut. After a failure every later line fails likewise. */
  append(line: string): Promise<void>
  /** Waits for what was appended, then closes the file; idempotent. */
  close(): Promise<void>
}

/** Takes over an open file. */
export function appendLines(file: FileHandle): LineAppender {
  let waiting: string[] | undefined
  let last: Promise<void> = Promise.resolve()
  let closed: Promise<void> | undefined

  async function flush(lines: string[]): Promise<void> {
    waiting = undefined
    await file.appendFile(lines.join(''))
    await file.datasync()
  }

  return {
    append(line) {
      if (waiting) {
        waiting.push(line)
        return last
      }
      const lines = [line]
      waiting = lines
      last = last.then(() => flush(lines))
      return last
    },
    close() {
      // Whoever appended has been told of a failure.
      closed ??= last.catch(() => undefined).then(() => file.close())
      return closed
    },
  }
}
