import { sparkline } from './bars.ts'
import { formatDuration } from './duration.ts'
import type { RestoreRecord } from './results.ts'

/** What the restores of a job came to: how long they take and how that goes, and how old what came back was. */
export interface LedgerFacts {
  /** `3 of 4 passed`. */
  readonly passed: string
  /** Of the newest one that passed. */
  readonly rto: string
  /** Oldest first, of those that passed. */
  readonly trend: string
  /** The greatest age of what a restore brought back. */
  readonly worstRpo: string
}

/** The ledger in words; undefined where nothing was restored yet. Newest first. */
export function ledgerFacts(restores: readonly RestoreRecord[]): LedgerFacts | undefined {
  const good = restores.filter(({ passed }) => passed)
  const [newest] = good
  if (restores.length === 0) return undefined
  return {
    passed: `${good.length} of ${restores.length} passed`,
    rto: newest ? formatDuration(newest.rtoSeconds * 1000) : '',
    trend: sparkline(good.map(({ rtoSeconds }) => rtoSeconds).reverse()),
    worstRpo:
      good.length > 0 ? formatDuration(Math.max(...good.map(({ rpoSeconds }) => rpoSeconds)) * 1000) : '',
  }
}
