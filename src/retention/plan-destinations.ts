import type { RecoveryPoint, RetentionRules } from '../domain/retention.ts'
import { ancestorsOf } from './chains.ts'
import { isPassing } from './floors.ts'
import { planRetention } from './plan.ts'
import type { PlanOptions, RetentionPlan } from './plan-types.ts'

/** One destination of a job, as its own listing shows it. */
export interface DestinationPoints {
  readonly name: string
  readonly points: readonly RecoveryPoint[]
  readonly rules: RetentionRules | undefined
  readonly storeNow: Date
  readonly failedDrill?: PlanOptions['failedDrill']
}

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

/** Ids that `other` lacks and would keep if it had them: `sync` copies these, so they must still be there. */
function lacking(from: DestinationPoints, other: DestinationPoints, common: Common): Set<string> {
  const has = new Set(other.points.map(({ id }) => id))
  const missing = from.points.filter(({ id }) => !has.has(id))
  const kept = keptIds(planRetention([...other.points, ...missing], other.rules, optionsOf(other, common)))
  const fromById = new Map(from.points.map((point) => [point.id, point]))
  const wanted = missing.filter(({ id }) => kept.has(id))
  const parents = wanted.flatMap((point) => ancestorsOf(point, fromById))
  return new Set([...wanted.map(({ id }) => id), ...parents.filter((id) => !has.has(id))])
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
      for (const id of lacking(destination, other, common)) {
        awaited.set(id, [...(awaited.get(id) ?? []), other.name])
      }
    }
    const options = { ...optionsOf(destination, common), elsewhere, awaited }
    plans.set(destination.name, planRetention(destination.points, destination.rules, options))
  }
  return plans
}
