import { maskSecrets } from '../domain/secret.ts'

const longestLine = 64 * 1024

export interface StderrRing {
  /** Takes raw bytes as the child writes them. */
  write(chunk: Uint8Array): void
  /** Hands an unfinished last line to the callback. */
  end(): void
  /** The last bytes as text, secrets masked. */
  text(): string
  /** The last `count` lines that are not blank, secrets masked. */
  lastLines(count: number): readonly string[]
}

/**
 * Keeps the last `capacity` bytes of a child's stderr and calls `onLine` for every line (without its newline, not
 * masked: the callback parses it). A line longer than 64 KiB arrives in pieces.
 */
export function createStderrRing(capacity = 64 * 1024, onLine?: (line: string) => void): StderrRing {
  let kept: Buffer[] = []
  let keptBytes = 0
  let partial = Buffer.alloc(0)

  const emitLines = (chunk: Buffer): void => {
    if (onLine === undefined) return
    let rest = partial.length === 0 ? chunk : Buffer.concat([partial, chunk])
    for (;;) {
      const newline = rest.indexOf(10)
      if (newline < 0) break
      onLine(rest.toString('utf8', 0, newline))
      rest = rest.subarray(newline + 1)
    }
    if (rest.length > longestLine) {
      onLine(rest.toString('utf8'))
      rest = Buffer.alloc(0)
    }
    partial = Buffer.from(rest)
  }

  const text = (): string => {
    const joined = Buffer.concat(kept)
    return maskSecrets(joined.subarray(Math.max(0, joined.length - capacity)).toString('utf8'))
  }

  return {
    write(chunk) {
      const bytes = Buffer.from(chunk)
      kept.push(bytes)
      keptBytes += bytes.length
      if (keptBytes > 2 * capacity) {
        const joined = Buffer.concat(kept)
        kept = [Buffer.from(joined.subarray(joined.length - capacity))]
        keptBytes = capacity
      }
      emitLines(bytes)
    },
    end() {
      if (partial.length > 0) onLine?.(partial.toString('utf8'))
      partial = Buffer.alloc(0)
    },
    text,
    lastLines: (count) =>
      text()
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-count),
  }
}
