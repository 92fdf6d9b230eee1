import { describe, expect, test } from 'vitest'
import type { ZrbBackup } from '../../../src/catalog/zrb/listing.ts'
import { judgeChains } from '../../../src/commands/adopted-chains/judge.ts'
import type { Cleanable } from '../../../src/commands/cleanup/plan.ts'
import { HoldfastError } from '../../../src/errors/error.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const now = day(40)

/** Backups by `level@day`, each on the newest of a lower level before it. */
function backups(...texts: readonly string[]): ZrbBackup[] {
  const made: ZrbBackup[] = []
  for (const text of texts) {
    const [level = 0, at = 1] = text.split('@').map(Number)
    const id = `tank/home/level${level}/${String(at).padStart(8, '0')}`
    const parent = made.findLast((one) => one.level < level)
    made.push({
      ...{ id, dataset: 'tank/home', level, createdAt: day(at), snapshot: `tank/home@${text}` },
      ...{ parentSnapshot: '', parentPath: '', blake3: '', parts: [], objects: [], storedBytes: 1 },
      manifest: { key: id, bytes: 1, etag: '', modified: now },
      chain: [...(level === 0 ? [] : (parent?.chain ?? [])), id],
    })
  }
  return made
}

/** A destination with so many backups of the job's own, all newer. */
function own(count: number, damaged: Cleanable['catalogue']['damaged'] = []): Cleanable {
  const points = Array.from({ length: count }, (_, index) => ({
    ...{ id: `own-${index}`, job: 'home', level: 0, parent: null, createdAt: day(30 + index), tags: [] },
    ...{ complete: true, trusted: true, unread: 0, proven: false, held: false },
  }))
  return {
    name: 'store',
    storeNow: now,
    catalogue: { points, damaged, tombstones: [], tampered: [] },
  } as unknown as Cleanable
}

const rules = { keepLast: 2, requireProofs: 0, minimum: 1, weekDay: 0 }
const facts = { job: 'home', rules, now, timezone: 'UTC', force: false }
const gone = (list: readonly { readonly id: string; readonly keep: boolean }[]) =>
  list.filter(({ keep }) => !keep).map(({ id }) => id.replace(/.*level(\d+)\/0*/, '$1@'))

describe('chains of another tool under retention', () => {
  test('age as backups of the job come, and go as whole chains', () => {
    const listing = { backups: backups('0@1', '1@2', '0@11', '1@12', '2@13'), damaged: [] }
    expect(gone(judgeChains(listing, [own(0)], facts))).toEqual(['0@1', '1@2'])
    expect(gone(judgeChains(listing, [own(1)], facts))).toEqual(['0@1', '1@2'])
    expect(gone(judgeChains(listing, [own(2)], facts))).toEqual(['0@1', '1@2', '0@11', '1@12', '2@13'])
  })

  test('nothing of a chain goes while anything of it is kept, and it says for what', () => {
    const listing = { backups: backups('0@1', '1@2', '2@3', '3@4'), damaged: [] }
    const judged = judgeChains(listing, [own(1)], facts)
    expect(gone(judged)).toEqual([])
    const [base] = judged
    expect(base?.reasons).toContain('written by zrb')
  })

  test('one that is not whole stays, and so does everything without rules or with a damaged manifest', () => {
    const all = backups('0@1', '1@2', '0@11')
    const broken = all.map((one) => (one.level === 1 ? { ...one, broken: 'a part is missing' } : one))
    expect(gone(judgeChains({ backups: broken, damaged: [] }, [own(2)], facts))).toEqual(['0@11'])
    const listing = { backups: all, damaged: [] }
    expect(gone(judgeChains(listing, [own(2)], { ...facts, rules: undefined }))).toEqual([])
    const damage = {
      key: 'k',
      job: 'home',
      id: 'x',
      error: new HoldfastError('manifest-damaged', 'it is damaged'),
    }
    expect(gone(judgeChains(listing, [own(2, [damage])], facts))).toEqual([])
    expect(gone(judgeChains({ ...listing, damaged: [damage] }, [own(2)], facts))).toEqual([])
  })
})
