import { describe, expect, it } from 'vitest'
import { decideLevel } from '../../src/retention/levels.ts'
import { parsePoint } from './golden-case.ts'

const gfs = [
  { level: 0, slot: 'monthly' },
  { level: 1, slot: 'weekly' },
  { level: 2, slot: 'daily' },
]

function decide(now: string, history: string[], levels = gfs, extra: object = {}) {
  return decideLevel({
    levels,
    history: history.map(parsePoint),
    now: new Date(now),
    timezone: 'UTC',
    ...extra,
  })
}

describe('decideLevel', () => {
  it.each([
    ['nothing yet: full', '2026-11-18T01:00Z', [], 0, 'first of 2026-11'],
    [
      'the month has its full one, the week has none',
      '2026-11-18T01:00Z',
      ['f 2026-11-01T01:00Z'],
      1,
      'first of week to 2026-11-22',
    ],
    [
      'a full one this week takes the week too',
      '2026-11-03T01:00Z',
      ['f 2026-11-02T01:00Z'],
      2,
      'first of 2026-11-03',
    ],
    [
      'month and week are taken',
      '2026-11-18T01:00Z',
      ['f 2026-11-01T01:00Z', 'i 2026-11-16T01:00Z <f L1'],
      2,
      'first of 2026-11-18',
    ],
    [
      'all slots are taken: the highest again',
      '2026-11-18T09:00Z',
      ['f 2026-11-01T01:00Z', 'i 2026-11-16T01:00Z <f L1', 'j 2026-11-18T01:00Z <i L2'],
      2,
      'every slot is taken',
    ],
    [
      'the first success of a month, not its first day',
      '2026-12-04T01:00Z',
      ['f 2026-11-01T01:00Z'],
      0,
      'first of 2026-12',
    ],
    [
      'an incomplete full one does not take the slot',
      '2026-11-18T01:00Z',
      ['f 2026-11-17T01:00Z invalid'],
      0,
      'first of 2026-11',
    ],
    [
      'a broken chain does not take the slot',
      '2026-11-18T01:00Z',
      ['f 2026-11-01T01:00Z', 'i 2026-11-16T01:00Z <lost L1'],
      1,
      'first of week to 2026-11-22',
    ],
    [
      'a full one dated in the future is not believed',
      '2026-11-18T01:00Z',
      ['f 2026-11-20T01:00Z'],
      0,
      'first of 2026-11',
    ],
  ])('%s', (_, now, history, level, reason) => {
    expect(decide(now, history)).toEqual({ level, reason })
  })

  it('is always full without rules', () => {
    expect(decide('2026-11-18T01:00Z', ['f 2026-11-17T01:00Z'], [])).toEqual({
      level: 0,
      reason: 'always full',
    })
  })

  it('takes `otherwise` whenever no lower level is due', () => {
    const levels = [
      { level: 1, slot: 'otherwise' },
      { level: 0, slot: 'monthly' },
    ]
    expect(decide('2026-11-18T01:00Z', ['f 2026-11-17T01:00Z'], levels).level).toBe(1)
    expect(decide('2026-12-01T01:00Z', ['f 2026-11-17T01:00Z'], levels).level).toBe(0)
  })

  it('goes by the calendar of the time zone', () => {
    const history = ['f 2026-10-15T01:00Z']
    const berlin = { timezone: 'Europe/Berlin' }
    expect(decide('2026-10-31T22:30Z', history, gfs, berlin).level).toBe(1)
    expect(decide('2026-10-31T23:30Z', history, gfs, berlin).level).toBe(0)
  })

  it('obeys a request, but not without a parent', () => {
    const history = ['f 2026-11-17T01:00Z']
    expect(decide('2026-11-18T01:00Z', history, gfs, { requested: 0 })).toEqual({
      level: 0,
      reason: 'requested',
    })
    expect(decide('2026-11-18T01:00Z', history, gfs, { requested: 4 }).level).toBe(4)
    expect(decide('2026-11-18T01:00Z', [], gfs, { requested: 1 })).toEqual({
      level: 0,
      reason: 'level 1 (requested) has no complete backup to build on',
    })
  })

  it('becomes full where an increment has nothing to build on', () => {
    const levels = [{ level: 1, slot: 'daily' }]
    expect(decide('2026-11-18T01:00Z', [], levels).level).toBe(0)
  })

  it('names an unknown slot or time zone', () => {
    expect(() => decide('2026-11-18T01:00Z', [], [{ level: 0, slot: 'fortnightly' }])).toThrow(
      'unknown slot fortnightly',
    )
    expect(() => decide('2026-11-18T01:00Z', [], gfs, { timezone: 'Mars/Base' })).toThrow(
      'unknown time zone Mars/Base',
    )
  })
})
