import type { RecoveryPoint, RetentionRules } from '../domain/retention.ts'
import type { Judge } from './rules.ts'
import { newestFirst, type Survey } from './survey.ts'

/** What must survive whatever the `keep-` rules say. */
export interface Floors {
  readonly judges: readonly Judge[]
  /** Set while too few restores are proven to delete anything. */
  readonly frozen?: string
}

/**
 * True where the other destinations carry the floors: `keep-last: 0` and no other rule that counts means "gone once
 * the others have acknowledged it".
 */
export function isPassing(rules: RetentionRules | undefined): boolean {
  if (rules?.keepLast !== 0) return false
  const { keepHourly, keepDaily, keepWeekly, keepMonthly, keepYearly, keepWithin } = rules
  return ![keepHourly, keepDaily, keepWeekly, keepMonthly, keepYearly, keepWithin].some(Boolean)
}

/** All points of two surveys, each id once and proven where either copy is, newest first. */
function union(here: readonly RecoveryPoint[], elsewhere: readonly RecoveryPoint[]): RecoveryPoint[] {
  const all = new Map(elsewhere.map((point) => [point.id, point]))
  for (const point of here) {
    const other = all.get(point.id)
    all.set(point.id, other?.proven ? other : point)
  }
  return [...all.values()].sort(newestFirst)
}

function chosen(reasons: ReadonlyMap<string, string>): Judge {
  return ({ id }) => {
    const reason = reasons.get(id)
    return reason === undefined ? undefined : { keep: true, reason }
  }
}

function minimumFloor(rules: RetentionRules, here: Survey, backing: Survey): Judge {
  const reasons = new Map<string, string>()
  const bases = new Set<string>()
  const held = new Set(backing.counted.map(({ id }) => id))
  for (const point of union(here.counted, backing.counted)) {
    if (bases.size >= rules.minimum) break
    const base = (here.chains.get(point.id) ?? backing.chains.get(point.id))?.base ?? point.id
    if (bases.has(base)) continue
    bases.add(base)
    const rank = `minimum ${bases.size} of ${rules.minimum}`
    if (!held.has(point.id)) reasons.set(point.id, bases.size === 1 ? `newest, ${rank}` : rank)
  }
  return chosen(reasons)
}

/** Even where no proof is demanded the newest proven point stays: newer unproven ones cannot push it out. */
function provenFloor(rules: RetentionRules, here: Survey, backing: Survey): Judge {
  const reasons = new Map<string, string>()
  const provenThere = new Set(backing.counted.filter(({ proven }) => proven).map(({ id }) => id))
  const proven = union(here.counted, backing.counted).filter((point) => point.proven)
  const { requireProofs } = rules
  for (const [index, { id }] of proven.slice(0, Math.max(1, requireProofs)).entries()) {
    if (provenThere.has(id)) continue
    reasons.set(id, requireProofs > 0 ? `proven ${index + 1} of ${requireProofs}` : 'newest proven')
  }
  return chosen(reasons)
}

/**
 * `minimum` and `require-proofs`. `elsewhere` are the other destinations' survivors: their proofs count before
 * anything may go; they take over the floors themselves only where this destination is a passing one, so that no
 * two destinations rely on each other.
 */
export function floorsOf(rules: RetentionRules, here: Survey, elsewhere: Survey, backing: Survey): Floors {
  const judges = [minimumFloor(rules, here, backing), provenFloor(rules, here, backing)]
  const proven = union(here.counted, elsewhere.counted).filter((point) => point.proven).length
  if (proven >= rules.requireProofs) return { judges }
  const count = proven === 0 ? 'no proven restore yet' : `${proven} of ${rules.requireProofs} proven restores`
  return { judges, frozen: count }
}
