import { wallClockFormat } from '../domain/wall-clock.ts'
import { HoldfastError } from '../errors/error.ts'
import { didYouMean } from './nearest.ts'

/** The words that a template may hold besides `{time:…}`. */
export const templateWords = [
  'basename',
  'job',
  'tag',
  'level',
  'pool',
  'dataset',
  'database',
  'id',
  'tier',
] as const

export type TemplateWord = (typeof templateWords)[number]

const word = /\{([^{}]*)\}/g
const timeToken = /YYYY|MM|DD|HH|SS/g

/** The pattern of `{time:…}` with hours before an MM; that MM is minutes. */
function renderTime(pattern: string, moment: Date, timezone: string): string {
  const parts = wallClockFormat(timezone).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  let afterHour = false
  return pattern.replaceAll(timeToken, (token) => {
    if (token === 'YYYY') return part('year').padStart(4, '0')
    if (token === 'DD') return part('day')
    if (token === 'SS') return part('second')
    if (token === 'HH') {
      afterHour = true
      return part('hour')
    }
    return part(afterHour ? 'minute' : 'month')
  })
}

function invalidTime(pattern: string): string | undefined {
  const rest = pattern.replaceAll(timeToken, '')
  if (rest === pattern) return `{time:${pattern}} holds no YYYY, MM, DD, HH or SS`
  return /[^\w .:+-]|[a-z]|[A-SU-Y]/.test(rest)
    ? `{time:${pattern}} holds more than YYYY, MM, DD, HH and SS`
    : undefined
}

/** What is wrong with a template; undefined where nothing is. */
export function invalidTemplate(text: string): { message: string; hint: string } | undefined {
  const hint = `Use ${templateWords.map((name) => `{${name}}`).join(', ')} or {time:YYYYMMDDHHMMSS}.`
  if (text === '') return { message: 'a template must not be empty', hint }
  if (/[{}]/.test(text.replaceAll(word, ''))) return { message: 'a brace has no counterpart', hint }
  for (const [, name = ''] of text.matchAll(word)) {
    const message = name.startsWith('time:')
      ? invalidTime(name.slice(5))
      : (templateWords as readonly string[]).includes(name)
        ? undefined
        : `unknown word {${name}}${didYouMean(name, [...templateWords, 'time:YYYYMMDDHHMMSS'])}`
    if (message !== undefined) return { message, hint }
  }
  const segments = text.split('/')
  const outside = segments.some((segment) => segment === '' || segment === '.' || segment === '..')
  if (outside || /\p{Cc}/u.test(text)) {
    return { message: 'not a name: it has an empty part, a .. or a control character', hint }
  }
  return undefined
}

export interface TemplateValues {
  readonly words: Readonly<Partial<Record<TemplateWord, string>>>
  readonly now: Date
  /** Of the IANA database; `{time:…}` is local to it. */
  readonly timezone: string
}

/**
 * Fills in a template. In `{time:YYYYMMDDHHMMSS}` an MM after HH is minutes.
 * Errors: `config-invalid` for a word that has no value here, such as `{pool}` of a directory.
 */
export function renderTemplate(text: string, { words, now, timezone }: TemplateValues): string {
  return text.replaceAll(word, (written, name: string) => {
    if (name.startsWith('time:')) return renderTime(name.slice(5), now, timezone)
    const value = words[name as TemplateWord]
    if (value !== undefined && value !== '') return value
    throw new HoldfastError('config-invalid', `${written} has no value in the template ${text}`, {
      hint: `Leave ${written} out of object-name, or use a word that this kind of source has.`,
      context: { template: text, word: name },
    })
  })
}

/** A filled-in template as the key of an object: what keys cannot hold, such as spaces, is percent-encoded. */
export function templateKey(text: string): string {
  return text.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent)
}
