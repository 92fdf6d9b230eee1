import { formatBytes, formatCount } from '../bytes.ts'
import { formatDuration } from '../duration.ts'
import { printable } from '../printable.ts'
import type { SkippedVerification, VerifyResult } from '../results.ts'
import { statusMark } from '../status-word.ts'
import { isSkipped, type Verification, wasVerified } from '../verification.ts'
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

/** A job and destination that `--due` left alone. */
function skippedLine({ job, destination, status, reason }: SkippedVerification, { style }: View): string {
  const word = style.bold(status === 'left' ? 'left' : 'not due yet')
  return `${statusMark(status, style)} ${style.bold(printable(job))} at ${printable(destination)}  ${word}\n  ${style.dim(printable(reason))}`
}

/** What was checked, what was found, and where the proof is; then what was not due, or left. */
export function renderVerifications(results: readonly Verification[], view: View): string {
  if (results.length === 0) return view.style.dim('nothing to verify')
  const skipped = results.filter(isSkipped).map((result) => skippedLine(result, view))
  const blocks = results.filter(wasVerified).map((result) => block(result, view))
  return [...blocks, ...(skipped.length > 0 ? [skipped.join('\n')] : [])].join('\n\n')
}
