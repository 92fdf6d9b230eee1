import { type TemplateWord, templateKey } from './template.ts'

/** Which keys a template can have made. */
export interface TemplatePattern {
  /** What every such key begins with; may be empty. */
  readonly prefix: string
  matches(key: string): boolean
}

const digits: Readonly<Record<string, number>> = { YYYY: 4, MM: 2, DD: 2, HH: 2, SS: 2 }

/** What stands for words whose values are few, or cannot reach into another folder. */
const open: Readonly<Partial<Record<TemplateWord, string>>> = {
  level: '\\d',
  tier: '(?:monthly|weekly|daily)',
  tag: '[a-z0-9._-]*',
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A text as others wrote it, and as Holdfast does. */
function either(text: string): string {
  const key = templateKey(text)
  return key === text ? escaped(text) : `(?:${escaped(text)}|${escaped(key)})`
}

function timeExpression(pattern: string): string {
  return escaped(pattern).replaceAll(/YYYY|MM|DD|HH|SS/g, (token) => `\\d{${digits[token]}}`)
}

function expressionOf(name: string, words: Readonly<Record<string, string | undefined>>): string | undefined {
  if (name.startsWith('time:')) return timeExpression(name.slice(5))
  const value = words[name]
  return value ? either(value) : open[name as TemplateWord]
}

/**
 * The names that a template makes over time, `words` being the same for all. Undefined where it has no time, whose names
 * are then no series, or a word without a value here: a pattern that matched more than its own would be dangerous. With
 * `anyWord` both will do: for asking whether a name may be one of the template's, never for what is deleted.
 */
export function templatePattern(
  text: string,
  words: Readonly<Partial<Record<TemplateWord, string>>>,
  { anyWord = false } = {},
): TemplatePattern | undefined {
  let expression = ''
  let prefix: string | undefined
  let hasTime = false
  let at = 0
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    const [written, name = ''] = match
    const part = expressionOf(name, words) ?? (anyWord ? '.+' : undefined)
    if (part === undefined) return undefined
    const before = text.slice(at, match.index)
    expression += either(before) + part
    const value = words[name as TemplateWord]
    hasTime ||= name.startsWith('time:')
    if (prefix === undefined && !value) prefix = literalBefore(text, match.index, words)
    at = match.index + written.length
  }
  if (!hasTime && !anyWord) return undefined
  const whole = new RegExp(`^${expression}${either(text.slice(at))}$`)
  return { prefix: prefix ?? '', matches: (key) => whole.test(key) }
}

/** The beginning of the template up to `end`, whose words all have values, as far as it is spelled in one way. */
function literalBefore(
  text: string,
  end: number,
  words: Readonly<Partial<Record<TemplateWord, string>>>,
): string {
  const filled = text
    .slice(0, end)
    .replaceAll(/\{([^{}]*)\}/g, (_, name: string) => words[name as TemplateWord] ?? '')
  // From the first character on that keys cannot hold, the two spellings differ.
  return /^[\x21-\x7e]*/.exec(filled)?.[0] ?? ''
}
