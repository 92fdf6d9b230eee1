import { describe, expect, it } from 'vitest'
import { localTime } from '../../src/retention/calendar.ts'
import { ancestorsOf, deletionOrder } from '../../src/retention/chains.ts'
import { tierOf } from '../../src/retention/periods.ts'
import { spanText } from '../../src/retention/span.ts'
import { parsePoint } from './golden-case.ts'

describe('localTime', () => {
  it('knows both hours of the night when clocks go back', () => {
    const first = localTime(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin')
    const second = localTime(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin')
    expect([first.hour, first.offsetMinutes]).toEqual([2, 120])
    expect([second.hour, second.offsetMinutes]).toEqual([2, 60])
  })

  it('counts local days before 1970 and after midnight', () => {
    const before = localTime(new Date('1969-12-28T12:00:00Z'), 'UTC')
    expect(before).toMatchObject({ dayNumber: -4, weekDay: 0 })
    expect(localTime(new Date('2026-12-31T23:30:00Z'), 'Europe/Berlin')).toMatchObject({
      year: 2027,
      hour: 0,
    })
  })
})

describe('tierOf', () => {
  const tier = (time: string, ends: { weekDay: number; monthDay?: number }) =>
    tierOf(localTime(new Date(time), 'UTC'), ends)
  it.each([
    ['2026-11-01T01:00Z', { weekDay: 0, monthDay: 1 }, 'monthly'],
    ['2026-11-08T01:00Z', { weekDay: 0, monthDay: 1 }, 'weekly'],
    ['2026-11-09T01:00Z', { weekDay: 0, monthDay: 1 }, 'daily'],
    ['2026-11-30T01:00Z', { weekDay: 0 }, 'monthly'],
    ['2026-02-28T01:00Z', { weekDay: 0, monthDay: 31 }, 'monthly'],
  ])('%s is %o: %s', (time, ends, expected) => {
    expect(tier(time, ends)).toBe(expected)
  })
})

describe('deletionOrder', () => {
  const points = [
    'f 2026-11-01T01:00Z',
    'i 2026-11-02T01:00Z <f L1',
    'j 2026-11-03T01:00Z <i L2',
    'g 2026-11-04T01:00Z',
  ]
  const parsed = points.map(parsePoint)

  it('puts children before their parents, and ids it does not know last', () => {
    expect(deletionOrder(['f', 'g', 'i', 'j', 'unknown'], parsed)).toEqual(['j', 'i', 'f', 'g', 'unknown'])
  })

  it('survives a circle', () => {
    const circle = [parsePoint('a 2026-11-01T01:00Z <b'), parsePoint('b 2026-11-02T01:00Z <a')]
    expect(ancestorsOf(circle[0] as never, new Map(circle.map((each) => [each.id, each])))).toEqual(['b'])
  })
})

describe('spanText', () => {
  it.each([
    [7 * 86_400_000, '7d'],
    [36 * 3_600_000, '36h'],
    [86_400_000, '1d'],
    [25 * 86_400_000 + 1, '25d'],
    [90_000, '90s'],
    [0, '0s'],
    [-5, '0s'],
  ])('%d ms is %s', (span, text) => {
    expect(spanText(span)).toBe(text)
  })
})
