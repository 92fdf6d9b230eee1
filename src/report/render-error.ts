import type { HoldfastError } from '../errors/error.ts'
import { asHoldfastError } from '../errors/unexpected.ts'
import { printable, printableLines } from './printable.ts'
import { createStyle, type Style } from './style.ts'

/** One of several faults that an error reports together, such as those of a configuration. */
export interface Problem {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly path?: string
  readonly message: string
  readonly hint?: string
}

const deepest = 8

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  )
}

function problemsOf(error: HoldfastError): readonly Problem[] {
  const { problems } = error as { problems?: unknown }
  return Array.isArray(problems) ? problems.filter(isProblem) : []
}

function problemLines({ file, line, column, path, message, hint }: Problem, style: Style): string[] {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  const subject = [place, path].filter(Boolean).join(' ')
  const text = subject ? `${style.bold(printable(subject))}: ${printable(message)}` : printable(message)
  return [`  ${text}`, ...(hint === undefined ? [] : [`    ${style.dim('hint:')} ${printable(hint)}`])]
}

function contextLines(context: HoldfastError['context'], style: Style): string[] {
  return Object.entries(context).flatMap(([name, value]) => {
    if (value === undefined) return []
    const label = style.dim(`${printable(name)}:`)
    if (typeof value !== 'object') return [`  ${label} ${printable(String(value))}`]
    return [`  ${label}`, ...value.map((each) => `    ${printable(each)}`)]
  })
}

function causeLines(error: unknown, style: Style): string[] {
  const lines: string[] = []
  let cause = error instanceof Error ? error.cause : undefined
  for (let depth = 0; cause !== undefined && depth < deepest; depth += 1) {
    const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    const [first = '', ...rest] = printableLines(text)
    lines.push(`  ${style.dim('caused by:')} ${first}`, ...rest.map((line) => style.dim(`  ${line}`)))
    cause = cause instanceof Error ? cause.cause : undefined
  }
  return lines
}

/** The message of an error with several problems repeats them; its list says more, so a count stands for it. */
function headlineOf(error: HoldfastError, problems: readonly Problem[]): string[] {
  if (problems.length < 2) return printableLines(error.message)
  const [file, ...others] = new Set(problems.map((problem) => problem.file))
  const place = file !== undefined && others.length === 0 ? printable(file) : 'the configuration'
  return [`${problems.length} problems in ${place}`]
}

function holdfastLines(error: HoldfastError, style: Style): string[] {
  const problems = problemsOf(error)
  const [first = '', ...rest] = headlineOf(error, problems)
  return [
    `${style.red(style.bold('error:'))} ${first} ${style.dim(`[${error.code}]`)}`,
    ...rest.map((line) => `  ${line}`),
    ...(problems.length > 1 ? problems.flatMap((problem) => problemLines(problem, style)) : []),
    ...(problems.length > 0 ? [] : contextLines(error.context, style)),
    ...(error.hint === undefined ? [] : [`${style.yellow('hint:')} ${printable(error.hint)}`]),
    style.dim(`see docs/errors.md#${error.code}`),
  ]
}

/**
 * An error for people, in lines, secrets masked: `error: message [code]`, its problems or its context, the hint and
 * where the code is explained; with `verbose` also what caused it. An error of another kind is shown as what `asHoldfastError` makes of it.
 */
export function renderError(
  error: unknown,
  options: { readonly verbose: boolean; readonly colour: boolean },
): string {
  const style = createStyle(options.colour)
  const shown = asHoldfastError(error)
  const causes = options.verbose ? causeLines(shown, style) : []
  return [...holdfastLines(shown, style), ...causes].join('\n')
}
