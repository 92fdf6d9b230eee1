import { describe, expect, it } from 'vitest'
import type { RetentionRules } from '../../src/domain/retention.ts'
import { planSync } from '../../src/retention/plan-sync.ts'
import { parsePoint, rulesOf } from './golden-case.ts'

const now = new Date('2026-11-21T12:00Z')

function plan(from: string[], there: string[], rules?: Partial<RetentionRules>) {
  const target = { name: 'there', points: there.map(parsePoint), rules: rulesOf(rules), storeNow: now }
  return planSync(from.map(parsePoint), target, { now, timezone: 'UTC' })
}

const chain = [
  'f 2026-11-16T01:00Z',
  'i 2026-11-17T01:00Z <f',
  'g 2026-11-18T01:00Z',
  'j 2026-11-19T01:00Z <g',
]

describe('planSync', () => {
  it('takes everything where there are no rules, the newest chain first, parents before children', () => {
    expect(plan(chain, [])).toEqual({ wanted: ['g', 'j', 'f', 'i'], left: [] })
  })

  it('takes what the rules would keep, with what it builds on, and says why it leaves the rest', () => {
    const { wanted, left } = plan(chain, [], { keepLast: 1 })
    expect(wanted).toEqual(['g', 'j'])
    expect(left.map(({ id }) => id)).toEqual(['i', 'f'])
    expect(left.every(({ reason }) => reason.length > 0)).toBe(true)
  })

  it('takes a parent that is missing there for a child that is', () => {
    expect(plan(chain.slice(0, 2), ['i 2026-11-17T01:00Z <f'], { keepLast: 1 }).wanted).toEqual(['f'])
  })

  it('lets newer backups there count', () => {
    expect(plan(chain.slice(0, 1), ['z 2026-11-20T01:00Z'], { keepLast: 1 }).wanted).toEqual([])
  })

  it('is not held open by a proof that is still to come', () => {
    expect(plan(chain, [], { keepLast: 1, requireProofs: 1 }).wanted).toEqual(['g', 'j'])
  })

  it('takes the newest proven one beside the newest', () => {
    const points = ['a 2026-11-16T01:00Z proven', 'b 2026-11-17T01:00Z', 'c 2026-11-18T01:00Z']
    expect(plan(points, [], { keepLast: 1, requireProofs: 1 }).wanted).toEqual(['c', 'a'])
  })

  it('brings nothing to a destination that leaves all to the others', () => {
    expect(plan(chain, [], { keepLast: 0 }).wanted).toEqual([])
  })
})
