import { formatBytes, formatRate, plural } from '../bytes.ts'
import { printable } from '../printable.ts'
import type { SyncResult } from '../results.ts'
import { statusMark } from '../status-word.ts'
import { levelText, type View } from './view.ts'

const shown = 10

function cut(lines: readonly string[], { style }: View): string[] {
  const more = lines.length - shown
  return more > 1 ? [...lines.slice(0, shown), style.dim(`    and ${more} more`)] : [...lines]
}

function summary({ status, copied, healed, sentBytes, seconds }: SyncResult): string {
  if (status === 'skipped') return 'skipped: another run holds the job'
  const dryRun = status === 'dry-run'
  if (copied.length + healed.length === 0)
    return status === 'partial' ? 'nothing copied' : 'nothing is missing'
  const bytes = dryRun
    ? [...copied.map((each) => each.sentBytes), ...healed.map((each) => each.bytes)].reduce(
        (a, b) => a + b,
        0,
      )
    : sentBytes
  const rate = dryRun || seconds <= 0 ? '' : ` at ${formatRate(bytes, seconds * 1000)}`
  return [
    ...(copied.length > 0 ? [`${dryRun ? 'would copy' : 'copied'} ${plural(copied.length, 'backup')}`] : []),
    ...(healed.length > 0 ? [`${dryRun ? 'would heal' : 'healed'} ${plural(healed.length, 'object')}`] : []),
    `${formatBytes(bytes)}${rate}`,
  ].join(', ')
}

function block(result: SyncResult, view: View): string {
  const { style } = view
  const { job, destination, status, copied, healed, left, failed, alongside } = result
  const copies = copied.map(({ id, level, from, bytes, sentBytes }) => {
    const known = sentBytes < bytes ? `, ${formatBytes(bytes - sentBytes)} of it there already` : ''
    return `  ${style.green('+')} ${printable(id)}  ${style.dim(`${levelText(level)} from ${printable(from)}, ${formatBytes(bytes)}${known}`)}`
  })
  const cures = healed.map(({ key, what, from, how }) => {
    const done = how === 'planned' ? what : `${what}, ${how} from ${printable(from)}`
    return `  ${style.green('+')} ${printable(key)}  ${style.dim(done)}`
  })
  const refused = left.map(
    ({ id, reason }) => `  ${style.dim(`· ${printable(id)}  not copied: ${printable(reason)}`)}`,
  )
  const failures = failed.map(
    ({ id, message }) => `  ${style.red('✗')} ${printable(id)}  ${printable(message)}`,
  )
  return [
    `${statusMark(status, style)} ${style.bold(printable(job))} ${style.dim('to')} ${printable(destination)}: ${summary(result)}`,
    ...cut(copies, view),
    ...cut(cures, view),
    ...failures,
    ...cut(refused, view),
    ...(alongside > 0
      ? [style.dim(`  and ${plural(alongside, 'hold, log or proof', 'holds, logs and proofs')}`)]
      : []),
  ].join('\n')
}

/** What each destination got, what was healed there, and what it does not get. */
export function renderSync(results: readonly SyncResult[], view: View): string {
  if (results.length === 0) return view.style.dim('no job has two destinations')
  return results.map((result) => block(result, view)).join('\n\n')
}
