/** A fenced block of a document. */
export interface FencedBlock {
  /** Line of its first line of content. */
  readonly line: number
  readonly script: string
  /** The words behind the fence: of ```sh test these are `sh` and `test`. */
  readonly words: readonly string[]
}

/** An executable block of a document. */
export interface Block extends Omit<FencedBlock, 'words'> {
  /** Services that must run for it: ```sh test versitygw. */
  readonly needs: readonly string[]
}

/** The fenced blocks of a Markdown document, in order. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = []
  let open: { line: number; words: readonly string[]; lines: string[] } | undefined
  for (const [index, line] of markdown.split('\n').entries()) {
    if (open && line === '```') {
      const { lines, ...about } = open
      blocks.push({ ...about, script: `${lines.join('\n')}\n` })
      open = undefined
    } else if (open) {
      open.lines.push(line)
    } else if (/^```\w*(?:\s|$)/.test(line)) {
      open = { line: index + 2, words: line.slice(3).split(/\s+/), lines: [] }
    }
  }
  return blocks
}

/** The blocks of a Markdown document that are fenced as ```sh test, or ```sh test SERVICE, in order. */
export function executableBlocks(markdown: string): Block[] {
  return fencedBlocks(markdown).flatMap(({ line, script, words: [language, purpose, ...needs] }) =>
    language === 'sh' && purpose === 'test' ? [{ line, script, needs }] : [],
  )
}
