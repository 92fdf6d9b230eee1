import type { Finding } from '../domain/finding.ts'
import { formatCount } from './bytes.ts'
import { printable } from './printable.ts'
import type { Style } from './style.ts'

const namesShown = 5

const marks = {
  ok: ['✓', 'green'],
  info: ['•', 'cyan'],
  warning: ['!', 'yellow'],
  error: ['✗', 'red'],
} as const

/** The coloured mark of a severity. */
function markOf(severity: Finding['severity'], style: Style): string {
  const [mark, colour] = marks[severity]
  return style[colour](mark)
}

/**
 * A finding in lines: mark, message and code; then the names, the hint, and the command or the lines of a policy that
 * mend it, indented.
 */
export function findingLines(
  finding: Finding,
  style: Style,
  { job, allNames }: { job?: string; allNames?: boolean } = {},
) {
  const { severity, code, message, hint, command, policy = [], names = [], log = [] } = finding
  const subject = job === undefined ? '' : `${style.bold(printable(job))}: `
  const suffix = severity === 'ok' ? '' : ` ${style.dim(`[${printable(code)}]`)}`
  const lines = [`${markOf(severity, style)} ${subject}${printable(message)}${suffix}`]
  const shown = allNames ? names : names.slice(0, namesShown)
  lines.push(...shown.map((name) => `    ${printable(name)}`))
  if (shown.length < names.length) {
    lines.push(style.dim(`    and ${formatCount(names.length - shown.length)} more`))
  }
  lines.push(...log.map((line) => style.dim(`    │ ${printable(line)}`)))
  if (hint !== undefined) lines.push(`  ${style.dim('hint:')} ${printable(hint)}`)
  if (command !== undefined) lines.push(`  ${style.cyan(`$ ${printable(command)}`)}`)
  lines.push(...policy.map((line) => `    ${style.cyan(printable(line))}`))
  return lines
}
