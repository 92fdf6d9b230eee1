import { describe, expect, it } from 'vitest'
import { coveredUntil } from '../../../../src/sources/postgres/physical/increment.ts'
import { parseLsn } from '../../../../src/sources/postgres/physical/lsn.ts'

describe('WAL positions', () => {
  it('are numbers of 64 bits', () => {
    expect(parseLsn('0/0')).toBe(0n)
    expect(parseLsn('16/B374D848')).toBe(0x16b374d848n)
    expect(parseLsn('FFFFFFFF/FFFFFFFF')).toBe(2n ** 64n - 1n)
  })
})

describe('WAL summaries', () => {
  const at = (from: string, ...pairs: [string, string][]) =>
    coveredUntil(
      pairs.map(([start, end]) => ({ start, end })),
      parseLsn(from),
    )

  it('reach as far as they touch, in whatever order they come', () => {
    expect(at('0/2000028', ['0/4000028', '0/5000000'], ['0/1000028', '0/4000028'])).toBe(
      parseLsn('0/5000000'),
    )
    expect(at('0/2000028', ['0/2000028', '0/3000000'], ['1/0', '2/0'])).toBe(parseLsn('0/3000000'))
    expect(at('0/2000028')).toBe(parseLsn('0/2000028'))
  })

  it('say nothing where they begin too late, or end before', () => {
    expect(at('0/2000028', ['0/2000029', '0/3000000'])).toBe(parseLsn('0/2000028'))
    expect(at('0/2000028', ['0/1000000', '0/2000000'])).toBe(parseLsn('0/2000028'))
  })
})
