import { formatBytes, plural } from '../bytes.ts'
import { printable } from '../printable.ts'
import type { CleanupLine, CleanupResult } from '../results.ts'
import { reasoned, type View } from './view.ts'

const garbageShown = 10

function lines(entries: readonly CleanupLine[], sign: string, view: View): string[] {
  const { style } = view
  const paint = sign === '-' ? style.red : style.green
  return entries.flatMap(({ id, reason }) => reasoned(`  ${paint(sign)} ${printable(id)}  `, reason, view))
}

function garbageLines({ garbage }: CleanupResult, view: View): string[] {
  const { style } = view
  if (garbage.length === 0) return []
  const bytes = garbage.reduce((sum, each) => sum + each.bytes, 0)
  const shown = garbage
    .slice(0, garbageShown)
    .flatMap(({ key, bytes, reason }) =>
      reasoned(style.dim(`    ${printable(key)}  ${formatBytes(bytes)}  `), reason, view),
    )
  const more = garbage.length - garbageShown
  return [
    `  ${style.red('-')} garbage of runs that died: ${plural(garbage.length, 'object')}, ${formatBytes(bytes)}`,
    ...shown,
    ...(more > 0 ? [style.dim(`    and ${more} more`)] : []),
  ]
}

function block(result: CleanupResult, view: View): string {
  const { style } = view
  const { job, destination, deleted, kept, freedBytes, dryRun, note, stats } = result
  const verb = dryRun ? 'would delete' : 'deleted'
  const freed = `${dryRun ? 'would free' : 'freed'} ${formatBytes(freedBytes)}`
  return [
    `${style.bold(printable(job))} ${style.dim('at')} ${printable(destination)}: ${verb} ${deleted.length}, ${dryRun ? 'keep' : 'kept'} ${kept.length}, ${freed}`,
    ...(stats === undefined
      ? []
      : [
          `  ${plural(stats.backups, 'backup')}, ${formatBytes(stats.storedBytes)} → ${plural(stats.keptBackups, 'backup')}, ${formatBytes(stats.keptBytes)}`,
        ]),
    ...(note === undefined ? [] : [`  ${style.yellow('!')} ${printable(note)}`]),
    ...lines(deleted, '-', view),
    ...lines(kept, '+', view),
    ...garbageLines(result, view),
  ].join('\n')
}

/** What goes and what stays, each line with its reason. */
export function renderCleanup(results: readonly CleanupResult[], view: View): string {
  if (results.length === 0) return view.style.dim('nothing to clean up')
  return results.map((result) => block(result, view)).join('\n\n')
}
