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
export function ageText(seconds: number | null): string {
  return seconds === null ? 'never' : formatAge(seconds * 1000)
}

/** A state of `status` as a mark: nobody demanded that backups be signed. */
export function stateMark(state: string): string {
  return isGood(state) || state === 'unsigned' ? '✅' : state === 'proof-failed' ? '❌' : '⚠️'
}

/** Everything at a glance: a row a job and destination. */
export function statusLines(results: readonly StatusResult[]): string[] {
  const titles = ['', 'Job', 'At', 'Last backup:', 'Last proof:', 'State']
  const rows = results.map(({ job, destination, age, proofAge, state }) => [
    stateMark(state),
    `**${escapeMarkdown(job)}**`,
    escapeMarkdown(destination),
    ageText(age),
    ageText(proofAge),
    escapeMarkdown(state),
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
