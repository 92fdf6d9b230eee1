import type { ZrbBackup, ZrbListing } from '../../catalog/zrb/listing.ts'
import type { RecoveryPoint, RetentionRules } from '../../domain/retention.ts'
import { planDestinations } from '../../retention/plan-destinations.ts'
import type { RetentionDecision } from '../../retention/plan-types.ts'
import type { Cleanable } from '../cleanup/plan.ts'
import { pointsOf } from '../cleanup/plan.ts'

interface Facts {
  readonly job: string
  readonly rules: RetentionRules | undefined
  readonly now: Date
  readonly timezone: string
  readonly force: boolean
}

function pointOf(job: string, { id, level, chain, createdAt, broken }: ZrbBackup): RecoveryPoint {
  return {
    id,
    job,
    level,
    parent: chain.at(-2) ?? null,
    createdAt,
    tags: [],
    valid: broken === undefined,
    proven: false,
    held: false,
  }
}

/** What retention says of each by itself: judged together with the job's own backups, so that it ages as they come. */
function singly(
  { backups }: ZrbListing,
  own: readonly Cleanable[],
  { job, rules, now, timezone, force }: Facts,
): ReadonlyMap<string, RetentionDecision> {
  const places = own.map((destination) => pointsOf(destination, force))
  const points = new Map(places.flatMap((place) => place.points.map((point) => [point.id, point] as const)))
  const failedDrill = places.find((place) => place.failedDrill)?.failedDrill
  const all = {
    name: 'all',
    points: [...points.values(), ...backups.map((backup) => pointOf(job, backup))],
    rules,
    storeNow: own[0]?.storeNow ?? now,
    ...(failedDrill && { failedDrill }),
  }
  const plan = planDestinations([all], { now, timezone }).get('all')
  return new Map((plan?.decisions ?? []).map((decision) => [decision.id, decision]))
}

/**
 * What cleanup does with chains that another tool left: a whole chain goes, or nothing of it. One that is not whole stays,
 * and so do all while a manifest anywhere cannot be read, since nobody knows what it builds on.
 */
export function judgeChains(
  listing: ZrbListing,
  own: readonly Cleanable[],
  facts: Facts,
): readonly RetentionDecision[] {
  const decisions = singly(listing, own, facts)
  const isDamaged = listing.damaged.length > 0 || own.some(({ catalogue }) => catalogue.damaged.length > 0)
  const chains = Map.groupBy(listing.backups, ({ chain }) => chain[0] ?? '')
  const written = 'written by zrb'
  return listing.backups.map(({ id, chain }) => {
    const members = chains.get(chain[0] ?? '') ?? []
    const decision = decisions.get(id)
    const reasons = decision?.reasons ?? ['nothing is known of it']
    if (decision?.keep !== false) return { id, keep: true, reasons: [...reasons, written] }
    const needed = members.find((member) => decisions.get(member.id)?.keep !== false)
    const why = isDamaged
      ? 'a manifest is damaged: nothing is deleted'
      : members.some(({ broken }) => broken !== undefined)
        ? 'its chain is not whole: a person has to judge'
        : needed && `its chain is kept whole for ${needed.id}`
    return why === undefined
      ? { id, keep: false, reasons: [...reasons, written] }
      : { id, keep: true, reasons: [why, written] }
  })
}
