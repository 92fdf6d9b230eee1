import { Lexer } from 'yaml'
import { githubExpression } from './interpolation.ts'

/** Something that YAML reads as other than what was meant; `offset` is where it begins in the text. */
export interface Trap {
  readonly offset: number
  readonly message: string
  readonly hint: string
}

/** Control tokens of the lexer, which stand for nothing in the text. */
const invisible = new Set(['\u0002', '\u0018', '\u001f'])

/**
 * Finds `${…}` without quotes inside `{ }` or `[ ]`, where YAML ends the text at the brace, and `${{` there. Both give
 * baffling syntax errors, or none at all and a wrong value.
 */
export function findTraps(text: string): Trap[] {
  const traps: Trap[] = []
  let offset = 0
  let recent = ''
  for (const token of new Lexer().lex(text)) {
    if (invisible.has(token)) continue
    // A quoted text ends with its quote, so only a plain one can end with the dollar sign.
    if (token === '{' && recent.endsWith('$')) {
      const rest = text.slice(offset + 1)
      const written = `\${${/^[^}\n]*\}?/.exec(rest)?.[0] ?? ''}`
      const trap = rest.startsWith('{')
        ? githubExpression
        : {
            message: `${written} without quotes inside { } or [ ] is no text to YAML`,
            hint: `Put it in quotes: "${written}".`,
          }
      traps.push({ offset: offset - 1, ...trap })
    }
    recent = token
    offset += token.length
  }
  return traps
}
