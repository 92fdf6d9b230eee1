import { formatBytes, formatRate, plural } from '../bytes.ts'
import { printable } from '../printable.ts'
import type { SyncResult } from '../results.ts'
import { statusMark } from '../status-word.ts'
import { truncate } from '../width.ts'
import { levelText, reasoned, type View } from './view.ts'

const shown = 10

/** The first entries, each of one or more lines, and how many there are besides. */
function cut(entries: readonly (readonly string[])[], { style }: View): string[] {
  const more = entries.length - shown
  const some = entries.slice(0, more > 1 ? shown : entries.length).flat()
  return more > 1 ? [...some, style.dim(`    and ${more} more`)] : some
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
  const { style, width } = view
  const { job, destination, status, copied, healed, left, failed, alongside } = result
  const copies = copied.map(({ id, level, from, bytes, sentBytes }) => {
    const known = sentBytes < bytes ? `, ${formatBytes(bytes - sentBytes)} of it there already` : ''
    const facts = `${levelText(level)} from ${from}, ${formatBytes(bytes)}${known}`
    return reasoned(`  ${style.green('+')} ${printable(id)}  `, facts, view)
  })
  const cures = healed.map(({ key, what, from, how }) => {
    const facts = how === 'planned' ? what : `${what}, ${how} from ${from}`
    const name = width === undefined ? printable(key) : truncate(printable(key), width - 4)
    return [`  ${style.green('+')} ${name}`, style.dim(`    ${printable(facts)}`)]
  })
  const refused = left.map(({ id, reason }) =>
    reasoned(`  ${style.dim('·')} ${printable(id)}  `, reason, view),
  )
  // What it failed of stands below, among the errors.
  const failures = failed.map(({ id, code }) => `  ${style.red('✗')} ${printable(id)}  ${printable(code)}`)
  // A rehearsal that found nothing to do is no reason to look again.
  const nothingToDo = status === 'dry-run' && copied.length + healed.length + failed.length === 0
  return [
    `${statusMark(nothingToDo ? 'success' : status, style)} ${style.bold(printable(job))} ${style.dim('to')} ${printable(destination)}: ${summary(result)}`,
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
