import { describe, expect, it } from 'vitest'
import type { CatalogueEntry } from '../../src/catalog/entry.ts'
import type { Cleanable } from '../../src/commands/cleanup/plan.ts'
import { planAll } from '../../src/commands/cleanup/plan-adopted.ts'
import type { RetentionRules } from '../../src/domain/retention.ts'

const day = 86_400_000
const now = new Date('2026-11-26T12:00:00Z')
const before = (days: number) => new Date(now.getTime() - days * day)

function backup(days: number, more: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id: `b${days}`,
    job: 'home',
    level: 0,
    parent: null,
    createdAt: before(days),
    tags: [],
    complete: true,
    trusted: true,
    unread: 0,
    proven: false,
    held: false,
    lastProof: undefined,
    ...more,
  } as CatalogueEntry
}

const adopted = (days: number) => ({ key: `a${days}`, bytes: 1, etag: '"x"', modified: before(days) })

function keptOf(points: CatalogueEntry[], others: number[], rules: Partial<RetentionRules>, force = false) {
  const destination = {
    name: 'azure',
    catalogue: { points, damaged: [] },
    adopted: others.map(adopted),
    rules: { requireProofs: 0, minimum: 1, weekDay: 0, ...rules },
    storeNow: now,
  } as unknown as Cleanable
  const plan = planAll('home', [destination], force, { now, timezone: 'UTC' }).get('azure')
  return {
    kept: plan?.decisions.filter(({ keep }) => keep).map(({ id }) => id),
    reasons: new Map(plan?.decisions.map(({ id, reasons }) => [id, reasons.join('; ')])),
    note: plan?.note,
  }
}

describe('what others wrote, in retention', () => {
  it('ages as backups come', () => {
    expect(keptOf([backup(0)], [10, 31, 40], { keepWithin: 30 * day }).kept).toEqual(['b0', 'a10'])
  })

  it('keeps its newest where there is no backup', () => {
    expect(keptOf([], [31, 40, 90], { keepWithin: 5 * day }).kept).toEqual(['a31'])
  })

  it('never takes the place of a backup', () => {
    expect(keptOf([backup(1), backup(2)], [0], { keepLast: 2 }).kept).toEqual(['b1', 'b2', 'a0'])
    expect(keptOf([backup(3)], [0, 1, 2], { keepLast: 1 }).kept).toEqual(['b3', 'a0'])
  })

  it('fills the days that have no backup', () => {
    expect(keptOf([backup(0), backup(1)], [1, 2, 3, 9], { keepDaily: 4 }).kept).toEqual([
      'b0',
      'b1',
      'a2',
      'a3',
    ])
  })

  it('stays as long as nothing is proven', () => {
    const { kept, note } = keptOf([backup(0)], [100], { keepWithin: day, requireProofs: 1 })
    expect(kept).toEqual(['b0', 'a100'])
    expect(note).toContain('no proven restore yet')
  })

  it('is told from backups in the reasons', () => {
    const { reasons } = keptOf([backup(0)], [40], { keepWithin: 30 * day })
    expect(reasons.get('a40')).toMatch(/older than the newest.*not written by holdfast$/)
    expect(reasons.get('b0')).not.toContain('not written')
  })
})
