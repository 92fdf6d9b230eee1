import { sparkline } from './bars.ts'
import { formatBytes, formatPercent, formatRate, plural } from './bytes.ts'
import { formatDuration } from './duration.ts'
import { code, escapeMarkdown, markdownTable, rowsShown, unbroken } from './markdown.ts'
import type { BackupResult } from './results.ts'
import { isGood, statusWord } from './status-word.ts'

const titles = ['', 'Job', 'Backup', 'Read:', 'Stored:', 'Trend', 'Time:', 'Where']

function signed(ratio: number): string {
  const percent = Math.round(ratio * 100)
  if (percent === 0) return '±0 %'
  return percent > 0 ? `+${percent} %` : `−${-percent} %`
}

/** `▂▃▅█ +12 %`: the last sizes and this one, and how much it is off the last. */
function comparison({ level, storedBytes, previousStoredBytes = [] }: BackupResult): string {
  const last = previousStoredBytes.at(-1)
  if (storedBytes === undefined) return ''
  if (last === undefined || last === 0) return level ? `first of level ${level}` : 'first'
  return `${sparkline([...previousStoredBytes, storedBytes])}\u00a0${unbroken(signed(storedBytes / last - 1))}`
}

function chain({ id, level, parent }: BackupResult): string {
  if (id === undefined) return ''
  const place = parent ? `level ${level}, on ${code(parent)}` : 'full'
  return `${code(id)}<br>${place}`
}

function share({ sourceBytes, storedBytes }: BackupResult): string {
  if (storedBytes === undefined) return ''
  const ratio = sourceBytes ? `<br>${formatPercent(storedBytes / sourceBytes)} of it` : ''
  return `${formatBytes(storedBytes)}${ratio}`
}

function timeOf({ sourceBytes, seconds }: BackupResult): string {
  if (seconds === undefined) return ''
  const rate = sourceBytes && seconds ? `<br>${formatRate(sourceBytes, seconds * 1000)}` : ''
  return `${formatDuration(seconds * 1000)}${rate}`
}

function statusOf({ id, status, destinations = [] }: BackupResult): string {
  if (status !== undefined) return status
  if (id === undefined) return 'failed'
  return destinations.every((each) => isGood(each.status)) ? 'success' : 'partial'
}

function rowOf(result: BackupResult): string[] {
  const status = statusOf(result)
  const { job, sourceBytes, files, destinations = [] } = result
  const count = files === undefined ? '' : `<br>${plural(files, 'file')}`
  return [
    isGood(status) ? (status === 'success' ? '✅' : '💤') : status === 'partial' ? '⚠️' : '❌',
    `**${escapeMarkdown(job)}**`,
    chain(result) || statusWord(status),
    sourceBytes === undefined ? '' : `${formatBytes(sourceBytes)}${count}`,
    share(result),
    comparison(result),
    timeOf(result),
    destinations
      .map((each) => `${isGood(each.status) ? '✅' : '❌'} ${escapeMarkdown(each.name)}`)
      .join('<br>'),
  ]
}

/** What was backed up: the sum in a sentence, then a row a job. */
export function backupLines(results: readonly BackupResult[]): string[] {
  const made = results.filter(({ id }) => id !== undefined)
  const sum = (of: (result: BackupResult) => number | undefined) =>
    made.reduce((total, result) => total + (of(result) ?? 0), 0)
  const [read, stored] = [sum(({ sourceBytes }) => sourceBytes), sum(({ storedBytes }) => storedBytes)]
  const facts = [
    `${made.length} of ${plural(results.length, 'job')} backed up`,
    ...(made.length > 0
      ? [
          `${formatBytes(read)} read`,
          `${formatBytes(stored)} stored`,
          formatDuration(sum(({ seconds }) => seconds) * 1000),
        ]
      : []),
  ]
  return [facts.join(' · '), '', ...markdownTable(titles, results.map(rowOf), rowsShown)]
}
