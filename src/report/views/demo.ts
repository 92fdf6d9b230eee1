import { formatDuration } from '../duration.ts'
import { renderTable } from '../table.ts'
import { displayWidth, wrap } from '../width.ts'
import { tableIn, type View } from './view.ts'

/** One line of the demo; the last has no time and says whether the newest backup is proven. */
export interface DemoLine {
  readonly step: string
  readonly what: string
  readonly seconds?: number
  readonly proven?: boolean
  readonly directory?: string | null
}

const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(displayWidth))

/** The demo as a table of what it did, the proof, and what to do next. */
export function renderDemo(lines: readonly DemoLine[], view: View): string {
  const { style } = view
  const steps = lines.filter(({ seconds }) => seconds !== undefined)
  const result = lines.find(({ proven }) => proven !== undefined)
  const took = steps.map(({ seconds = 0 }) => formatDuration(seconds * 1000))
  const others = 7 + longest(steps.map(({ step }) => step)) + longest(took)
  const rows = steps.flatMap(({ step, what }, index) => {
    const [first = '', ...rest] =
      view.width === undefined ? [what] : wrap(what, Math.max(24, view.width - others))
    const dim = (text: string) => ({ text, paint: style.dim })
    const head = [{ text: '✓', paint: style.green }, step, dim(first), took[index] ?? '']
    return [head, ...rest.map((line) => ['', '', dim(line), ''])]
  })
  const columns = [
    { title: '' },
    { title: 'step' },
    { title: 'what happened', shrinkTo: 24 },
    { title: 'took', align: 'right' as const },
  ]
  const mark = result?.proven ? style.green('✓') : style.red('✗')
  const kept = result?.directory ? [`  everything is still in ${result.directory}`] : []
  return [
    renderTable(columns, rows, tableIn(view)),
    '',
    `${mark} ${style.bold(result?.what ?? '')}`,
    ...kept,
    '',
    'What next?',
    '  holdfast init --source DIRECTORY --to DESTINATION   writes holdfast.yml, keys',
    '  holdfast backup                                     backs it up',
    '  holdfast drill                                      proves that it comes back',
  ].join('\n')
}
