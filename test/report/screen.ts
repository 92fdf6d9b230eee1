import { Writable } from 'node:stream'
import type { Clock } from '../../src/domain/clock.ts'

/** Collects what is written; with `columns` like a terminal's stream. */
export class Sink extends Writable {
  readonly writes: string[] = []
  readonly columns: number

  constructor(columns = 80) {
    super({ decodeStrings: false })
    this.columns = columns
  }

  override _write(chunk: string, _: BufferEncoding, done: () => void): void {
    this.writes.push(chunk)
    done()
  }

  get text(): string {
    return this.writes.join('')
  }

  /** What a terminal would show: cursor up, carriage return and erase below are obeyed, colours dropped. */
  get screen(): string[] {
    const lines: string[] = ['']
    let row = 0
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what this reads.
    for (const [token, up] of this.text.matchAll(/\x1b\[(\d+)A|\x1b\[J|\x1b\[\d+m|\r|\n|[^\x1b\r\n]+/g)) {
      if (up !== undefined) row -= Number(up)
      else if (token === '\x1b[J') lines.splice(row, lines.length, '')
      else if (token === '\n') lines[++row] ??= ''
      else if (token !== '\r' && !token.startsWith('\x1b')) lines[row] = (lines[row] ?? '') + token
      if (row < 0) throw new Error('the cursor left the screen')
    }
    return lines.slice(0, -1)
  }
}

/** A clock that moves only when told to. */
export class ManualClock implements Clock {
  at = 0

  now(): Date {
    return new Date(Date.UTC(2026, 10, 18, 1) + this.at)
  }

  monotonic(): number {
    return this.at
  }

  async sleep(milliseconds: number): Promise<void> {
    this.at += milliseconds
  }
}
