import { printable } from '../printable.ts'
import type { WorkflowResult } from '../results.ts'
import type { View } from './view.ts'

function diffLines(diff: readonly string[], { style }: View): string[] {
  return diff.map((line) => {
    const text = `    ${printable(line)}`
    if (line.startsWith('+')) return style.green(text)
    return line.startsWith('-') ? style.red(text) : style.dim(text)
  })
}

function fileLines(result: WorkflowResult, view: View): string[] {
  const { file, status, diff = [] } = result
  const good = ['unchanged', 'written', 'removed'].includes(status)
  const mark = good ? view.style.green('✓') : view.style.red('✗')
  return [`${mark} ${printable(file)}  ${good ? view.style.dim(status) : status}`, ...diffLines(diff, view)]
}

/** What was written or compared, a line a file; what differs in lines with - and +; then what GitHub has to be told. */
export function renderWorkflows(results: readonly WorkflowResult[], view: View): string {
  if (results.length === 0) return view.style.dim('no workflows')
  const commands = new Set(results.flatMap((result) => (result.status === 'written' ? result.commands : [])))
  const next =
    commands.size === 0
      ? []
      : [
          '',
          'What next? Set what the steps read, then commit the workflows:',
          ...[...commands].map((line) => `  ${line}`),
        ]
  return [...results.flatMap((result) => fileLines(result, view)), ...next].join('\n')
}
