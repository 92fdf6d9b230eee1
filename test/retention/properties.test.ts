import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecoveryPoint, RetentionRules } from '../../src/domain/retention.ts'
import { ancestorsOf } from '../../src/retention/chains.ts'
import { planRetention } from '../../src/retention/plan.ts'
import { survey } from '../../src/retention/survey.ts'

const hour = 3_600_000
const storeNow = new Date('2026-11-02T06:00:00Z')
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia']

/** Histories around a change of clocks, with broken chains, skewed dates and every flag. */
const history = fc
  .array(
    fc.record({
      hoursAgo: fc.integer({ min: -5, max: 24 * 60 }),
      minutes: fc.integer({ min: 0, max: 59 }),
      level: fc.integer({ min: 0, max: 3 }),
      up: fc.nat(),
      valid: fc.integer({ min: 0, max: 6 }),
      proven: fc.integer({ min: 0, max: 3 }),
      held: fc.integer({ min: 0, max: 12 }),
      tagged: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((rows) => {
    const points: RecoveryPoint[] = []
    const sorted = [...rows].sort((a, b) => b.hoursAgo - a.hoursAgo)
    for (const [index, row] of sorted.entries()) {
      const candidates = points.filter((point) => point.level < row.level)
      const parent = row.up % 9 === 0 ? 'lost' : (candidates[row.up % (candidates.length || 1)]?.id ?? 'lost')
      points.push({
        id: `p${String(index).padStart(2, '0')}`,
        job: 'app',
        level: row.level,
        parent: row.level === 0 ? null : parent,
        createdAt: new Date(storeNow.getTime() - row.hoursAgo * hour - row.minutes * 60_000),
        tags: row.tagged ? ['release'] : [],
        valid: row.valid > 0,
        proven: row.proven === 0,
        held: row.held === 0,
      })
    }
    return points
  })

const count = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined })
const rulesArbitrary = fc.record({
  keepLast: fc.integer({ min: 0, max: 6 }),
  keepHourly: count,
  keepDaily: count,
  keepWeekly: count,
  keepMonthly: count,
  keepYearly: count,
  keepWithin: fc.option(fc.integer({ min: 0, max: 20 * 24 * hour }), { nil: undefined }),
  keepTags: fc.option(
    fc.record({
      release: fc.oneof(fc.constant('forever' as const), fc.integer({ min: 0, max: 60 * 24 * hour })),
    }),
    { nil: undefined },
  ),
  requireProofs: fc.integer({ min: 0, max: 3 }),
  minimum: fc.integer({ min: 0, max: 4 }),
  weekDay: fc.integer({ min: 0, max: 6 }),
  monthDay: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
}) as fc.Arbitrary<RetentionRules>

const zone = fc.constantFrom(...zones)

function plan(points: readonly RecoveryPoint[], rules: RetentionRules, timezone: string) {
  const result = planRetention(points, rules, { now: storeNow, storeNow, timezone })
  const kept = new Set(result.decisions.filter(({ keep }) => keep).map(({ id }) => id))
  return { result, kept, survivors: points.filter(({ id }) => kept.has(id)) }
}

const runs = { numRuns: 10_000 }

describe('retention over 10,000 random histories', () => {
  it('holds every promise at once', () => {
    fc.assert(
      fc.property(history, rulesArbitrary, zone, (points, rules, timezone) => {
        const { result, kept, survivors } = plan(points, rules, timezone)
        const found = survey(points, storeNow)

        expect(result.decisions).toHaveLength(points.length)
        for (const { reasons } of result.decisions) expect(reasons.length).toBeGreaterThan(0)

        // The newest proven chain survives.
        const proven = found.counted.filter((point) => point.proven)
        for (const point of proven.slice(0, Math.max(1, rules.requireProofs))) {
          expect(kept).toContain(point.id)
          for (const ancestor of ancestorsOf(point, found.byId)) expect(kept).toContain(ancestor)
        }
        if (proven.length < rules.requireProofs) expect(kept.size).toBe(points.length)

        // No parent dies before its child; what is held or dated in the future stays.
        for (const point of survivors) {
          for (const ancestor of ancestorsOf(point, found.byId)) expect(kept).toContain(ancestor)
        }
        for (const point of points.filter((each) => each.held || found.isFuture(each))) {
          expect(kept).toContain(point.id)
        }

        // As many distinct bases remain as `minimum` asks for, or all there were; never nothing.
        const bases = (of: readonly RecoveryPoint[]) =>
          new Set(survey(of, storeNow).counted.map(({ id }) => found.chains.get(id)?.base)).size
        expect(bases(survivors)).toBeGreaterThanOrEqual(Math.min(rules.minimum, bases(points)))
        if (found.counted.length > 0) expect(survey(survivors, storeNow).counted.length).toBeGreaterThan(0)
        if (rules.minimum > 0 && found.counted[0]) expect(kept).toContain(found.counted[0].id)

        // Planning again over the survivors deletes nothing more.
        expect(plan(survivors, rules, timezone).kept).toEqual(kept)
      }),
      runs,
    )
  })

  it('more generous rules never keep less', () => {
    const extra = fc.record({
      counts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
      within: fc.integer({ min: 0, max: 10 * 24 * hour }),
    })
    fc.assert(
      fc.property(history, rulesArbitrary, extra, zone, (points, rules, { counts, within }, timezone) => {
        const more = (value: number | undefined, index: number) => (value ?? 0) + (counts[index] ?? 0)
        const generous: RetentionRules = {
          ...rules,
          keepLast: more(rules.keepLast, 0),
          keepHourly: more(rules.keepHourly, 1),
          keepDaily: more(rules.keepDaily, 2),
          keepWeekly: more(rules.keepWeekly, 3),
          keepMonthly: more(rules.keepMonthly, 4),
          keepYearly: more(rules.keepYearly, 5),
          requireProofs: more(rules.requireProofs, 6),
          minimum: more(rules.minimum, 7),
          keepWithin: (rules.keepWithin ?? 0) + within,
          keepTags: { release: 'forever' },
        }
        const strict = plan(points, rules, timezone)
        // A refused plan keeps all there is; that is no statement about its rules.
        if (strict.result.refused) return
        const wide = plan(points, generous, timezone)
        for (const id of strict.kept) expect(wide.kept).toContain(id)
      }),
      runs,
    )
  })

  it('does not depend on the order of the listing', () => {
    fc.assert(
      fc.property(
        history,
        rulesArbitrary,
        zone,
        fc.infiniteStream(fc.nat()),
        (points, rules, timezone, noise) => {
          const keys = new Map(points.map(({ id }) => [id, noise.next().value as number]))
          const shuffled = [...points].sort((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0))
          expect(plan(shuffled, rules, timezone).result).toEqual(plan(points, rules, timezone).result)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
