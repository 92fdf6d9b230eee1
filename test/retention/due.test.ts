import { describe, expect, it } from 'vitest'
import { isDue, isStale } from '../../src/retention/due.ts'

const hour = 3_600_000
const now = new Date('2026-11-18T12:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * hour)

describe('isDue', () => {
  it.each([
    ['daily, 22 h ago: within the 2 h of slack', 24, 22, true],
    ['daily, a minute short of 22 h', 24, 22 - 1 / 60, false],
    ['hourly, 54 min ago: 10 % of slack', 1, 0.9, true],
    ['hourly, 53 min ago', 1, 53 / 60, false],
    ['weekly, slack is 2 h, not 10 %', 168, 165, false],
    ['weekly, 166 h ago', 168, 166, true],
    ['a start ten minutes ahead is skew', 24, -1 / 6, false],
    ['a start a day ahead is not believed', 24, -24, true],
  ])('%s', (_, every, started, due) => {
    expect(isDue({ every: every * hour, lastStart: ago(started), now })).toBe(due)
  })

  it('is due when it never started', () => {
    expect(isDue({ every: hour, now })).toBe(true)
  })
})

describe('isStale', () => {
  it.each([
    ['within every and a quarter', 24, undefined, 30, false],
    ['beyond every and a quarter', 24, undefined, 30.01, true],
    ['own grace', 24, 1, 25.5, true],
    ['no grace at all', 24, 0, 24, false],
    ['dated a day ahead', 24, undefined, -24, true],
  ])('%s', (_, every, grace, age, stale) => {
    const options = { every: every * hour, lastSuccess: ago(age), now }
    expect(isStale(grace === undefined ? options : { ...options, grace: grace * hour })).toBe(stale)
  })

  it('is stale without any success', () => {
    expect(isStale({ every: hour, now })).toBe(true)
  })
})
