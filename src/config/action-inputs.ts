import { HoldfastError } from '../errors/error.ts'
import { didYouMean } from './nearest.ts'
import type { Environment } from './variables.ts'

/** `list` is split at commas and newlines, `lines` at newlines only. */
type InputKind = 'text' | 'list' | 'lines' | 'boolean' | 'number' | 'time'

/** An input of an action, as its action.yml declares it. */
export interface InputSpec {
  readonly name: string
  readonly kind: InputKind
  readonly choices?: readonly string[]
  /** What an empty or absent one means. */
  readonly default?: string
}

/** The inputs of a run, read and checked. Asking for a name that was not declared, or as another kind, throws. */
export interface Inputs {
  /** Whether it was given, and not empty. */
  has(name: string): boolean
  text(name: string): string | undefined
  list(name: string): readonly string[]
  flag(name: string): boolean
  number(name: string): number | undefined
  time(name: string): Date | undefined
}

type Value = string | readonly string[] | boolean | number | Date | undefined

const prefix = 'INPUT_'

/** The runner's own rule: `on-busy` becomes `INPUT_ON-BUSY`. */
function variableOf(name: string): string {
  return `${prefix}${name.replaceAll(' ', '_').toUpperCase()}`
}

const split = (text: string, at: RegExp) =>
  text
    .split(at)
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** The booleans of YAML 1.2, and no others. */
const booleans = new Map([
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
])

function timeOf(text: string): Date | undefined {
  // Without an offset it is UTC.
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`
  const time = new Date(zoned)
  return Number.isNaN(time.getTime()) ? undefined : time
}

/** A value, or in words what is expected instead. */
function parse(text: string, { kind, choices }: InputSpec): { value: Value } | { expected: string } {
  if (kind === 'list') return { value: split(text, /[,\n]/) }
  if (kind === 'lines') return { value: split(text, /\n/) }
  if (kind === 'boolean') {
    const value = booleans.get(text)
    return value === undefined ? { expected: 'true or false' } : { value }
  }
  if (kind === 'number')
    return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { expected: 'a whole number' }
  if (kind === 'time') {
    const value = timeOf(text)
    return value === undefined ? { expected: 'an ISO time such as 2026-11-21T03:00Z' } : { value }
  }
  const isChoice = choices === undefined || choices.includes(text)
  return isChoice ? { value: text } : { expected: `one of ${choices.join(', ')}${didYouMean(text, choices)}` }
}

function unknownInputs(environment: Environment, specs: readonly InputSpec[]): string[] {
  const names = specs.map(({ name }) => name)
  const known = new Set(names.map(variableOf))
  return Object.keys(environment)
    .filter((variable) => variable.startsWith(prefix) && !known.has(variable))
    .map((variable) => {
      const name = variable.slice(prefix.length).toLowerCase()
      return `there is no input ${name}${didYouMean(name, names)}`
    })
}

/** An action's inputs are wrong: all that is, in one error. */
export function inputInvalid(problems: readonly string[], hint?: string): HoldfastError {
  return new HoldfastError('input-invalid', problems.join('\n'), {
    hint: hint ?? 'Correct what stands under `with:`; the README beside action.yml lists every input.',
    context: { problems },
  })
}

/**
 * Reads the inputs that a runner hands an action as `INPUT_…`. Empty counts as absent: on `schedule` an expression such
 * as `${{ inputs.x }}` is empty. What is wrong with a value is said without the value, which may be a secret.
 *
 * Errors: `input-invalid` with all problems, inputs that do not exist by their names.
 */
export function readInputs(environment: Environment, specs: readonly InputSpec[]): Inputs {
  const values = new Map<string, Value>()
  const given = new Set<string>()
  const problems = unknownInputs(environment, specs)
  for (const spec of specs) {
    const text = environment[variableOf(spec.name)]?.trim()
    if (text) given.add(spec.name)
    const parsed = parse(text || (spec.default ?? ''), spec)
    if (text === undefined || text === '') {
      values.set(spec.name, spec.default !== undefined && 'value' in parsed ? parsed.value : undefined)
    } else if ('value' in parsed) values.set(spec.name, parsed.value)
    else problems.push(`input ${spec.name} is not ${parsed.expected}`)
  }
  if (problems.length > 0) throw inputInvalid(problems)
  const get = (name: string) => {
    if (!values.has(name)) throw new Error(`input ${name} is not declared`)
    return values.get(name)
  }
  return {
    has: (name) => given.has(name),
    text: (name) => get(name) as string | undefined,
    list: (name) => (get(name) as readonly string[] | undefined) ?? [],
    flag: (name) => get(name) === true,
    number: (name) => get(name) as number | undefined,
    time: (name) => get(name) as Date | undefined,
  }
}
