import type { RecoveryPoint, RetentionRules } from '../domain/retention.ts'
import { localTime } from './calendar.ts'
import { type PeriodKind, periodOf } from './periods.ts'
import type { PlanOptions } from './plan-types.ts'
import { spanText } from './span.ts'
import type { Survey } from './survey.ts'

/** What one rule says of one point. */
export interface Verdict {
  readonly keep: boolean
  readonly reason: string
}

/** Undefined: the rule has no opinion of this point. */
export type Judge = (point: RecoveryPoint) => Verdict | undefined

const kept = (reason: string): Verdict => ({ keep: true, reason })
const released = (reason: string): Verdict => ({ keep: false, reason })

function lastRule(count: number, { counted }: Survey): Judge {
  const positions = new Map(counted.map((point, index) => [point.id, index]))
  return ({ id }) => {
    const position = positions.get(id)
    if (position === undefined) return undefined
    if (position < count) return kept(`last ${position + 1} of ${count}`)
    return released(`last: ${position} newer, ${count} kept`)
  }
}

interface Period {
  readonly index: number
  readonly newest: string
  /** The newest proven point of the period: an unproven one must not take its place. */
  proven?: string
}

function periodRule(kind: PeriodKind, count: number, counted: Survey['counted'], label: Labeller): Judge {
  const periods = new Map<string, Period>()
  const labels = new Map<string, string>()
  for (const point of counted) {
    const name = label(kind, point)
    labels.set(point.id, name)
    const period = periods.get(name) ?? { index: periods.size, newest: point.id }
    periods.set(name, period)
    if (point.proven) period.proven ??= point.id
  }
  return ({ id }) => {
    const name = labels.get(id)
    const period = name === undefined ? undefined : periods.get(name)
    if (!period) return undefined
    if (period.index >= count) return released(`${kind}: ${name} is before the last ${count}`)
    const slot = `${kind} ${period.index + 1} of ${count} (${name})`
    if (id === period.newest) return kept(slot)
    if (id === period.proven) return kept(`${slot}, newest proven`)
    return released(`${kind}: not the newest of ${name}`)
  }
}

type Labeller = (kind: PeriodKind, point: RecoveryPoint) => string

function labeller(rules: RetentionRules, timezone: string): Labeller {
  const times = new Map<string, ReturnType<typeof localTime>>()
  return (kind, point) => {
    const time = times.get(point.id) ?? localTime(point.createdAt, timezone)
    times.set(point.id, time)
    return periodOf(kind, time, rules)
  }
}

/** Windows of time displace nothing, so they hold what does not count as well. */
function withinRule(span: number, { counted }: Survey): Judge {
  const newest = counted[0]
  return ({ createdAt }) => {
    if (!newest) return undefined
    const behind = newest.createdAt.getTime() - createdAt.getTime()
    if (behind <= span) return kept(`within ${spanText(span)}`)
    return released(`within: ${spanText(behind)} older than the newest`)
  }
}

function tagRule(tag: string, span: number | 'forever', now: Date): Judge {
  return ({ tags, createdAt }) => {
    if (!tags.includes(tag)) return undefined
    if (span === 'forever') return kept(`tag ${tag} for ever`)
    if (now.getTime() - createdAt.getTime() <= span) return kept(`tag ${tag} for ${spanText(span)}`)
    return released(`tag ${tag}: older than ${spanText(span)}`)
  }
}

const periodCounts = [
  ['hourly', 'keepHourly'],
  ['daily', 'keepDaily'],
  ['weekly', 'keepWeekly'],
  ['monthly', 'keepMonthly'],
  ['yearly', 'keepYearly'],
] as const

/** Whether there is any `keep-` rule at all. Without one nothing is ever deleted, whatever the floors are. */
export function hasKeepRule(rules: RetentionRules | undefined): rules is RetentionRules {
  if (!rules) return false
  const counts = [rules.keepLast, rules.keepWithin, ...periodCounts.map(([, key]) => rules[key])]
  return counts.some((count) => count !== undefined) || Object.keys(rules.keepTags ?? {}).length > 0
}

/** The judges of all `keep-` rules that are set, in the order in which their reasons are shown. */
export function judgesOf(rules: RetentionRules, found: Survey, options: PlanOptions): Judge[] {
  const label = labeller(rules, options.timezone)
  const judges: Judge[] = []
  if (rules.keepLast) judges.push(lastRule(rules.keepLast, found))
  for (const [kind, key] of periodCounts) {
    const count = rules[key]
    if (count) judges.push(periodRule(kind, count, found.counted, label))
  }
  if (rules.keepWithin !== undefined) judges.push(withinRule(rules.keepWithin, found))
  for (const [tag, span] of Object.entries(rules.keepTags ?? {})) {
    judges.push(tagRule(tag, span, options.now))
  }
  return judges
}
