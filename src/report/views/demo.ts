import { formatDuration } from '../duration.ts'
import { renderTable } from '../table.ts'
import { tableIn, type View } from './view.ts'

/** One line of the demo; the last has no time and says whether the newest backup is proven. */
export interface DemoLine {
  readonly step: string
  readonly what: string
  readonly seconds?: number
  readonly proven?: boolean
  readonly directory?: string | null
}

/** The demo as a table of what it did, the proof, and what to do next. */
export function renderDemo(lines: readonly DemoLine[], view: View): string {
  const { style } = view
  const steps = lines.filter(({ seconds }) => seconds !== undefined)
  const result = lines.find(({ proven }) => proven !== undefined)
  const rows = steps.map(({ step, what, seconds = 0 }) => [
    { text: '✓', paint: style.green },
    step,
    { text: what, paint: style.dim },
    formatDuration(seconds * 1000),
  ])
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
    '  holdfast init --source DIRECTORY --to DESTINATION   writes holdfast.yml, keys and a recovery sheet',
    '  holdfast backup                                     backs it up',
    '  holdfast drill                                      proves that it comes back',
  ].join('\n')
}
