/** A block of a document. */
export interface Block {
  /** Line of its first line of content. */
  readonly line: number
  readonly script: string
}

const fence = /^```(\w*)(?:\s+(.*))?$/

/** The fenced blocks of a Markdown document, in order, with the words behind the fence. */
export function fencedBlocks(markdown: string): (Block & { language: string; words: string })[] {
  const blocks: (Block & { language: string; words: string })[] = []
  let open: { line: number; language: string; words: string; lines: string[] } | undefined
  for (const [index, line] of markdown.split('\n').entries()) {
    const match = fence.exec(line)
    if (open && line === '```') {
      const { lines, ...about } = open
      blocks.push({ ...about, script: `${lines.join('\n')}\n` })
      open = undefined
    } else if (open) {
      open.lines.push(line)
    } else if (match) {
      const [, language = '', words = ''] = match
      open = { line: index + 2, language, words, lines: [] }
    }
  }
  return blocks
}

/** The blocks of a Markdown document that are fenced as ```sh test, in order. */
export function executableBlocks(markdown: string): Block[] {
  return fencedBlocks(markdown)
    .filter(({ language, words }) => language === 'sh' && words === 'test')
    .map(({ line, script }) => ({ line, script }))
}
