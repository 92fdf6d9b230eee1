import type { z } from 'zod'
import { didYouMean, nearest } from './nearest.ts'

/** What a problem says. */
export interface IssueText {
  readonly message: string
  readonly hint?: string
}

const kinds: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'boolean') return String(value)
  return value === null ? 'nothing' : (kinds[typeof value] ?? typeof value)
}

const list = (values: readonly unknown[]) => values.map(String).join(', ')

/** `expected text, got a number`; and what to do about it. */
export function wrongKind(choices: readonly string[], value: unknown): IssueText {
  const expected = [choices.slice(0, -1).join(', '), ...choices.slice(-1)].filter(Boolean).join(' or ')
  if (value === undefined) {
    return { message: 'missing', hint: `Add the key; its value is ${expected}.` }
  }
  if (value === null) {
    return { message: 'nothing stands behind the key', hint: `Give it ${expected}, or remove the key.` }
  }
  const message = `expected ${expected}, got ${kindOf(value)}`
  if (expected === kinds.int && typeof value === 'number') {
    return { message: `${value} is not a whole number`, hint: 'Write a number without a fraction.' }
  }
  if (expected === 'text' && typeof value !== 'object') return { message, hint: 'Put the value in quotes.' }
  if (typeof value === 'string' && /number/.test(expected) && /^[\d.]+$/.test(value)) {
    return { message, hint: 'Remove the quotes.' }
  }
  return { message, hint: `Write ${expected} there.` }
}

/** A value that is none of those allowed. `shown` is the value, or undefined where it must not be shown. */
export function notOneOf(values: readonly unknown[], shown: string | undefined, what?: string): IssueText {
  const names = values.map(String)
  const subject = what === undefined ? (shown ?? 'the value') : `${what} ${shown ?? 'given here'}`
  const verdict = what === undefined ? `${subject} is not one of ${list(values)}` : `unknown ${subject}`
  const near = shown === undefined ? undefined : nearest(shown, names)
  return {
    message: `${verdict}${shown === undefined ? '' : didYouMean(shown, names)}`,
    hint:
      near === undefined ? `Write one of ${list(values)}.` : `Write ${near}, or another of ${list(values)}.`,
  }
}

/** A key that does not exist. */
export function unknownKey(key: string, known: readonly string[]): IssueText {
  const near = nearest(key, known)
  if (near !== undefined) {
    return { message: `unknown key; did you mean ${near}?`, hint: `Write ${near}, or remove the key.` }
  }
  const hint = known.length === 0 ? 'Remove the key.' : `Remove the key; known here are ${list(known)}.`
  return { message: 'unknown key', hint }
}

/** What the schema expects at an issue, each as a noun. */
export function expectations(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_type') return [kinds[issue.expected] ?? issue.expected]
  return issue.code === 'invalid_value' ? issue.values.map(String) : []
}

/** The texts that would do at an issue. */
export function literals(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_type' && issue.expected === 'boolean') return ['true', 'false']
  return issue.code === 'invalid_value' ? issue.values.map(String) : []
}

/** What a schema of this project says; undefined for zod's own wording, which begins with a capital. */
export function ownMessage({ message }: z.core.$ZodIssue): string | undefined {
  return /^[A-Z]/.test(message) ? undefined : message
}

const look = 'Correct the value; `holdfast schema` says what it may be.'

/** Limits and formats. */
export function plainText(issue: z.core.$ZodIssue, value: unknown, mayShow: boolean): IssueText {
  const own = ownMessage(issue)
  const params = issue.code === 'custom' ? issue.params : undefined
  if (own !== undefined) {
    const shown = params?.show === true && mayShow ? `${value} is ` : ''
    return { message: `${shown}${own}`, hint: typeof params?.hint === 'string' ? params.hint : look }
  }
  const many = Array.isArray(value) || typeof value === 'string'
  if (issue.code === 'too_small') {
    if (many && Number(issue.minimum) === 1)
      return { message: 'must not be empty', hint: 'Give it a value, or remove the key.' }
    return { message: `must be at least ${issue.minimum}`, hint: `Write ${issue.minimum} or more.` }
  }
  if (issue.code === 'too_big') {
    return { message: `must be at most ${issue.maximum}`, hint: `Write ${issue.maximum} or less.` }
  }
  if (issue.code === 'invalid_format') {
    const kind = issue.format === 'url' ? 'a URL' : 'in the form that it needs'
    return { message: `not ${kind}`, hint: look }
  }
  return { message: 'not valid', hint: look }
}
