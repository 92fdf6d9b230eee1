import { maskSecrets } from '../domain/secret.ts'

// Control characters, line separators, and the marks that reorder a line: a file name must not steer the terminal.
const unsafe = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** One line that is safe to show: secrets masked, then control characters written as `\x1b`. */
export function printable(text: string): string {
  return maskSecrets(text).replace(unsafe, escaped)
}

/** Like {@link printable}, for text of several lines. */
export function printableLines(text: string): string[] {
  return maskSecrets(text)
    .split(/\r?\n/)
    .map((line) => line.replaceAll('\t', '  ').replace(unsafe, escaped))
}
