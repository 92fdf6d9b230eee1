import { formatBytes, formatRate, plural } from './bytes.ts'
import { comparedWith } from './compared-with.ts'
import { formatDuration } from './duration.ts'
import { code, escapeMarkdown, markdownTable, rowsShown } from './markdown.ts'
import type { SkippedVerification, VerifyResult } from './results.ts'
import { statusWord } from './status-word.ts'
import { isSkipped, type Verification, wasVerified } from './verification.ts'

const titles = ['', 'Job', 'Backup', 'Depth', 'Checks', 'Restored:', 'In:', 'Fetched:', 'Compared with']

const marks = { passed: '✅', failed: '❌', inconclusive: '⚠️' } as const

/** What was not restored was not compared either. */
function comparison({ result, depth, evidence, restoredBytes, damaged }: VerifyResult): string {
  if (evidence === undefined) return ''
  const came = depth !== 'restore' || (restoredBytes !== 0 && damaged.length === 0)
  if (!came || (evidence === 'load-only' && result !== 'passed')) return 'nothing'
  return escapeMarkdown(comparedWith(evidence))
}

/** How many are good, and what restoring them took; only of drills. */
function factsOf(results: readonly VerifyResult[]): string[] {
  if (!results.every(({ depth }) => depth === 'restore')) return []
  const good = results.filter(({ result }) => result === 'passed').length
  const sum = (of: (result: VerifyResult) => number | undefined) =>
    results.reduce((total, each) => total + (of(each) ?? 0), 0)
  const facts = [
    `${good} of ${plural(results.length, 'restore')} passed`,
    `${formatBytes(sum(({ restoredBytes }) => restoredBytes))} restored`,
    formatDuration(sum(({ rtoSeconds }) => rtoSeconds) * 1000),
  ]
  return [facts.join(' · '), '']
}

function rowOf(result: VerifyResult): string[] {
  const { job, id, destination, depth, checks, rtoSeconds, restoredBytes, fetchedBytes } = result
  const passed = checks.filter((check) => check.result === 'passed').length
  const rate = restoredBytes && rtoSeconds ? `<br>${formatRate(restoredBytes, rtoSeconds * 1000)}` : ''
  return [
    marks[result.result],
    `**${escapeMarkdown(job)}**`,
    `${code(id)}<br>at ${escapeMarkdown(destination)}`,
    depth,
    `${passed} of ${checks.length} passed`,
    restoredBytes === undefined ? '' : `${formatBytes(restoredBytes)}${rate}`,
    rtoSeconds === undefined ? '' : formatDuration(rtoSeconds * 1000),
    formatBytes(fetchedBytes),
    comparison(result),
  ]
}

function failures(results: readonly VerifyResult[]): string[] {
  const rows = results.flatMap(({ job, checks, damaged }) => [
    ...checks
      .filter((check) => check.result !== 'passed')
      .map(({ name, result, expected = '', found = '' }) => [
        marks[result],
        ...[job, name, expected, found].map(escapeMarkdown),
      ]),
    ...damaged
      .filter((key) => !checks.some(({ found }) => found?.includes(key)))
      .map((key) => [marks.failed, escapeMarkdown(job), 'damaged', '', code(key)]),
  ])
  if (rows.length === 0) return []
  return ['', ...markdownTable(['', 'Job', 'Check', 'Expected', 'Found'], rows, rowsShown)]
}

/** Passed checks say what was compared: they are the evidence, and are folded away. */
function passedChecks(results: readonly VerifyResult[]): string[] {
  const rows = results.flatMap(({ job, checks }) =>
    checks
      .filter(({ result }) => result === 'passed')
      .map(({ name, found = '', expected = '' }) => [job, name, found || expected].map(escapeMarkdown)),
  )
  if (rows.length === 0) return []
  const table = markdownTable(['Job', 'Check', 'Found'], rows, rowsShown)
  return ['', '<details>', '<summary>What was checked</summary>', '', ...table, '', '</details>']
}

function proofs(results: readonly VerifyResult[]): string[] {
  const lines = results.flatMap(({ proof }) => (proof ? [`- 🧾 proof ${code(proof)}`] : []))
  return lines.length > 0 ? ['', ...lines.slice(0, rowsShown)] : []
}

/** What `--due` left alone, and why. */
function skippedTable(skipped: readonly SkippedVerification[]): string[] {
  const rows = skipped.map(({ job, destination, status, reason }) => [
    status === 'left' ? '⚠️' : '💤',
    ...[job, destination, statusWord(status), reason].map(escapeMarkdown),
  ])
  return rows.length === 0 ? [] : ['', ...markdownTable(['', 'Job', 'At', '', 'Why'], rows, rowsShown)]
}

/** What was looked at, restored or drilled: a row a backup, what is wrong, what was checked, the proofs; and the rest. */
export function verifyLines(all: readonly Verification[]): string[] {
  const results = all.filter(wasVerified)
  return [
    ...factsOf(results),
    ...(results.length > 0 ? markdownTable(titles, results.map(rowOf), rowsShown) : []),
    ...failures(results),
    ...proofs(results),
    ...passedChecks(results),
    ...skippedTable(all.filter(isSkipped)),
  ]
}
