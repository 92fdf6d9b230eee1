import { describe, expect, it } from 'vitest'
import { inTurn, isLate, isTurn, type Standing } from '../../src/drill/turns.ts'

const hour = 3_600_000
const day = 24 * hour
const now = new Date('2026-11-26T05:23:00Z')
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)

describe('isTurn', () => {
  it.each<[string, Standing, boolean]>([
    ['never passed', { every: 7 * day }, true],
    ['no interval', { lastPass: ago(hour) }, true],
    ['within its interval', { every: 7 * day, lastPass: ago(6 * day) }, false],
    ['a week less two hours', { every: 7 * day, lastPass: ago(7 * day - 2 * hour) }, true],
    ['a week less three hours', { every: 7 * day, lastPass: ago(7 * day - 3 * hour) }, false],
    ['six hours less a tenth', { every: 6 * hour, lastPass: ago(5.4 * hour) }, true],
    ['six hours less more than a tenth', { every: 6 * hour, lastPass: ago(5.3 * hour) }, false],
    ['failed since', { every: 7 * day, lastPass: ago(day), failed: true }, true],
    ['passed far in the future', { every: 7 * day, lastPass: ago(-day) }, true],
  ])('%s', (_, standing, wanted) => {
    expect(isTurn(standing, now)).toBe(wanted)
  })
})

describe('isLate', () => {
  it('goes by the interval and a quarter, as status does', () => {
    expect(isLate({ every: 4 * day, lastPass: ago(5 * day) }, now)).toBe(false)
    expect(isLate({ every: 4 * day, lastPass: ago(5 * day + 1) }, now)).toBe(true)
    expect(isLate({ every: 4 * day }, now)).toBe(true)
    expect(isLate({}, now)).toBe(false)
  })
})

describe('inTurn', () => {
  it('takes first what nobody tried, then who waits longest; one that always fails does not push in', () => {
    const items = [
      { name: 'yesterday', standing: { lastPass: ago(day), lastAttempt: ago(day - hour) } },
      { name: 'fails every day', standing: { lastAttempt: ago(hour) } },
      { name: 'never', standing: {} },
      { name: 'long ago', standing: { lastPass: ago(9 * day) } },
      {
        name: 'failed since',
        standing: { lastPass: ago(20 * day), lastAttempt: ago(2 * day), failed: true },
      },
      { name: 'never either', standing: {} },
    ]
    expect(inTurn(items).map(({ name }) => name)).toEqual([
      'never',
      'never either',
      'long ago',
      'failed since',
      'yesterday',
      'fails every day',
    ])
  })
})
