import { formatCount } from './bytes.ts'
import { printable } from './printable.ts'

/** Rows of one table; GitHub renders longer ones slowly. */
export const rowsShown = 500

const special = /[\\`*_[\]<>|~#$@&]/g

/** Text that Markdown shows as it is: no markup, no HTML, no mention of a user, one line. */
export function escapeMarkdown(text: string): string {
  return printable(text.replace(/\s*\n\s*/g, ' ')).replace(
    special,
    (character) => `&#${character.charCodeAt(0)};`,
  )
}

/** Text as inline code; a backtick cannot stand there, so it becomes an apostrophe. */
export function code(text: string): string {
  return `\`${printable(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``
}

/** A sentence of ours, in which commands stand between backticks: those become code, the rest stays as it is. */
export function sentence(text: string): string {
  const parts = text.split('`')
  // A backtick without a partner is no markup.
  if (parts.length % 2 === 0) return escapeMarkdown(text)
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : escapeMarkdown(part))).join('')
}

/** A text in which no number is parted from its unit. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?=\S)/g, '\u00a0')
}

/**
 * A table of cells that are Markdown already, in lines; a column that is named with a trailing `:` is right-aligned,
 * and no number in it is parted from its unit.
 * Of more than `most` rows the rest is counted below.
 */
export function markdownTable(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  most: number,
): string[] {
  const right = (title: string) => title.endsWith(':')
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const more = rows.length - most
  return [
    line(titles.map((title) => (right(title) ? title.slice(0, -1) : title))),
    line(titles.map((title) => (right(title) ? '--:' : '---'))),
    ...rows
      .slice(0, most)
      .map((cells) => line(cells.map((cell, index) => (right(titles[index] ?? '') ? unbroken(cell) : cell)))),
    ...(more > 0 ? ['', `… and ${formatCount(more)} more`] : []),
  ]
}

/** `lines` up to `bytes` of UTF-8 together, whole lines only; what is left out is said at the end. */
export function withinBytes(lines: readonly string[], bytes: number): string {
  const kept: string[] = []
  const closing = '\n\n… cut here: the rest is in the results.\n'
  let left = bytes - Buffer.byteLength(closing)
  for (const line of lines) {
    left -= Buffer.byteLength(line) + 1
    if (left < 0) return kept.join('\n') + closing
    kept.push(line)
  }
  return `${kept.join('\n')}\n`
}
