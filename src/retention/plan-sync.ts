import type { RecoveryPoint } from '../domain/retention.ts'
import { ancestorsOf } from './chains.ts'
import { isPassing } from './floors.ts'
import { planRetention } from './plan.ts'
import type { DestinationPoints, PlanOptions } from './plan-types.ts'
import { newestFirst } from './survey.ts'

export interface SyncPlan {
  /** Ids to copy: the newest with what it builds on first, parents before their children. */
  readonly wanted: readonly string[]
  /** What the destination lacks and would let go at once, newest first. */
  readonly left: readonly { readonly id: string; readonly reason: string }[]
}

/**
 * What a destination lacks of `points` and would keep if it had it, by its own rules. Proofs decide as far as there
 * are any, and never hold everything: what stays only until a drill has passed is not worth sending.
 */
export function planSync(
  points: readonly RecoveryPoint[],
  target: DestinationPoints,
  common: Pick<PlanOptions, 'now' | 'timezone'>,
): SyncPlan {
  const has = new Set(target.points.map(({ id }) => id))
  const missing = points.filter(({ id }) => !has.has(id)).sort(newestFirst)
  const all = [...target.points, ...missing]
  const proven = all.filter((point) => point.proven).length
  const rules = target.rules && {
    ...target.rules,
    requireProofs: Math.min(target.rules.requireProofs, proven),
  }
  const { decisions } = planRetention(all, rules, {
    ...common,
    storeNow: target.storeNow,
    // One that leaves its floors to the others needs nothing that they have.
    ...(isPassing(rules) && { elsewhere: points }),
  })
  const byId = new Map(all.map((point) => [point.id, point]))
  const verdicts = new Map(decisions.map((decision) => [decision.id, decision]))
  const wanted = new Set<string>()
  for (const point of missing) {
    if (verdicts.get(point.id)?.keep !== true) continue
    const older = ancestorsOf(point, byId).filter((id) => !has.has(id))
    const byLevel = (id: string) => byId.get(id)?.level ?? 0
    for (const id of older.sort((a, b) => byLevel(a) - byLevel(b))) wanted.add(id)
    wanted.add(point.id)
  }
  const left = missing
    .filter(({ id }) => !wanted.has(id))
    .map(({ id }) => ({ id, reason: verdicts.get(id)?.reasons.join('; ') ?? 'no rule keeps it' }))
  return { wanted: [...wanted], left }
}
