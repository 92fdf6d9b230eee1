import type { Writable } from 'node:stream'

/** The lines at the bottom of a terminal that are drawn over and over. */
export interface LiveArea {
  /** Replaces the area's lines; each must fit the terminal's width. */
  draw(lines: readonly string[]): void
  /** Prints lasting lines above the area. */
  print(lines: readonly string[]): void
}

/** Everything of one update goes out in one write, so that no half bar is ever seen. */
export function createLiveArea(stream: Writable): LiveArea {
  let drawn: readonly string[] = []
  const erase = () => (drawn.length > 0 ? `\x1b[${drawn.length}A\r\x1b[J` : '')
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
  return {
    draw(lines) {
      if (lines.length === 0 && drawn.length === 0) return
      stream.write(erase() + text(lines))
      drawn = lines
    },
    print(lines) {
      if (lines.length > 0) stream.write(erase() + text(lines) + text(drawn))
    },
  }
}
