import { describe, expect, it } from 'vitest'
import {
  byId,
  chainOf,
  childrenOf,
  descendantsOf,
  latestParent,
  type ParentCandidate,
} from '../../src/catalog/chains.ts'
import { makeId, parseId } from '../../src/catalog/ids.ts'
import { hash } from './samples.ts'

function point(
  hour: number,
  level: number,
  parent?: ParentCandidate,
  fields: Partial<ParentCandidate> = {},
): ParentCandidate {
  const id = makeId(new Date(Date.UTC(2026, 10, 21, hour)), level)
  return {
    job: 'home',
    id,
    level,
    createdAt: parseId(id)?.createdAt ?? new Date(0),
    parent: parent ? { id: parent.id, manifest: `sha256:${parent.manifestSha256}` } : null,
    manifestSha256: hash(String.fromCharCode(97 + hour)),
    complete: true,
    trusted: true,
    unread: 0,
    ...fields,
  }
}

const full = point(0, 0)
const weekly = point(1, 1, full)
const daily = point(2, 2, weekly)
const nextDaily = point(3, 2, weekly)
const all = [nextDaily, daily, weekly, full]

describe('chains', () => {
  it('go from level 0 to the backup', () => {
    expect(chainOf(daily.id, all)).toEqual([full, weekly, daily])
    expect(chainOf(full.id, byId(all))).toEqual([full])
  })

  it('break where a parent is missing, replaced, of another job or no lower level', () => {
    expect(() => chainOf(daily.id, [daily, full])).toThrow(
      expect.objectContaining({
        code: 'chain-broken',
        message: expect.stringContaining(`${weekly.id}, which is missing`),
      }),
    )
    for (const change of [{ manifestSha256: hash('f') }, { job: 'other' }, { level: 2 }]) {
      expect(() => chainOf(daily.id, [daily, { ...weekly, ...change }, full])).toThrow(
        'is another backup now',
      )
    }
  })

  it('of an unknown backup are not found', () => {
    expect(() => chainOf('x', all)).toThrow(expect.objectContaining({ code: 'backup-not-found' }))
  })

  it('know children and descendants', () => {
    expect(childrenOf(full.id, all)).toEqual([weekly])
    expect(descendantsOf(full.id, all)).toEqual([weekly, nextDaily, daily])
    expect(descendantsOf(daily.id, all)).toEqual([])
  })
})

describe('the latest parent', () => {
  it('is the newest of a lower level', () => {
    expect(latestParent(all, 3)).toBe(nextDaily)
    expect(latestParent(all, 2)).toBe(weekly)
    expect(latestParent(all, 1)).toBe(full)
    expect(latestParent(all, 0)).toBeUndefined()
    expect(latestParent([], 5)).toBeUndefined()
    expect(latestParent([weekly, point(5, 0), daily], 2)?.level).toBe(0)
  })

  it('of two in one second is the same whatever the order', () => {
    const twins = [point(1, 1, full), point(1, 1, full)]
    expect(latestParent(twins, 2)).toBe(latestParent(twins.toReversed(), 2))
  })

  it.each<[string, Partial<ParentCandidate>]>([
    ['incomplete', { complete: false }],
    ['untrusted', { trusted: false }],
    ['partly unread', { unread: 1 }],
  ])('is never %s', (_, fields) => {
    expect(latestParent([full, point(5, 1, full, fields)], 2)).toBe(full)
  })

  it('may be partly unread where that is allowed', () => {
    const partly = point(5, 1, full, { unread: 3 })
    expect(latestParent([full, partly], 2, { allowUnread: true })).toBe(partly)
  })
})
