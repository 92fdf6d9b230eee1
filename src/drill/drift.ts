import type { Finding } from '../domain/finding.ts'
import { formatBytes } from '../report/bytes.ts'
import { formatDuration } from '../report/duration.ts'
import { type Measured, median } from './measured.ts'
import { tableDrift } from './table-drift.ts'

/** Backups before this one that its figures are compared with. */
export const window = 7

/** Of fewer the median says nothing. */
const fewest = 3

/** Off the median by more than this fraction is an anomaly. */
const sizeLimit = 0.5

/** Slower than this many medians, and by more than a minute, is one. */
const slowLimit = 3
const slowFloor = 60

const percent = (fraction: number) => `${fraction > 0 ? '+' : '−'}${Math.round(Math.abs(fraction) * 100)} %`

function sizeDrift(history: readonly Measured[], { storedBytes }: Measured): Finding[] {
  const usual = median(history.map((each) => each.storedBytes))
  const change = usual === 0 ? 0 : (storedBytes - usual) / usual
  if (Math.abs(change) <= sizeLimit) return []
  return [
    {
      severity: 'warning',
      code: 'drift-size',
      message: `${formatBytes(storedBytes)} stored, ${percent(change)} off the median of the last ${history.length} (${formatBytes(Math.round(usual))})`,
      hint: 'Look whether the source really grew or shrank that much.',
    },
  ]
}

function durationDrift(history: readonly Measured[], { seconds }: Measured): Finding[] {
  const usual = median(history.map((each) => each.seconds))
  if (seconds <= usual * slowLimit || seconds - usual <= slowFloor) return []
  return [
    {
      severity: 'warning',
      code: 'drift-duration',
      message: `the backup took ${formatDuration(seconds * 1000)}, the median of the last ${history.length} is ${formatDuration(usual * 1000)}`,
      hint: 'Look what slowed the source or the store down before it takes longer than its interval.',
    },
  ]
}

/**
 * What is odd about a backup beside those of the same level before it, oldest first: stored size and duration against
 * the rolling median, tables that came and went, rows, and the schema. Each with its figures. Pure.
 */
export function driftOf(before: readonly Measured[], current: Measured): Finding[] {
  const history = before.slice(-window)
  const figures = history.length >= fewest
  return [
    ...(figures ? [...sizeDrift(history, current), ...durationDrift(history, current)] : []),
    ...tableDrift(history, current.databases ?? []),
  ]
}
