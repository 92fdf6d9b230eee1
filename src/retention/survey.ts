import type { RecoveryPoint } from '../domain/retention.ts'
import { type ChainState, chainStates } from './chains.ts'

const skew = 3_600_000

/** A job's points at one destination, sorted out: which are recovery points, and what is wrong with the others. */
export interface Survey {
  readonly byId: ReadonlyMap<string, RecoveryPoint>
  readonly chains: ReadonlyMap<string, ChainState>
  /** All points, newest first. */
  readonly points: readonly RecoveryPoint[]
  /** Recovery points, newest first: valid, chain-whole, dated credibly. Only these count. */
  readonly counted: readonly RecoveryPoint[]
  readonly isFuture: (point: RecoveryPoint) => boolean
}

/** Newest first; the id decides between equal times, so that a plan never depends on the order of a listing. */
export function newestFirst(a: RecoveryPoint, b: RecoveryPoint): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

export function survey(points: readonly RecoveryPoint[], storeNow: Date): Survey {
  const byId = new Map(points.map((point) => [point.id, point]))
  const chains = chainStates(byId)
  const limit = storeNow.getTime() + skew
  // Written so that an unreadable date (NaN) counts as future too: kept, and trusted with nothing.
  const isFuture = (point: RecoveryPoint) => !(point.createdAt.getTime() <= limit)
  const rank = (point: RecoveryPoint) => (Number.isNaN(point.createdAt.getTime()) ? 0 : 1)
  const sorted = [...byId.values()].sort((a, b) => rank(a) - rank(b) || newestFirst(a, b) || 0)
  const whole = (point: RecoveryPoint) => chains.get(point.id)?.broken === undefined
  const counted = sorted.filter((point) => point.valid && whole(point) && !isFuture(point))
  return { byId, chains, points: sorted, counted, isFuture }
}
