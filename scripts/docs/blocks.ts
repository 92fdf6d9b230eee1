/** An executable block of a document. */
export interface Block {
  /** Line of its first command. */
  readonly line: number
  readonly script: string
}

const fence = /^```(\w*)(?:\s+(.*))?$/

/** The blocks of a Markdown document that are fenced as ```sh test, in order. */
export function executableBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  let open: { line: number; wanted: boolean; lines: string[] } | undefined
  for (const [index, line] of markdown.split('\n').entries()) {
    const match = fence.exec(line)
    if (open && line === '```') {
      if (open.wanted) blocks.push({ line: open.line, script: `${open.lines.join('\n')}\n` })
      open = undefined
    } else if (open) {
      open.lines.push(line)
    } else if (match) {
      open = { line: index + 2, wanted: match[1] === 'sh' && match[2] === 'test', lines: [] }
    }
  }
  return blocks
}
