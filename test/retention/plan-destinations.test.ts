import { describe, expect, it } from 'vitest'
import type { RetentionRules } from '../../src/domain/retention.ts'
import { type DestinationPoints, planDestinations } from '../../src/retention/plan-destinations.ts'
import { parsePoint, rulesOf } from './golden-case.ts'

const now = new Date('2026-11-21T12:00Z')

function destination(name: string, lines: string[], rules?: Partial<RetentionRules>): DestinationPoints {
  return { name, points: lines.map(parsePoint), rules: rulesOf(rules), storeNow: now }
}

function kept(...destinations: DestinationPoints[]) {
  const plans = planDestinations(destinations, { now, timezone: 'UTC' })
  return Object.fromEntries(
    [...plans].map(([name, { decisions }]) => [
      name,
      decisions.filter(({ keep }) => keep).map(({ id }) => id),
    ]),
  )
}

const days = ['a 2026-11-16T01:00Z', 'b 2026-11-17T01:00Z', 'c 2026-11-18T01:00Z']

describe('planDestinations', () => {
  it('empties a passing destination once the other holds everything', () => {
    expect(
      kept(destination('local', days, { keepLast: 0 }), destination('offsite', days, { keepDaily: 7 })),
    ).toEqual({
      local: [],
      offsite: ['c', 'b', 'a'],
    })
  })

  it('keeps what the other is still to get, with its ancestors', () => {
    const lines = ['f 2026-11-16T01:00Z', 'i 2026-11-17T01:00Z <f', 'c 2026-11-18T01:00Z']
    const plans = kept(
      destination('local', lines, { keepLast: 0 }),
      destination('offsite', ['c 2026-11-18T01:00Z'], { keepDaily: 7 }),
    )
    expect(plans).toEqual({ local: ['i', 'f'], offsite: ['c'] })
  })

  it('does not keep what the other would prune at once', () => {
    expect(
      kept(
        destination('local', days, { keepLast: 0 }),
        destination('offsite', days.slice(2), { keepLast: 1 }),
      ),
    ).toEqual({ local: [], offsite: ['c'] })
  })

  it('never lets two passing destinations rely on each other', () => {
    expect(
      kept(destination('one', days, { keepLast: 0 }), destination('two', days, { keepLast: 0 })),
    ).toEqual({
      one: ['c'],
      two: ['c'],
    })
  })

  it('counts a proof made at either, in whatever order they are named', () => {
    const unproven = destination('one', days, { keepLast: 1, requireProofs: 1 })
    const proven = destination('two', ['a 2026-11-16T01:00Z proven', ...days.slice(1)], {
      keepLast: 1,
      requireProofs: 1,
    })
    expect(kept(unproven, proven)).toEqual({ one: ['c'], two: ['c', 'a'] })
    expect(kept(proven, unproven)).toEqual({ one: ['c'], two: ['c', 'a'] })
  })

  it('keeps the newest proven copy where it is proven, though both have the point', () => {
    const lines = ['a 2026-11-16T01:00Z proven', ...days.slice(1)]
    const plans = kept(
      destination('local', lines, { keepLast: 0 }),
      destination('offsite', days, { keepLast: 3 }),
    )
    expect(plans).toEqual({ local: ['a'], offsite: ['c', 'b', 'a'] })
  })

  it('hands a failed drill through', () => {
    const failedDrill = { id: 'c', finishedAt: '2026-11-18T05:00:00Z' }
    const plans = planDestinations([{ ...destination('one', days, { keepLast: 1 }), failedDrill }], {
      now,
      timezone: 'UTC',
    })
    expect(plans.get('one')?.refused).toMatchObject({ code: 'drill-failed', wouldDelete: ['b', 'a'] })
  })
})
