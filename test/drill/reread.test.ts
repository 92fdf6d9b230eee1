import { describe, expect, it } from 'vitest'
import { type PieceReading, rereadOf, type StoredPiece } from '../../src/drill/reread.ts'
import { dayOf, numberOf, partOf, partOn } from '../../src/drill/sample.ts'

const day = 86_400_000
const begin = Date.parse('2026-01-01T05:23:00Z')
const at = (days: number) => new Date(begin + days * day)

const pieces = (id: string, made: number, count: number): StoredPiece[] =>
  Array.from({ length: count }, (_, n) => ({
    id,
    key: `data/home/${id}/tree/${String(n).padStart(8, '0')}-abcdef`,
    bytes: 10,
    createdAt: at(made),
    restores: true,
  }))

/** A run each day, but on those that are left out, some of them hours late. */
function daily(of: number, from: number, to: number, without: readonly number[] = []): PieceReading[] {
  const readings: PieceReading[] = []
  for (let days = to; days >= from; days--) {
    const time = at(days + (days % 3 === 0 ? 0.4 : 0))
    if (!without.includes(days)) readings.push({ time, sample: { part: partOn(dayOf(time), of), of } })
  }
  return readings
}

const of = (id: string, readings: readonly PieceReading[]) => new Map([[id, readings]])

describe('rereadOf', () => {
  it('is whole on every day of a rotation that nobody misses, for months, whatever the hour', () => {
    const own = pieces('a', 0, 400)
    for (let days = 30; days <= 120; days++) {
      // Before the run of the day, and after it.
      for (const ran of [days - 1, days]) {
        const found = rereadOf(own, of('a', daily(30, 1, ran)), at(days))
        if (days > 30 || ran === 30) expect(found.readObjects).toBe(400)
        expect(found).toMatchObject({ overdueObjects: 0, missed: [] })
      }
    }
  })

  it('names the day that was missed on the next one, and until it is made up for', () => {
    const own = pieces('a', 0, 400)
    const missed = 45
    const part = partOn(dayOf(at(missed)), 30)
    const lost = own.filter(({ key }) => partOf(numberOf(key), 30) === part).length
    expect(lost).toBeGreaterThan(0)
    const gap = daily(30, 1, 90, [missed])
    const on = (days: number) =>
      rereadOf(
        own,
        of(
          'a',
          gap.filter(({ time }) => time <= at(days + 0.45)),
        ),
        at(days + 0.5),
      )
    // What was read thirty days before is not late on the very day.
    expect(on(missed)).toMatchObject({ overdueObjects: 0, missed: [] })
    for (const days of [missed + 1, missed + 10, missed + 29]) {
      expect(on(days)).toMatchObject({
        overdueObjects: lost,
        missed: [{ day: at(missed).toISOString().slice(0, 10), part, of: 30, objects: lost }],
      })
    }
    expect(on(missed + 30)).toMatchObject({ overdueObjects: 0, missed: [] })
  })

  it('adds up rotations of different sizes, whole readings and restores', () => {
    const own = [
      ...pieces('a', 0, 60),
      { ...(pieces('a', 0, 1)[0] as StoredPiece), key: 'state/home/a.age', restores: false },
    ]
    const weekly = daily(7, 1, 7)
    expect(rereadOf(own, of('a', weekly), at(7))).toMatchObject({ readObjects: 61, rotation: 7 })
    const mixed = [...daily(30, 5, 7), ...daily(7, 1, 4)]
    const seen = new Set([1, 2, 3, 4].map((days) => partOn(dayOf(at(days)), 7)))
    const also = new Set([5, 6, 7].map((days) => partOn(dayOf(at(days)), 30)))
    const expected = own.filter(
      ({ key }) => seen.has(partOf(numberOf(key), 7)) || also.has(partOf(numberOf(key), 30)),
    )
    expect(rereadOf(own, of('a', mixed), at(8))).toMatchObject({ readObjects: expected.length, rotation: 30 })
    expect(rereadOf(own, of('a', [{ time: at(3), restored: true }]), at(8))).toMatchObject({
      readObjects: 60,
      newObjects: 1,
      rotation: null,
      lastReading: at(3).toISOString(),
    })
  })

  it('holds nobody to a rotation that began later, or to turns before a backup was made', () => {
    const old = pieces('a', 0, 300)
    const found = rereadOf(old, of('a', daily(30, 90, 95)), at(95))
    expect(found.overdueObjects).toBe(300 - found.readObjects)
    expect(found.missed).toEqual([])
    const young = rereadOf(
      pieces('b', 94, 300),
      new Map([
        ['a', daily(30, 60, 95)],
        ['b', daily(30, 95, 95)],
      ]),
      at(95),
    )
    expect(young).toMatchObject({ overdueObjects: 0, missed: [] })
    expect(young.newObjects).toBe(300 - young.readObjects)
  })

  it('of nothing is nothing', () => {
    expect(rereadOf([], new Map(), at(0))).toMatchObject({
      objects: 0,
      oldest: null,
      lastReading: null,
      missed: [],
    })
  })
})
