import type { Sample } from './directory.ts'

/** A promise: `holdfast` takes at most `limit` times the wall of `peer` for `work`. */
interface Goal {
  readonly work: Sample['work']
  readonly peer: string
  readonly limit: number
}

const goals: readonly Goal[] = [
  { work: 'first', peer: 'shell with hashes', limit: 0.7 },
  { work: 'first', peer: 'shell', limit: 1.35 },
  { work: 'first', peer: 'restic', limit: 0.35 },
  { work: 'unchanged', peer: 'restic', limit: 0.5 },
  { work: 'restore', peer: 'shell', limit: 1 },
  { work: 'to S3', peer: 'shell with hashes', limit: 0.7 },
  { work: 'to S3', peer: 'shell', limit: 1.35 },
]

/** Seconds that `holdfast --version` may take. */
const startLimit = 0.15
/** MiB that a run with two workers may peak at; each further worker adds 64. */
const peakLimit = (workers: number) => 448 + 64 * Math.max(0, Math.min(workers, 4) - 2)

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (high === undefined) return Number.NaN
  return sorted.length % 2 || low === undefined ? high : (low + high) / 2
}

interface Verdict {
  readonly what: string
  readonly found: number
  readonly limit: number
  readonly met: boolean
}

/** Median of the ratios taken round by round: what slows a whole round down does not count. */
function ratio(samples: readonly Sample[], work: string, peer: string): number {
  const wall = (name: string, round: number) =>
    samples.find((sample) => sample.work === work && sample.peer === name && sample.round === round)?.wall
  const rounds = [...new Set(samples.map(({ round }) => round))]
  const ratios = rounds.flatMap((round) => {
    const [ours, theirs] = [wall('holdfast', round), wall(peer, round)]
    return ours === undefined || theirs === undefined ? [] : [ours / theirs]
  })
  return median(ratios)
}

const verdict = (what: string, found: number, limit: number): Verdict => ({
  what,
  found,
  limit,
  met: found <= limit,
})

/** Each goal with what was found; those without samples are left out. */
export function judge(samples: readonly Sample[], workers: number): Verdict[] {
  const ours = samples.filter(({ peer }) => peer === 'holdfast')
  const peak = Math.max(...ours.map((sample) => sample.peak))
  const start = median(ours.filter(({ work }) => work === 'start').map(({ wall }) => wall))
  return [
    ...goals.map(({ work, peer, limit }) =>
      verdict(`${work}: wall against ${peer}`, ratio(samples, work, peer), limit),
    ),
    verdict('start: seconds', start, startLimit),
    verdict('peak memory: MiB', peak, peakLimit(workers)),
  ].filter(({ found }) => Number.isFinite(found))
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

/** Medians by work and peer. */
export function renderSamples(samples: readonly Sample[]): string {
  const keys = [...new Set(samples.map(({ work, peer }) => `${work}\t${peer}`))].sort()
  const rows = keys.map((key) => {
    const [work = '', peer = ''] = key.split('\t')
    const those = samples.filter((sample) => sample.work === work && sample.peer === peer)
    const of = (pick: (sample: Sample) => number, digits: number) => median(those.map(pick)).toFixed(digits)
    return [work, peer, of(({ wall }) => wall, 2), of(({ cpu }) => cpu, 2), of(({ peak }) => peak, 0)]
  })
  return columns([['work', 'peer', 'wall s', 'CPU s', 'peak MiB'], ...rows])
}

export function renderVerdicts(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ what, found, limit, met }) => [
    met ? 'met' : 'MISSED',
    what,
    found.toFixed(2),
    limit.toFixed(2),
  ])
  return columns([['', 'goal', 'found', 'at most'], ...rows])
}
