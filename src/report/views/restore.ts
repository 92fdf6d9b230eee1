import { formatBytes, formatRate, plural } from '../bytes.ts'
import { formatDuration } from '../duration.ts'
import { printable } from '../printable.ts'
import type { RestoreResultRecord } from '../results.ts'
import type { Style } from '../style.ts'
import type { View } from './view.ts'

/** A chain on one line: `id → id`, level 0 first; the middle of a long one is counted. */
export function chainText(chain: readonly string[]): string {
  const shown = chain.length > 2 ? [chain[0], `${chain.length - 2} more`, chain.at(-1)] : chain
  return shown.map((id) => printable(id ?? '')).join(' → ')
}

function planned({ plan = '' }: RestoreResultRecord, style: Style): string {
  return `${style.yellow('would')} ${printable(plan.replace(/^Restore/, 'restore').replace('?', '.'))}`
}

function done(result: RestoreResultRecord, style: Style): string {
  const { job, id, chain, target, files, bytes, fetchedBytes, seconds } = result
  const facts = [
    formatBytes(bytes),
    ...(files === undefined ? [] : [plural(files, 'file')]),
    formatDuration(seconds * 1000),
    formatRate(bytes, seconds * 1000),
    `${formatBytes(fetchedBytes)} fetched`,
  ]
  return [
    `${style.green('✓')} ${style.bold(printable(job))}  restored to ${style.bold(printable(target))}`,
    `  ${facts.join(' · ')}`,
    `  ${style.dim('from')} ${chain.length > 1 ? chainText(chain) : printable(id)}`,
  ].join('\n')
}

/** What was brought back, from where, to where. */
export function renderRestores(results: readonly RestoreResultRecord[], { style }: View): string {
  const paragraphs = results.map((result) =>
    result.plan === undefined ? done(result, style) : planned(result, style),
  )
  return paragraphs.length > 0 ? paragraphs.join('\n\n') : style.dim('nothing restored')
}
