import type { Finding } from '../domain/finding.ts'
import type { RecoveryPoint, RetentionRules } from '../domain/retention.ts'
import { ancestorsOf } from './chains.ts'
import { floorsOf, isPassing } from './floors.ts'
import type { PlanOptions, PlanRefusal, RetentionDecision, RetentionPlan } from './plan-types.ts'
import { hasKeepRule, type Judge, judgesOf } from './rules.ts'
import { type Survey, survey } from './survey.ts'

/** What holds a point whatever the rules are, also where it does not count. */
function unconditional(found: Survey, options: PlanOptions): Judge {
  const newest = found.counted[0]
  return (point) => {
    if (found.isFuture(point)) return { keep: true, reason: 'dated in the future: kept, not counted' }
    if (point.held) return { keep: true, reason: 'held' }
    const awaiting = options.awaited?.get(point.id)
    if (awaiting?.length) return { keep: true, reason: `not yet at ${awaiting.join(', ')}` }
    const broken = found.chains.get(point.id)?.broken
    const trouble = point.valid
      ? broken && `chain broken, ${broken}`
      : point.shredded
        ? 'shredded'
        : 'incomplete'
    if (!trouble) return undefined
    // What does not count is still better than nothing, until something newer does count.
    if (!newest || newest.createdAt.getTime() <= point.createdAt.getTime()) {
      return { keep: true, reason: `${trouble}: kept until a newer recovery point exists` }
    }
    return { keep: false, reason: `${trouble}: not counted, ${newest.id} is newer` }
  }
}

function judge(point: RecoveryPoint, judges: readonly Judge[]): RetentionDecision {
  const verdicts = judges.flatMap((each) => each(point) ?? [])
  const keeping = verdicts.filter(({ keep }) => keep)
  const shown = (keeping.length > 0 ? keeping : verdicts).map(({ reason }) => reason)
  return { id: point.id, keep: keeping.length > 0, reasons: shown.length > 0 ? shown : ['no rule keeps it'] }
}

/** Ancestors of what is kept are kept: the reason names the newest child and how many there are besides. */
function withAncestors(decisions: readonly RetentionDecision[], { byId }: Survey): RetentionDecision[] {
  const children = new Map<string, string[]>()
  for (const { id, keep } of decisions) {
    const point = byId.get(id)
    if (!keep || !point) continue
    for (const ancestor of ancestorsOf(point, byId)) {
      const needing = children.get(ancestor) ?? []
      needing.push(id)
      children.set(ancestor, needing)
    }
  }
  return decisions.map((decision) => {
    const needing = children.get(decision.id)
    if (!needing) return decision
    const more = needing.length > 1 ? ` and ${needing.length - 1} more` : ''
    const reason = `needed by ${needing[0]}${more}`
    return { id: decision.id, keep: true, reasons: [...(decision.keep ? decision.reasons : []), reason] }
  })
}

/** All points kept, those that would have gone for `reason`. */
function keepAll(decisions: readonly RetentionDecision[], reason: string): RetentionDecision[] {
  return decisions.map((decision) =>
    decision.keep ? decision : { ...decision, keep: true, reasons: [reason] },
  )
}

function futureFindings({ points, isFuture }: Survey): Finding[] {
  const names = points.filter(isFuture).map(({ id }) => id)
  if (names.length === 0) return []
  const what = names.length === 1 ? '1 backup is' : `${names.length} backups are`
  return [
    {
      severity: 'warning',
      code: 'clock-in-future',
      message: `${what} dated in the future: kept, not counted`,
      hint: 'Set the clock of the host that wrote them; retention counts them once their time has come.',
      names,
    },
  ]
}

function refusalOf(
  decisions: readonly RetentionDecision[],
  found: Survey,
  backing: Survey,
  failedDrill: PlanOptions['failedDrill'],
): PlanRefusal | undefined {
  const wouldDelete = decisions.filter(({ keep }) => !keep).map(({ id }) => id)
  if (wouldDelete.length === 0) return undefined
  const keeps = new Set(decisions.filter(({ keep }) => keep).map(({ id }) => id))
  const survivors = [...backing.counted, ...found.counted.filter(({ id }) => keeps.has(id))]
  if (survivors.length === 0) {
    return {
      code: 'plan-deletes-everything',
      message: `the plan would delete every recovery point (${wouldDelete.length})`,
      hint: 'Set `retention.minimum` to at least 1, or give the job a `keep-` rule that keeps something.',
      wouldDelete,
    }
  }
  if (!failedDrill) return undefined
  return {
    code: 'drill-failed',
    message: `the last drill failed (${failedDrill.id}, ${failedDrill.finishedAt}), so nothing is deleted`,
    hint: 'Find out why with `holdfast verify --depth restore` and drill again, or pass --force to delete nevertheless.',
    wouldDelete,
  }
}

/**
 * Decides which of a job's points at one destination may go, with a reason for each. Pure: the same arguments give
 * the same plan, and planning again over the survivors deletes nothing more.
 *
 * - A point dies only if every rule lets it go. No rules, or none that begins with `keep-`: nothing ever dies.
 * - Only recovery points count: valid, chain-whole here, not dated more than an hour ahead of the store. What does
 *   not count takes nobody's place; it stays while nothing newer counts, and within `keep-within` and `keep-tags`.
 * - In a period whose newest point is unproven the newest proven one stays as well, and the newest proven point of
 *   all stays always: an unproven point never displaces a proven one.
 * - Every ancestor of a kept point is kept.
 * - `require-proofs` unmet: nothing is deleted, `note` says why. This is no error.
 * - `refused` (`plan-deletes-everything`, `drill-failed`): nothing may be deleted; the decisions then say so too.
 *
 * @throws HoldfastError `config-invalid` where the time zone does not exist.
 */
export function planRetention(
  points: readonly RecoveryPoint[],
  rules: RetentionRules | undefined,
  options: PlanOptions,
): RetentionPlan {
  const found = survey(points, options.storeNow)
  const findings = futureFindings(found)
  if (!hasKeepRule(rules)) {
    const decisions = found.points.map(({ id }) => ({ id, keep: true, reasons: ['no retention rule'] }))
    return { decisions, findings }
  }
  const elsewhere = survey(options.elsewhere ?? [], options.storeNow)
  const backing = isPassing(rules) ? elsewhere : survey([], options.storeNow)
  const floors = floorsOf(rules, found, elsewhere, backing)
  const judges = [unconditional(found, options), ...judgesOf(rules, found, options), ...floors.judges]
  const decisions = withAncestors(
    found.points.map((point) => judge(point, judges)),
    found,
  )
  if (floors.frozen !== undefined) {
    return {
      decisions: keepAll(decisions, floors.frozen),
      note: `nothing deleted: ${floors.frozen}`,
      findings,
    }
  }
  const refused = refusalOf(decisions, found, backing, options.failedDrill)
  if (!refused) return { decisions, findings }
  return { decisions: keepAll(decisions, 'the plan is refused'), refused, findings }
}
