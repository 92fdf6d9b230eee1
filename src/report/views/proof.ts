import { formatBytes } from '../bytes.ts'
import { formatAge, formatDuration } from '../duration.ts'
import { printable } from '../printable.ts'
import { counts, type ProofResult } from '../proof-result.ts'
import { statusMark } from '../status-word.ts'
import { type Cell, renderTable } from '../table.ts'
import { ageOf, groupBy, tableIn, type View } from './view.ts'

function signature({ signedBy, trusted }: ProofResult): string {
  if (!trusted) return signedBy === null ? 'unsigned: a report' : 'foreign key: a report'
  return signedBy === null ? 'unsigned' : `${signedBy.slice(0, 16)}…`
}

function rowOf(proof: ProofResult, { style, now }: View): Cell[] {
  const passed = proof.checks.filter(({ result }) => result === 'passed').length
  return [
    statusMark(proof.result, style),
    printable(proof.id),
    printable(proof.destination),
    formatAge(ageOf(proof.finishedAt, now)),
    printable(proof.evidence),
    `${passed}/${proof.checks.length}`,
    formatBytes(proof.restoredBytes),
    formatDuration(proof.rtoSeconds * 1000),
    proof.rpoSeconds === null ? '' : formatDuration(proof.rpoSeconds * 1000),
    { text: signature(proof), paint: proof.trusted ? style.dim : style.yellow },
    { text: proof.backup, paint: proof.backup === 'changed' ? style.red : style.dim },
  ]
}

function failures(proofs: readonly ProofResult[], { style }: View): string[] {
  return proofs.flatMap(({ id, checks }) =>
    checks
      .filter(({ result }) => result !== 'passed')
      .map(
        ({ name, result, expected, found }) =>
          `  ${statusMark(result, style)} ${printable(id)} ${printable(name)}  ${style.dim(printable(`expected ${expected ?? '?'}, found ${found ?? '?'}`))}`,
      ),
  )
}

/** Proofs, a table a job, newest first, with what did not pass below; a document as it is. */
export function renderProofs(
  results: readonly (ProofResult | { readonly document: string })[],
  view: View,
): string {
  const [first] = results
  if (first === undefined) return view.style.dim('no proofs yet')
  if ('document' in first) return first.document
  const proofs = results as readonly ProofResult[]
  const columns = [
    { title: '' },
    { title: 'backup' },
    { title: 'at', shrinkTo: 8 },
    { title: 'ended', align: 'right' as const },
    { title: 'evidence' },
    { title: 'checks', align: 'right' as const, drop: 2 },
    { title: 'restored', align: 'right' as const, drop: 3 },
    { title: 'took', align: 'right' as const },
    { title: 'data age', align: 'right' as const, drop: 1 },
    { title: 'signed by', drop: 4 },
    { title: 'backup is', drop: 5 },
  ]
  const tables = [...groupBy(proofs, ({ job }) => job)].map(([job, own]) => {
    const good = own.filter(counts).length
    const head = `${view.style.bold(printable(job))}  ${view.style.dim(`${good} of ${own.length} count`)}`
    const rows = own.map((proof) => rowOf(proof, view))
    return [head, renderTable(columns, rows, tableIn(view, 2)), ...failures(own, view)].join('\n')
  })
  return tables.join('\n\n')
}

/** The stored envelopes, for other tools to verify. */
export function renderEnvelopes(results: readonly ProofResult[]): string {
  const proofs = results.map(({ destination, key, envelope }) => ({ destination, key, envelope }))
  return JSON.stringify({ proofs }, undefined, 2)
}
