import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compactTime, isJobName, makeId, parseId, preciseTime } from '../../src/catalog/ids.ts'
import { parsePreciseTime } from '../../src/catalog/parse-keys.ts'

const seconds = fc.integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2400, 0) / 1000 })

describe('ids', () => {
  it('have the documented form', () => {
    const id = makeId(new Date('2026-11-21T03:04:05.678Z'), 2, () => Uint8Array.of(0, 25, 26, 31, 32, 255))
    expect(id).toBe('20261121T030405Z-L2-az27a7')
    expect(parseId(id)).toEqual({ createdAt: new Date('2026-11-21T03:04:05Z'), level: 2 })
  })

  it('give time and level back, sort by time and differ within a second', () => {
    fc.assert(
      fc.property(seconds, seconds, fc.integer({ min: 0, max: 99 }), (a, b, level) => {
        const [first, second] = [makeId(new Date(a * 1000), level), makeId(new Date(b * 1000), 0)]
        expect(parseId(first)).toEqual({ createdAt: new Date(a * 1000), level })
        if (a !== b) expect(first < second).toBe(a < b)
      }),
    )
    const now = new Date()
    expect(new Set(Array.from({ length: 1000 }, () => makeId(now, 0))).size).toBe(1000)
  })

  it.each([
    '',
    '20261121T030405Z-L0-abcde',
    '20261121T030405Z-L0-abcdeg1',
    '20261121T030405Z-L0-ABCDEF',
    '20261121T030405Z-L00-abcdef',
    '20261121T030405Z-L100-abcdef',
    '20261331T030405Z-L0-abcdef',
    '20260230T030405Z-L0-abcdef',
    '20261121T240405Z-L0-abcdef',
    '20261121T030405-L0-abcdef',
    '20261121T030405Z-L0-abcdef\n',
  ])('%j is no id', (text) => {
    expect(parseId(text)).toBeUndefined()
  })

  it.each([-1, 100, 1.5])('level %d makes no id', (level) => {
    expect(() => makeId(new Date(), level)).toThrow('a backup cannot have the id')
  })

  it('a year of five digits makes no id', () => {
    expect(() => makeId(new Date('+012026-01-01T00:00:00Z'), 0)).toThrow('a backup cannot have the id')
  })
})

describe('times in keys', () => {
  it('round to seconds or keep milliseconds', () => {
    const time = new Date('2026-11-21T03:04:05.678Z')
    expect(compactTime(time)).toBe('20261121T030405Z')
    expect(preciseTime(time)).toBe('20261121T030405.678Z')
    expect(parsePreciseTime('20261121T030405.678Z')).toEqual(time)
  })

  it.each(['', '20261121T030405Z', '20261321T030405.678Z', '20261121T030405.678'])('%j is none', (text) => {
    expect(parsePreciseTime(text)).toBeUndefined()
  })
})

describe('job names', () => {
  it.each(['a', '0', 'app-db', 'a.b_c-d', 'a'.repeat(100)])('%s is one', (name) => {
    expect(isJobName(name)).toBe(true)
  })
  it.each(['', 'A', '_cleanup', '.a', '-a', 'a/b', 'a b', 'ä', 'a'.repeat(101), 'a\n'])(
    '%j is none',
    (name) => {
      expect(isJobName(name)).toBe(false)
    },
  )
})
