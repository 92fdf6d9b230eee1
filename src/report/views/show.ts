import { formatBytes, formatPercent, plural } from '../bytes.ts'
import { formatAge, formatDuration } from '../duration.ts'
import { printable } from '../printable.ts'
import type { ShowResult } from '../results.ts'
import { statusMark } from '../status-word.ts'
import { renderTable } from '../table.ts'
import { pad } from '../width.ts'
import { marksOf } from './list.ts'
import { ageOf, levelText, tableIn, type View } from './view.ts'

type Fact = readonly [label: string, text: string]

function factsOf(result: ShowResult, { style, now }: View): Fact[] {
  const { sourceBytes, storedBytes, tags, host, evidence, source, unread } = result
  const marks = marksOf(result, style)
  const share = storedBytes < sourceBytes ? ` (${formatPercent(storedBytes / sourceBytes)})` : ''
  const described = Object.entries(source ?? {}).map(([key, value]) => `${key} ${String(value)}`)
  return [
    ['made', `${result.createdAt} (${formatAge(ageOf(result.createdAt, now))})`],
    ['at', result.destination],
    ['level', levelText(result.level)],
    ['state', typeof marks === 'object' ? marks.text : marks],
    ['source', `${formatBytes(sourceBytes)}${described.length > 0 ? `, ${described.join(', ')}` : ''}`],
    ['stored', `${formatBytes(storedBytes)}${share}`],
    ['host', host ?? ''],
    ['evidence', evidence ?? ''],
    ['tags', tags.join(', ')],
    ['unread', unread ? plural(unread, 'path') : ''],
  ]
}

function chainLines(chain: readonly string[], { style }: View): string[] {
  if (chain.length < 2) return []
  const steps = chain.map((id, index) => `  ${'  '.repeat(index)}${index > 0 ? '└ ' : ''}${printable(id)}`)
  return ['', style.dim('chain'), ...steps]
}

/** One backup in full: its facts, its chain, its streams, its proofs. */
export function renderShow(result: ShowResult, view: View): string {
  const { style, now } = view
  const facts = factsOf(result, view).filter(([, text]) => text !== '')
  const streams = (result.streams ?? []).map(({ name, mediaType, volumes, storedBytes }) => [
    printable(name),
    printable(mediaType),
    plural(volumes, 'volume'),
    formatBytes(storedBytes),
  ])
  const columns = [
    { title: 'stream', shrinkTo: 12 },
    { title: 'type', shrinkTo: 12 },
    { title: 'volumes', align: 'right' as const },
    { title: 'stored', align: 'right' as const },
  ]
  const proofs = (result.proofs ?? []).map(
    ({ finishedAt, result: outcome, rtoSeconds }) =>
      `  ${statusMark(outcome, style)} ${printable(outcome)} ${formatAge(ageOf(finishedAt, now))}, restored in ${formatDuration(rtoSeconds * 1000)}`,
  )
  return [
    `${style.bold(printable(result.job))}  ${printable(result.id)}`,
    ...facts.map(([label, text]) => `  ${style.dim(pad(label, 9))} ${printable(text)}`),
    ...chainLines(result.chain, view),
    ...(streams.length > 0 ? ['', renderTable(columns, streams, tableIn(view, 2))] : []),
    ...(proofs.length > 0 ? ['', style.dim('proofs'), ...proofs] : []),
  ].join('\n')
}
