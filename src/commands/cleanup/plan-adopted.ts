import { planDestinations } from '../../retention/plan-destinations.ts'
import type { RetentionDecision, RetentionPlan } from '../../retention/plan-types.ts'
import { adoptedPoint } from '../repository/adopted.ts'
import { type Cleanable, pointsOf } from './plan.ts'

interface Common {
  readonly now: Date
  readonly timezone: string
}

function adoptedDecisions(destination: Cleanable, plan: RetentionPlan | undefined): RetentionDecision[] {
  const keys = new Set(destination.adopted.map(({ key }) => key))
  return (plan?.decisions ?? [])
    .filter(({ id }) => keys.has(id))
    .map((decision) => ({ ...decision, reasons: [...decision.reasons, 'not written by holdfast'] }))
}

/**
 * The plans of a job at all its destinations, what others wrote included. Backups are judged among themselves, so that
 * an object of which nothing is known never takes a backup's place; what was adopted is judged together with them, and
 * ages as they come.
 */
export function planAll(
  job: string,
  destinations: readonly Cleanable[],
  force: boolean,
  common: Common,
): ReadonlyMap<string, RetentionPlan> {
  const backups = destinations.map((destination) => pointsOf(destination, force))
  const plans = planDestinations(backups, common)
  if (destinations.every(({ adopted }) => adopted.length === 0)) return plans
  const together = planDestinations(
    backups.map((points, at) => {
      const adopted = destinations[at]?.adopted.map((object) => adoptedPoint(job, object)) ?? []
      return { ...points, points: [...points.points, ...adopted] }
    }),
    common,
  )
  const merged = new Map<string, RetentionPlan>()
  for (const destination of destinations) {
    const plan = plans.get(destination.name)
    const other = together.get(destination.name)
    if (plan === undefined || other === undefined) continue
    const note = plan.note ?? other.note
    merged.set(destination.name, {
      ...plan,
      decisions: [...plan.decisions, ...adoptedDecisions(destination, other)],
      ...(note === undefined ? {} : { note }),
      ...(plan.refused === undefined && other.refused !== undefined && { refused: other.refused }),
    })
  }
  return merged
}
