const thrown = /new HoldfastError\(\s*(['"`])[\w-]+\1,\s*(['"`])((?:\\.|(?!\2)[^\\])*)\2/g
const hinted = /\bhint: (['"`])((?:\\.|(?!\1)[^\\])*)\1(?!\s*\+)/g

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** Errors whose literal message is not lower case without a full stop, or whose hint is no full sentence. */
export function messageProblems(file: string, text: string): string[] {
  const problems: string[] = []
  for (const match of text.matchAll(thrown)) {
    const message = match[3] ?? ''
    const place = `${file}:${lineAt(text, match.index)}`
    // Names in capitals (S3, PATH) may begin a message, sentences may not.
    if (/^[A-Z][a-z]/.test(message))
      problems.push(`${place}: error message begins with a capital: ${message}`)
    if (/[.!]$/.test(message)) problems.push(`${place}: error message ends with a full stop: ${message}`)
  }
  for (const match of text.matchAll(hinted)) {
    const hint = match[2] ?? ''
    const place = `${file}:${lineAt(text, match.index)}`
    if (!/[.?]$/.test(hint) && !hint.endsWith('}'))
      problems.push(`${place}: hint is no full sentence: ${hint}`)
  }
  return problems
}
