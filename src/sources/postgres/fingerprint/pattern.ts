import { HoldfastError } from '../../../errors/error.ts'

/** A name pattern of pg_dump as regular expressions of the server. */
export interface NamePattern {
  /** Absent: whatever the search path shows. */
  readonly schema?: string
  readonly name: string
}

const special = /[|*+?()[\]{}.^$\\]/

/** The parts of a pattern as pg_dump reads them: `*` and `?`, double quotes, lower case outside of them. */
function partsOf(pattern: string): string[] {
  const parts = ['']
  let quoted = false
  const add = (text: string): void => {
    parts[parts.length - 1] += text
  }
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? ''
    if (character === '"') {
      if (quoted && pattern[at + 1] === '"') {
        add('"')
        at++
      } else quoted = !quoted
    } else if (quoted) add(special.test(character) ? `\\${character}` : character)
    else if (character === '.') parts.push('')
    else if (character === '*') add('.*')
    else if (character === '?') add('.')
    else if (character === '$') add('\\$')
    else add(character.toLowerCase())
  }
  return parts
}

const whole = (expression: string): string => `^(${expression})$`

/** Of a table: `name` or `schema.name`. Errors: `usage`. */
export function tablePattern(pattern: string): NamePattern {
  const [first = '', second, ...more] = partsOf(pattern)
  if (more.length > 0) {
    throw new HoldfastError('usage', `${pattern} is no pattern of a table`, {
      hint: 'Write name or schema.name; put names with dots in double quotes.',
    })
  }
  return second === undefined ? { name: whole(first) } : { schema: whole(first), name: whole(second) }
}

/** Of a schema. Errors: `usage`. */
export function schemaPattern(pattern: string): string {
  const parts = partsOf(pattern)
  if (parts.length > 1) {
    throw new HoldfastError('usage', `${pattern} is no pattern of a schema`, {
      hint: 'Write a schema without its database; put names with dots in double quotes.',
    })
  }
  return whole(parts[0] ?? '')
}
