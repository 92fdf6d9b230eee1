/** An executable block of a document. */
export interface Block {
  /** Line of its first command. */
  readonly line: number
  readonly script: string
  /** Services that must run for it: ```sh test versitygw. */
  readonly needs: readonly string[]
}

const fence = /^```(\w*)(?:\s+(.*))?$/

/** The blocks of a Markdown document that are fenced as ```sh test, or ```sh test SERVICE, in order. */
export function executableBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  let open: { line: number; words: readonly string[]; lines: string[] } | undefined
  for (const [index, line] of markdown.split('\n').entries()) {
    const match = fence.exec(line)
    if (open && line === '```') {
      const [language, purpose, ...needs] = open.words
      const script = `${open.lines.join('\n')}\n`
      if (language === 'sh' && purpose === 'test') blocks.push({ line: open.line, script, needs })
      open = undefined
    } else if (open) {
      open.lines.push(line)
    } else if (match) {
      open = { line: index + 2, words: line.slice(3).split(/\s+/), lines: [] }
    }
  }
  return blocks
}
