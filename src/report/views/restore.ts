import { formatBytes, formatCount, formatRate, plural } from '../bytes.ts'
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

const lossesShown = 20

/** What a salvage could not bring back, and which objects are to blame. */
function lossLines(result: RestoreResultRecord, style: Style): string[] {
  const { lost = [], lostCount = 0, damaged = [], damagedCount = 0, lostFile } = result
  const more = (all: number) => (all > lossesShown ? [`    and ${formatCount(all - lossesShown)} more`] : [])
  const objects =
    damagedCount === 0
      ? []
      : [
          `  ${style.red(`${plural(damagedCount, 'object')} damaged or missing:`)}`,
          ...damaged.slice(0, lossesShown).map((key) => `    ${printable(key)}`),
          ...more(damagedCount),
        ]
  if (lostCount === 0) return objects
  return [
    ...objects,
    `  ${style.red(`${formatCount(lostCount)} not restored:`)}`,
    ...lost
      .slice(0, lossesShown)
      .map(({ path, why }) => `    ${printable(path)}  ${style.dim(printable(why))}`),
    ...more(lostCount),
    ...(lostFile === undefined ? [] : [`  ${style.dim('all of them in')} ${printable(lostFile)}`]),
  ]
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
  const partly = (result.lostCount ?? 0) > 0
  const head = partly ? style.yellow('!') : style.green('✓')
  return [
    `${head} ${style.bold(printable(job))}  ${partly ? 'partly restored' : 'restored'} to ${style.bold(printable(target))}`,
    `  ${facts.join(' · ')}`,
    `  ${style.dim('from')} ${chain.length > 1 ? chainText(chain) : printable(id)}`,
    ...lossLines(result, style),
  ].join('\n')
}

/** What was brought back, from where, to where. */
export function renderRestores(results: readonly RestoreResultRecord[], { style }: View): string {
  const paragraphs = results.map((result) =>
    result.plan === undefined ? done(result, style) : planned(result, style),
  )
  return paragraphs.length > 0 ? paragraphs.join('\n\n') : style.dim('nothing restored')
}
