import { describe, expect, it } from 'vitest'
import { driftOf } from '../../src/drill/drift.ts'
import { type Measured, median } from '../../src/drill/measured.ts'

const backup = (fields: Partial<Measured> = {}): Measured => ({
  id: 'x',
  storedBytes: 1000,
  seconds: 100,
  ...fields,
})
const codes = (history: readonly Measured[], current: Measured) =>
  driftOf(history, current).map(({ code, severity }) => `${severity} ${code}`)
const shop = (tables: Record<string, number>, structure = 'a') => [
  { database: 'shop', structure, tables: Object.entries(tables).map(([name, rows]) => ({ name, rows })) },
]

it.each([
  [[3], 3],
  [[1, 2], 1.5],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

describe('size and duration', () => {
  const history = [900, 1000, 1100].map((storedBytes) => backup({ storedBytes }))

  it.each([
    [1500, []],
    [1501, ['warning drift-size']],
    [500, []],
    [499, ['warning drift-size']],
  ])('%d bytes beside a median of 1000', (storedBytes, expected) => {
    expect(codes(history, backup({ storedBytes }))).toEqual(expected)
  })

  it.each([
    [300, []],
    [301, ['warning drift-duration']],
  ])('%d s beside a median of 100 s', (seconds, expected) => {
    expect(codes(history, backup({ seconds }))).toEqual(expected)
  })

  it('of quick backups a minute more is no anomaly', () => {
    const quick = [1, 1, 1].map((seconds) => backup({ seconds }))
    expect(codes(quick, backup({ seconds: 60 }))).toEqual([])
    expect(codes(quick, backup({ seconds: 62 }))).toEqual(['warning drift-duration'])
  })

  it('say nothing beside fewer than three, and look at the last seven only', () => {
    expect(codes(history.slice(1), backup({ storedBytes: 9000 }))).toEqual([])
    const grown = [...Array(20).fill(backup({ storedBytes: 10 })), ...Array(7).fill(backup())]
    expect(codes(grown, backup())).toEqual([])
  })

  it('name their figures', () => {
    expect(driftOf(history, backup({ storedBytes: 250 }))[0]?.message).toBe(
      '250 B stored, −75 % off the median of the last 3 (1000 B)',
    )
  })
})

describe('tables', () => {
  it('that went, came, or lost their rows are named with their figures', () => {
    const history = [
      backup({ databases: shop({ users: 1000, orders: 5000, old: 1 }) }),
      backup({ databases: shop({ users: 1100, orders: 5000, old: 1 }) }),
    ]
    const findings = driftOf(
      history,
      backup({ databases: shop({ users: 500, orders: 5000, fresh: 1 }, 'b') }),
    )
    expect(findings.map(({ severity, code, message }) => [severity, code, message])).toEqual([
      ['warning', 'drift-tables', 'a table of shop went since the backup before: old'],
      ['info', 'drift-tables', 'a table of shop came since the backup before: fresh'],
      ['warning', 'drift-rows', 'shop: users has 500 rows, the median of the last 2 is 1050'],
      ['info', 'drift-schema', 'the schema of shop is another than in the backup before'],
    ])
    expect(findings[0]?.names).toEqual(['shop: old'])
  })

  it('of few rows may come and go', () => {
    const history = [backup({ databases: shop({ queue: 100 }) })]
    expect(driftOf(history, backup({ databases: shop({ queue: 0 }) }))).toEqual([])
  })

  it('are no news in a database that is new, or whose fingerprint is gone', () => {
    expect(driftOf([backup({ databases: [] }), backup()], backup({ databases: shop({ users: 1 }) }))).toEqual(
      [],
    )
  })
})
