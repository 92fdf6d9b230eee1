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

const ageOf = (seconds: number | null) => (seconds === null ? 'never' : formatAge(seconds * 1000))

/** Everything at a glance: a row a job and destination. */
export function statusLines(results: readonly StatusResult[]): string[] {
  const titles = ['', 'Job', 'At', 'Last backup:', 'Last proof:', 'State']
  const rows = results.map(({ job, destination, age, proofAge, state }) => [
    isGood(state) ? '✅' : state === 'unsigned' ? '✅' : state === 'proof-failed' ? '❌' : '⚠️',
    `**${escapeMarkdown(job)}**`,
    escapeMarkdown(destination),
    ageOf(age),
    ageOf(proofAge),
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
