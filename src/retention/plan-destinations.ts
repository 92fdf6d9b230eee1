import type { RecoveryPoint } from '../domain/retention.ts'
import { isPassing } from './floors.ts'
import { planRetention } from './plan.ts'
import { planSync } from './plan-sync.ts'
import type { DestinationPoints, PlanOptions, RetentionPlan } from './plan-types.ts'

export type { DestinationPoints } from './plan-types.ts'

type Common = Pick<PlanOptions, 'now' | 'timezone'>

function optionsOf(destination: DestinationPoints, common: Common): PlanOptions {
  const { storeNow, failedDrill } = destination
  return { ...common, storeNow, ...(failedDrill ? { failedDrill } : {}) }
}

function keptIds(plan: RetentionPlan): Set<string> {
  return new Set(plan.decisions.filter(({ keep }) => keep).map(({ id }) => id))
}

/** What a destination will hold whatever the others do: its plan with as many proofs demanded as it has itself. */
function certainSurvivors(destination: DestinationPoints, common: Common): RecoveryPoint[] {
  const { points, rules } = destination
  const proven = points.filter((point) => point.proven).length
  const modest = rules && { ...rules, requireProofs: Math.min(rules.requireProofs, proven) }
  const kept = keptIds(planRetention(points, modest, optionsOf(destination, common)))
  return points.filter(({ id }) => kept.has(id))
}

/**
 * The plans of one job at all its destinations together, by name. Proofs made anywhere count everywhere. A passing
 * destination (`keep-last: 0`) may leave its floors to the others, and keeps what they are still to get; the others
 * each hold their own, so that no two destinations delete the last copy in reliance on each other.
 */
export function planDestinations(
  destinations: readonly DestinationPoints[],
  common: Common,
): ReadonlyMap<string, RetentionPlan> {
  const staying = destinations.filter(({ rules }) => !isPassing(rules))
  const certain = new Map(staying.map((each) => [each.name, certainSurvivors(each, common)]))
  const plans = new Map<string, RetentionPlan>()
  for (const destination of destinations) {
    const others = staying.filter(({ name }) => name !== destination.name)
    const elsewhere = others.flatMap(({ name }) => certain.get(name) ?? [])
    const awaited = new Map<string, string[]>()
    for (const other of isPassing(destination.rules) ? others : []) {
      // `sync` copies these, so they must still be there.
      for (const id of planSync(destination.points, other, common).wanted) {
        awaited.set(id, [...(awaited.get(id) ?? []), other.name])
      }
    }
    const options = { ...optionsOf(destination, common), elsewhere, awaited }
    plans.set(destination.name, planRetention(destination.points, destination.rules, options))
  }
  return plans
}
