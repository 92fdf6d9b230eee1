import { plural } from '../bytes.ts'
import { printable } from '../printable.ts'
import type { PlanLeg } from '../results.ts'
import { renderTable } from '../table.ts'
import { tableIn, type View } from './view.ts'

/** What GitHub's `matrix:` takes, in one line. */
export function matrixOf(legs: readonly PlanLeg[]): string {
  return JSON.stringify({ include: legs })
}

/** The matrix and the number of its legs, as lines for `$GITHUB_OUTPUT`. */
export function renderMatrix(legs: readonly PlanLeg[]): string {
  return `matrix=${matrixOf(legs)}\ncount=${legs.length}`
}

/** A row a leg: where, and which jobs. */
export function renderPlan(legs: readonly PlanLeg[], view: View): string {
  const { style } = view
  if (legs.length === 0) return style.dim('nothing to run')
  const columns = [
    { title: 'leg', shrinkTo: 10 },
    { title: 'runner', shrinkTo: 10 },
    { title: 'environment', shrinkTo: 8 },
    { title: 'jobs', shrinkTo: 12 },
  ]
  const rows = legs.map(({ name, runner, environment, jobs }) => [
    { text: printable(name), paint: style.bold },
    printable(runner.join(', ')),
    printable(environment),
    printable(jobs.replaceAll(',', ', ')),
  ])
  return `${renderTable(columns, rows, tableIn(view))}\n\n${plural(legs.length, 'leg')}`
}
