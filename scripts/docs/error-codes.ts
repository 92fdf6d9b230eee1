/** The codes that docs/errors.md explains: its headings of the third level, in order. */
export function documentedCodes(markdown: string): string[] {
  return [...markdown.matchAll(/^### ([a-z][a-z-]*)$/gm)].map(([, code = '']) => code)
}
