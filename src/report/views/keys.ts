import { plural } from '../bytes.ts'
import type { KeysSkipped, RekeyResult, ShredResult } from '../key-results.ts'
import { printable } from '../printable.ts'
import { type Cell, renderTable } from '../table.ts'
import { tableIn, type View } from './view.ts'

function stateOf({ failed, locked, backups, proven }: RekeyResult, { style }: View): Cell {
  if (failed > 0) return { text: `${failed} failed`, paint: style.red }
  if (locked > 0) return { text: `${plural(locked, 'old wrap')} locked`, paint: style.yellow }
  if (proven < backups) return { text: `${backups - proven} not proven`, paint: style.yellow }
  return { text: 'opens', paint: style.green }
}

function nextLines(results: readonly RekeyResult[], dropOld: boolean): string[] {
  const sum = (count: (result: RekeyResult) => number) => results.reduce((all, one) => all + count(one), 0)
  const unproven = sum(({ backups, proven, failed }) => backups - proven - failed)
  const lines: string[] = []
  if (unproven > 0) {
    lines.push(
      'The new wraps were written for the configured recipients, but none of their identities was here to open one:',
      'run rekey once more with the new identity in the file of --identity.',
    )
  } else if (!dropOld) {
    lines.push(
      'Old identities still open what they opened. When nobody needs them: holdfast rekey --drop-old',
    )
  }
  if (sum(({ added }) => added) > 0) {
    lines.push(
      'Recovery sheets name the old key: write the new private key onto a new one, and keep the old sheet',
    )
    lines.push('until every backup that only the old key opens is gone.')
  }
  return lines
}

function isSkipped<T extends object>(result: T | KeysSkipped): result is KeysSkipped {
  return 'status' in result
}

function skippedLine({ job, id = job }: KeysSkipped, { style }: View, what: string): string {
  return `${style.yellow('-')} ${printable(id)}: skipped, another run holds the job; ${what}`
}

/** What `rekey` did, a row a job and destination, and what is left to do. */
export function renderRekey(
  all: readonly (RekeyResult | KeysSkipped)[],
  view: View,
  dropOld: boolean,
): string {
  const skipped = all.filter(isSkipped).map((one) => skippedLine(one, view, 'no key of it was touched'))
  const results = all.filter((one): one is RekeyResult => !isSkipped(one))
  if (results.length === 0) return skipped.join('\n') || view.style.dim('no backups')
  const columns = [
    { title: 'job', shrinkTo: 12 },
    { title: 'at', shrinkTo: 8 },
    { title: 'backups', align: 'right' as const },
    { title: 'wraps added', align: 'right' as const },
    { title: 'old dropped', align: 'right' as const },
    { title: 'new key' },
  ]
  const rows = results.map((result) => [
    printable(result.job),
    printable(result.destination),
    String(result.backups),
    String(result.added),
    String(result.dropped),
    stateOf(result, view),
  ])
  const table = renderTable(columns, rows, tableIn(view))
  return [table, ...skipped, '', ...nextLines(results, dropOld)].join('\n').trimEnd()
}

/** What `shred` did at each destination. */
export function renderShred(results: readonly (ShredResult | KeysSkipped)[], view: View): string {
  const { style } = view
  return results
    .map((result) => {
      if (isSkipped(result)) return skippedLine(result, view, 'its keys are there as before')
      const { id, destination, shredded, wraps, archives = 0, locked, lockedUntil } = result
      const until = lockedUntil === undefined ? '' : ` until ${lockedUntil}`
      const packed = archives > 0 ? ` and ${plural(archives, '7z archive')}` : ''
      const what = shredded
        ? `shredded: ${plural(wraps, 'wrapped key')}${packed} deleted, nothing opens it any more`
        : `NOT shredded: ${plural(locked, 'object')} locked${until}`
      const mark = shredded ? style.green('✓') : style.red('✗')
      return `${mark} ${printable(id)} ${style.dim('at')} ${printable(destination)}: ${what}`
    })
    .join('\n')
}
