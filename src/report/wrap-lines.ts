import { displayWidth, wrap } from './width.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours may come before the first letter
const command = /^(?:\x1b\[\d+m)*\$ /

function wrapLine(line: string, columns: number): string {
  if (displayWidth(line) <= columns) return line
  const [indent = ''] = /^ */.exec(line) ?? []
  const text = line.slice(indent.length)
  // What is to be pasted stays in one piece.
  if (command.test(text)) return line
  const hanging = `${indent}  `
  const [first = '', ...rest] = wrap(text, Math.max(20, columns - hanging.length))
  return [indent + first, ...rest.map((each) => hanging + each)].join('\n')
}

/**
 * Breaks lines that are longer than a terminal is wide between words, with what follows indented: terminals break them
 * anywhere. `columns` undefined is no terminal: nothing is broken there.
 */
export function wrapLines(text: string, columns: number | undefined): string {
  if (columns === undefined) return text
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n')
}
