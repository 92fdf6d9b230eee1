import { formatBytes, formatPercent, formatRate, plural } from '../bytes.ts'
import { formatDuration } from '../duration.ts'
import { findingLines } from '../finding-text.ts'
import { printable } from '../printable.ts'
import type { BackupDestination, BackupResult } from '../results.ts'
import { isGood, statusMark } from '../status-word.ts'
import type { Style } from '../style.ts'
import { pad } from '../width.ts'
import { levelText, type View } from './view.ts'

function headline(result: BackupResult, style: Style): string {
  const { job, id, status, level, destinations = [] } = result
  const failed = destinations.filter((each) => !isGood(each.status)).length
  const word = status ?? (failed === 0 ? 'success' : failed === destinations.length ? 'failed' : 'partial')
  const name = style.bold(printable(job))
  if (id === undefined) return `${statusMark(word, style)} ${name}  ${printable(word)}`
  const kind = level === undefined ? '' : `  ${levelText(level)}`
  const said = isGood(word) ? '' : `  ${style.bold(printable(word))}`
  return `${statusMark(word, style)} ${name}  ${printable(id)}${kind}${said}`
}

function facts({ sourceBytes, storedBytes, files, seconds }: BackupResult): string {
  const share =
    sourceBytes && storedBytes !== undefined && storedBytes < sourceBytes
      ? ` (${formatPercent(storedBytes / sourceBytes)})`
      : ''
  return [
    ...(sourceBytes === undefined ? [] : [`read ${formatBytes(sourceBytes)}`]),
    ...(storedBytes === undefined ? [] : [`stored ${formatBytes(storedBytes)}${share}`]),
    ...(files === undefined ? [] : [plural(files, 'file')]),
    ...(seconds === undefined ? [] : [formatDuration(seconds * 1000)]),
    ...(seconds && sourceBytes ? [formatRate(sourceBytes, seconds * 1000)] : []),
  ].join(' · ')
}

function destinationLines(destinations: readonly BackupDestination[], style: Style): string[] {
  const widest = Math.max(0, ...destinations.map(({ name }) => name.length))
  return destinations.map(({ name, status, storedBytes, sentBytes }) => {
    const sent = sentBytes === storedBytes ? '' : `, ${formatBytes(sentBytes)} sent`
    const amount = isGood(status) ? `${formatBytes(storedBytes)}${sent}` : printable(status)
    return `  ${statusMark(status, style)} ${pad(printable(name), widest)}  ${amount}`
  })
}

/** What the backups of a run did: a paragraph a job. */
export function renderBackups(results: readonly BackupResult[], { style }: View): string {
  const paragraphs = results.map((result) => {
    const body = facts(result)
    const unread = result.unread
      ? [
          `  ${style.yellow('!')} ${plural(result.unread, 'path')} could not be read: this backup does not count for retention`,
        ]
      : []
    const warnings = (result.warnings ?? []).flatMap((finding) => findingLines(finding, style))
    return [
      headline(result, style),
      ...(result.parent ? [style.dim(`  changes since ${printable(result.parent)}`)] : []),
      ...(body === '' ? [] : [`  ${body}`]),
      ...destinationLines(result.destinations ?? [], style),
      ...unread,
      ...warnings.map((line) => `  ${line}`),
    ].join('\n')
  })
  return paragraphs.length > 0 ? paragraphs.join('\n\n') : style.dim('nothing to back up')
}
