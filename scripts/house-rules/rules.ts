import { messageProblems } from './messages.ts'

/** Lines that no source file needs that does one thing; 60 are usual, over 150 deserves a second look. */
const lineLimit = 200

const code = /\.(ts|cjs)$/
// Written so that this file does not find itself.
const unfinished = /\b(TO[D]O|FIX[M]E|XX[X])\b/
const vagueName = /(^|[/-])(utils?|helpers?|common|misc)([./-]|$)/

type Rule = (file: string, text: string) => string[]

function lineNumbers(text: string, pattern: RegExp): number[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [index + 1] : []))
}

const rules: readonly Rule[] = [
  (file, text) => {
    const lines = text.split('\n').length - 1
    return file.startsWith('src/') && lines > lineLimit
      ? [`${file}: ${lines} lines, over ${lineLimit}: it does more than one thing`]
      : []
  },
  (file) =>
    /^(src|test|scripts|bench)\//.test(file) && vagueName.test(file)
      ? [`${file}: the name does not say what it does`]
      : [],
  (file, text) =>
    lineNumbers(text, unfinished).map((line) => `${file}:${line}: unfinished work belongs into an issue`),
  (file, text) => (file.startsWith('src/') ? messageProblems(file, text) : []),
]

/** What breaks the house rules in one file that neither the compiler nor the linter sees; `read` gives its text. */
export function problemsOf(file: string, read: () => string): string[] {
  if (!code.test(file) || file.startsWith('dist/')) return []
  const text = read()
  return rules.flatMap((rule) => rule(file, text))
}
