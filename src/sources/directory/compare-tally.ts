import type { DrillCheck } from '../../domain/drill.ts'
import type { ByteString } from '../../domain/index-entry.ts'
import { displayPath } from './byte-paths.ts'

/** What a comparison looks at. */
export type Aspect = 'files' | 'hashes' | 'metadata' | 'extra'

/** What was compared and what differed. */
export interface Tally {
  readonly compared: Record<Aspect, number>
  readonly differences: Record<Aspect, string[]>
  readonly counts: Record<Aspect, number>
}

const shown = 10

export function createTally(): Tally {
  const zero = (): Record<Aspect, number> => ({ files: 0, hashes: 0, metadata: 0, extra: 0 })
  return { compared: zero(), counts: zero(), differences: { files: [], hashes: [], metadata: [], extra: [] } }
}

/** Notes a difference; the first ten are kept as text. */
export function differ(tally: Tally, aspect: Aspect, path: ByteString, what: string): void {
  tally.counts[aspect] += 1
  if (tally.differences[aspect].length < shown)
    tally.differences[aspect].push(`${displayPath(path)}: ${what}`)
}

/** The verdict on one aspect; nothing compared is a failure. */
export function tallyCheck(tally: Tally, name: string, aspect: Aspect, compared: number): DrillCheck {
  const count = tally.counts[aspect]
  if (compared === 0)
    return { name, result: 'failed', expected: 'at least one entry', found: 'nothing was compared' }
  if (count === 0) return { name, result: 'passed', expected: `${compared}`, found: `${compared}` }
  const list = tally.differences[aspect].join('; ')
  return {
    name,
    result: 'failed',
    expected: `${compared}, all alike`,
    found: `${count} ${count === 1 ? 'difference' : 'differences'}: ${list}${count > shown ? '; …' : ''}`,
  }
}
