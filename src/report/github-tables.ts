import { formatBytes, formatRate } from './bytes.ts'
import { formatAge, formatDuration } from './duration.ts'
import { code, escapeMarkdown, markdownTable, rowsShown } from './markdown.ts'
import type { PlanLeg, RestoreResultRecord, StatusResult } from './results.ts'
import { isGood } from './status-word.ts'

export function restoreLines(results: readonly RestoreResultRecord[]): string[] {
  const titles = ['Job', 'Backup', 'Target', 'Restored:', 'Fetched:', 'Time:', 'Rate:']
  const rows = results.map(({ job, id, chain, target, bytes, fetchedBytes, seconds }) => [
    `**${escapeMarkdown(job)}**`,
    chain.length > 1 ? chain.map(code).join('<br>') : code(id),
    code(target),
    formatBytes(bytes),
    formatBytes(fetchedBytes),
    formatDuration(seconds * 1000),
    formatRate(bytes, seconds * 1000),
  ])
  return markdownTable(titles, rows, rowsShown)
}

/** An age in seconds; null is never. */
function ageText(seconds: number | null): string {
  return seconds === null ? 'never' : formatAge(seconds * 1000)
}

/** How old the last backup and the last proof are; nobody knows of a destination that cannot be asked. */
export function agesOf({
  age,
  proofAge,
  failedProofAge,
  state,
}: StatusResult): [backup: string, proof: string] {
  if (state === 'unreachable') return ['?', '?']
  const failed = failedProofAge === null ? '' : `, failed ${ageText(failedProofAge)}`
  return [ageText(age), `${ageText(proofAge)}${failed}`]
}

/** A state of `status` as a mark: nobody demanded that backups be signed. */
export function stateMark(state: string): string {
  return isGood(state) || state === 'unsigned' ? '✅' : state === 'proof-failed' ? '❌' : '⚠️'
}

/** Everything at a glance: a row a job and destination. */
export function statusLines(results: readonly StatusResult[]): string[] {
  const titles = ['', 'Job', 'At', 'Last backup:', 'Last proof:', 'State']
  const rows = results.map((result) => [
    stateMark(result.state),
    `**${escapeMarkdown(result.job)}**`,
    escapeMarkdown(result.destination),
    ...agesOf(result),
    escapeMarkdown(result.state),
  ])
  return markdownTable(titles, rows, rowsShown)
}

export function planLines(results: readonly PlanLeg[]): string[] {
  const rows = results.map(({ name, runner, environment, jobs }) => [
    `**${escapeMarkdown(name)}**`,
    runner.map(code).join(' '),
    escapeMarkdown(environment),
    escapeMarkdown(jobs.replaceAll(',', ', ')),
  ])
  return markdownTable(['Leg', 'Runner', 'Environment', 'Jobs'], rows, rowsShown)
}
