import type { RetentionRules } from '../domain/retention.ts'
import type { PartialRetention } from './schema-retention.ts'

const keepRules = [
  'keepLast',
  'keepHourly',
  'keepDaily',
  'keepWeekly',
  'keepMonthly',
  'keepYearly',
  'keepWithin',
  'keepTags',
] as const

type KeepRules = Pick<RetentionRules, (typeof keepRules)[number]>

function keepOf(rules: PartialRetention): KeepRules {
  const own = keepRules.filter((rule) => rules[rule] !== undefined).map((rule) => [rule, rules[rule]])
  return Object.fromEntries(own)
}

/**
 * The rules at one destination: its own keep- rules replace all of the job's (together they would keep more than
 * either says), while floors and calendar are the job's where the destination has none. Without any keep- rule
 * undefined: nothing is ever deleted.
 */
export function mergeRetention(
  job: PartialRetention | undefined,
  own: PartialRetention | undefined,
  requireProofs: number,
): RetentionRules | undefined {
  const ownKeep = keepOf(own ?? {})
  const keep = Object.keys(ownKeep).length > 0 ? ownKeep : keepOf(job ?? {})
  if (Object.keys(keep).length === 0) return undefined
  const monthDay = own?.monthDay ?? job?.monthDay
  return {
    ...keep,
    requireProofs: own?.requireProofs ?? job?.requireProofs ?? requireProofs,
    minimum: own?.minimum ?? job?.minimum ?? 1,
    weekDay: own?.weekDay ?? job?.weekDay ?? 0,
    ...(monthDay === undefined ? {} : { monthDay }),
  }
}
