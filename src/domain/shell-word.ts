/** A text as one word of a POSIX shell, in quotes: for commands that people paste, nothing here runs them. */
export function quotedWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** The same, as it is where nothing in it means anything to a shell. */
export function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : quotedWord(text)
}
