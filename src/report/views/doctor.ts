import type { Finding } from '../../domain/finding.ts'
import { plural } from '../bytes.ts'
import { findingLines } from '../finding-text.ts'
import { printable } from '../printable.ts'
import type { View } from './view.ts'

/** Findings about one thing: a job, a destination, this host. */
export interface DoctorGroup {
  readonly subject: string
  readonly findings: readonly Finding[]
}

/** All findings under their subjects, each with what mends it, and a verdict. */
export function renderDoctor(groups: readonly DoctorGroup[], { style }: View): string {
  const all = groups.flatMap(({ findings }) => findings)
  const count = (severity: Finding['severity']) =>
    all.filter((finding) => finding.severity === severity).length
  const blocks = groups.map(({ subject, findings }) => {
    const lines = findings.flatMap((finding) => findingLines(finding, style))
    return [style.bold(printable(subject)), ...lines.map((line) => `  ${line}`)].join('\n')
  })
  const [errors, warnings] = [count('error'), count('warning')]
  const numbers = [
    ...(errors > 0 ? [style.red(plural(errors, 'error'))] : []),
    ...(warnings > 0 ? [style.yellow(plural(warnings, 'warning'))] : []),
  ]
  const verdict = numbers.length > 0 ? numbers.join(', ') : style.green('all is well')
  return [...blocks, verdict].join('\n\n')
}
