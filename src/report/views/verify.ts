import { formatBytes, formatCount } from '../bytes.ts'
import { formatDuration } from '../duration.ts'
import { printable } from '../printable.ts'
import type { VerifyResult } from '../results.ts'
import { statusMark } from '../status-word.ts'
import type { View } from './view.ts'

const evidenceText: Readonly<Record<string, string>> = {
  snapshot: 'compared with fingerprints of the very snapshot',
  stream: 'compared with hashes of the archived bytes',
  'load-only': "loaded; the engine's own checks and invariants",
  received: 'received without its key',
}
const damagedShown = 20

function checkLines({ checks }: VerifyResult, { style }: View): string[] {
  return checks.map(({ name, result, expected, found }) => {
    const head = `  ${statusMark(result, style)} ${printable(name)}`
    if (result === 'passed')
      return found === undefined ? head : `${head}${style.dim(`  ${printable(found)}`)}`
    const facts = [
      ...(expected === undefined ? [] : [`expected ${printable(expected)}`]),
      ...(found === undefined ? [] : [`found ${printable(found)}`]),
    ]
    return `${head}${facts.length > 0 ? `  ${facts.join(', ')}` : ''}`
  })
}

function damageLines({ damaged }: VerifyResult, { style }: View): string[] {
  if (damaged.length === 0) return []
  const more = damaged.length - damagedShown
  return [
    `  ${style.red('damaged:')}`,
    ...damaged.slice(0, damagedShown).map((key) => `    ${printable(key)}`),
    ...(more > 0 ? [`    and ${formatCount(more)} more`] : []),
  ]
}

function block(result: VerifyResult, view: View): string {
  const { style } = view
  const { job, id, destination, depth, evidence, proof, rtoSeconds, fetchedBytes } = result
  const facts = [
    `depth ${printable(depth)}`,
    `at ${printable(destination)}`,
    `${formatBytes(fetchedBytes)} fetched`,
    ...(rtoSeconds === undefined ? [] : [`restored in ${formatDuration(rtoSeconds * 1000)}`]),
  ]
  return [
    `${statusMark(result.result, style)} ${style.bold(printable(job))}  ${printable(id)}  ${style.bold(result.result)}`,
    `  ${facts.join(' · ')}`,
    ...(evidence === undefined ? [] : [style.dim(`  ${evidenceText[evidence] ?? printable(evidence)}`)]),
    ...checkLines(result, view),
    ...damageLines(result, view),
    ...(proof ? [`  ${style.dim('proof')} ${printable(proof)}`] : []),
  ].join('\n')
}

/** What was checked, what was found, and where the proof is. */
export function renderVerifications(results: readonly VerifyResult[], view: View): string {
  if (results.length === 0) return view.style.dim('nothing to verify')
  return results.map((result) => block(result, view)).join('\n\n')
}
