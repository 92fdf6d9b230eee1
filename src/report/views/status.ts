import { sparkline } from '../bars.ts'
import { formatBytes, plural } from '../bytes.ts'
import { formatAge } from '../duration.ts'
import { printable } from '../printable.ts'
import { rereadText } from '../reread.ts'
import { ledgerFacts } from '../restore-ledger.ts'
import type { ReportResult, StatusResult } from '../results.ts'
import { isGood, statusMark } from '../status-word.ts'
import { type Cell, renderTable } from '../table.ts'
import { tableIn, type View } from './view.ts'

/** Objects read back within the days of the ledger. */
function ledgerCell({ reread }: StatusResult, style: View['style']): Cell {
  if (reread === undefined) return ''
  const isGap = reread.overdueObjects + reread.missed.length > 0
  return {
    text: rereadText(reread),
    paint: isGap && reread.rotation !== null ? style.yellow : (text) => text,
  }
}

function rowOf(result: StatusResult, { style }: View, hasLedger: boolean): Cell[] {
  const { job, destination, age, stale, proofAge, failedProofAge, state } = result
  const unreachable = state === 'unreachable'
  const ago = (seconds: number | null) =>
    seconds === null ? (unreachable ? '?' : 'never') : formatAge(seconds * 1000)
  const failed = failedProofAge === null ? '' : `, failed ${ago(failedProofAge)}`
  return [
    statusMark(state, style),
    { text: printable(job), paint: style.bold },
    printable(destination),
    { text: ago(age), paint: stale ? style.red : (text) => text },
    {
      text: `${ago(proofAge)}${failed}`,
      paint: failed !== '' ? style.red : proofAge === null ? style.yellow : (text) => text,
    },
    ...(hasLedger ? [ledgerCell(result, style)] : []),
    { text: printable(state), paint: isGood(state) ? style.dim : style.bold },
  ]
}

/** The same with how much is there, and the newest sizes, the last one right. */
export function renderReport(results: readonly ReportResult[], view: View): string {
  if (results.length === 0) return view.style.dim('no jobs')
  const columns = [
    { title: 'job', shrinkTo: 12 },
    { title: 'at', shrinkTo: 8 },
    { title: 'backups', align: 'right' as const },
    { title: 'stored', align: 'right' as const },
    { title: 'sizes', drop: 1 },
    { title: 'restores', drop: 2 },
    { title: 'took', align: 'right' as const, drop: 2 },
    { title: 'trend', drop: 3 },
    { title: 'oldest data', align: 'right' as const, drop: 3 },
  ]
  const rows = results.map(({ job, destination, backups, storedBytes, recent, restores }) => {
    const ledger = ledgerFacts(restores)
    return [
      printable(job),
      printable(destination),
      String(backups),
      formatBytes(storedBytes),
      sparkline(recent.map((backup) => backup.storedBytes).reverse()),
      ...(ledger ? [ledger.passed, ledger.rto, ledger.trend, ledger.worstRpo] : ['none', '', '', '']),
    ]
  })
  return `${renderStatus(results, view)}\n\n${renderTable(columns, rows, tableIn(view))}`
}

/** Everything at a glance: a row a job and destination, then how many need attention. */
export function renderStatus(results: readonly StatusResult[], view: View): string {
  const { style } = view
  if (results.length === 0) return style.dim('no jobs')
  const columns = [
    { title: '' },
    { title: 'job', shrinkTo: 12 },
    { title: 'at', shrinkTo: 8 },
    { title: 'last backup', align: 'right' as const },
    { title: 'last proof', align: 'right' as const },
    ...(results.some(({ reread }) => reread) ? [{ title: 'read back', drop: 1 }] : []),
    { title: 'state' },
  ]
  // Nobody demanded signatures, and the command exits 0 without.
  const bad = results.filter(({ state }) => !isGood(state) && state !== 'unsigned').length
  const verdict =
    bad === 0
      ? style.green(`all ${plural(results.length, 'row')} fine`)
      : style.red(`${bad} of ${plural(results.length, 'row')} need${bad === 1 ? 's' : ''} attention`)
  const hasLedger = columns.some(({ title }) => title === 'read back')
  const rows = results.map((result) => rowOf(result, view, hasLedger))
  return `${renderTable(columns, rows, tableIn(view))}\n\n${verdict}`
}
