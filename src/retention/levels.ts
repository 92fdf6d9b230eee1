import type { RecoveryPoint } from '../domain/retention.ts'
import { HoldfastError } from '../errors/error.ts'
import { localTime } from './calendar.ts'
import { type PeriodKind, periodOf } from './periods.ts'
import { survey } from './survey.ts'

export interface LevelRule {
  readonly level: number
  /** `hourly`, `daily`, `weekly`, `monthly`, `yearly`, or `otherwise`: whenever no lower level is due. */
  readonly slot: string
}

export interface LevelDecision {
  readonly level: number
  readonly reason: string
}

/** Slots are plain calendar periods: weeks end on Sunday, months on their last day. */
const ends = { weekDay: 0 }
const slots = new Set(['hourly', 'daily', 'weekly', 'monthly', 'yearly'])

function periodKind(slot: string): PeriodKind {
  if (slots.has(slot)) return slot as PeriodKind
  throw new HoldfastError('config-invalid', `unknown slot ${slot} in levels`, {
    hint: 'Use hourly, daily, weekly, monthly, yearly or otherwise as the value of a level.',
    context: { slot },
  })
}

function fromSlots(
  rules: readonly LevelRule[],
  points: readonly RecoveryPoint[],
  now: Date,
  timezone: string,
) {
  const period = (kind: PeriodKind, moment: Date) => periodOf(kind, localTime(moment, timezone), ends)
  for (const { level, slot } of rules) {
    if (slot === 'otherwise') return { level, reason: 'no lower level is due' }
    const kind = periodKind(slot)
    const current = period(kind, now)
    const taken = points.some((point) => point.level <= level && period(kind, point.createdAt) === current)
    if (!taken) return { level, reason: `first of ${current}` }
  }
  const last = rules.at(-1)
  return { level: last?.level ?? 0, reason: last ? 'every slot is taken' : 'always full' }
}

/**
 * The level of the next backup. The lowest level whose calendar slot has no success yet (of it or a lower level)
 * takes it; when all are taken the highest level runs again. No rules: always 0. A level above 0 needs a whole,
 * valid backup of a lower level; without one the run is a full one, also when `requested`, and the reason says so.
 *
 * @throws HoldfastError `config-invalid` for an unknown slot or time zone.
 */
export function decideLevel(options: {
  readonly levels: readonly LevelRule[]
  readonly history: readonly RecoveryPoint[]
  readonly now: Date
  readonly timezone: string
  /** `--level N`. */
  readonly requested?: number
}): LevelDecision {
  const { levels, history, now, timezone, requested } = options
  const points = survey(history, now).counted
  const rules = [...levels].sort((a, b) => a.level - b.level)
  const wanted =
    requested === undefined
      ? fromSlots(rules, points, now, timezone)
      : { level: requested, reason: 'requested' }
  if (wanted.level === 0 || points.some((point) => point.level < wanted.level)) return wanted
  return { level: 0, reason: `level ${wanted.level} (${wanted.reason}) has no complete backup to build on` }
}
