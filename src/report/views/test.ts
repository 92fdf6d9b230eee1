import { formatDuration } from '../duration.ts'
import { printable } from '../printable.ts'
import type { TestResult } from '../results.ts'
import { statusMark } from '../status-word.ts'
import { displayWidth } from '../width.ts'
import type { View } from './view.ts'

/** Each step of a test on a line of its own: how it went, how long it took, what it saw. */
export function renderTests(results: readonly TestResult[], { style }: View): string {
  return results
    .map(({ job, id, result, seconds, steps }) => {
      const width = Math.max(...steps.map(({ name }) => displayWidth(name)), 0)
      const lines = steps.map((step) => {
        const pad = ' '.repeat(width - displayWidth(step.name))
        const time = formatDuration(step.seconds * 1000).padStart(10)
        return `  ${statusMark(step.result, style)} ${step.name}${pad} ${style.dim(time)}  ${printable(step.detail)}`
      })
      const name = id === undefined ? '' : `  ${printable(id)}`
      const took = style.dim(`in ${formatDuration(seconds * 1000)}`)
      const head = `${statusMark(result, style)} ${style.bold(printable(job))}${name}  test ${style.bold(result)} ${took}`
      return [head, ...lines].join('\n')
    })
    .join('\n\n')
}
