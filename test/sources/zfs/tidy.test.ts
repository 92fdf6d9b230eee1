import { describe, expect, test } from 'vitest'
import { ownerOf } from '../../../src/sources/zfs/owner.ts'
import { parsePoints } from '../../../src/sources/zfs/points.ts'
import { type BaseState, decodeState, encodeState, neededBases } from '../../../src/sources/zfs/state.ts'
import { planTidy } from '../../../src/sources/zfs/tidy.ts'
import { points } from './recorded.ts'

const owner = ownerOf('0123456789abcdef', 'home')
const flags = { raw: false, properties: true, largeBlocks: true, compressed: true, embedded: true }
const all = new Set(['bookmarks', 'bookmark_v2'])

function base(level: number, guid: string, raw = false): BaseState {
  return { level, snapshot: `s${guid}`, datasets: [{ name: 'tank/a', flags: { ...flags, raw }, guid }] }
}

/** From `name guid createtxg userrefs`. */
function pointsOf(lines: readonly string[], own: readonly string[] = []) {
  const text = lines.flatMap((line) => {
    const [name = '', ...values] = line.split(' ')
    return own.includes(name)
      ? points(name, [...values, owner.value], 'local')
      : points(name, [...values, '-'])
  })
  return parsePoints(text.join('\n'))
}

describe('what a pool keeps', () => {
  test('a bookmark of what later increments need, and nothing that was made for it', () => {
    const there = pointsOf(['tank/a@s1 1 1 1', 'tank/a@theirs 2 2 0'], ['tank/a@s1'])
    const held = new Set(['tank/a@s1'])
    expect(planTidy(there, [base(0, '1')], owner, { keepBase: 'bookmark', features: all, held })).toEqual({
      bookmark: [{ snapshot: 'tank/a@s1', bookmark: 'tank/a#holdfast:01234567:home:s1' }],
      hold: [],
      release: ['tank/a@s1'],
      destroy: ['tank/a@s1'],
    })
  })

  test('the snapshot itself where that is wanted, or where a raw one could not be found again', () => {
    const there = pointsOf(['tank/a@s1 1 1 0'], ['tank/a@s1'])
    const kept = { bookmark: [], hold: ['tank/a@s1'], release: [], destroy: [] }
    const held = new Set<string>()
    expect(planTidy(there, [base(0, '1')], owner, { keepBase: 'snapshot', features: all, held })).toEqual(
      kept,
    )
    const features = new Set(['bookmarks'])
    expect(planTidy(there, [base(0, '1', true)], owner, { keepBase: 'bookmark', features, held })).toEqual(
      kept,
    )
  })

  test('never destroys what it did not make, and takes only its own bookmarks away', () => {
    const there = pointsOf([
      'tank/a@theirs 1 1 1',
      'tank/a#theirs 2 2 -',
      'tank/a#holdfast:01234567:home:old 3 3 -',
      'tank/a#holdfast:01234567:other:old 4 4 -',
    ])
    const held = new Set(['tank/a@theirs'])
    expect(planTidy(there, [], owner, { keepBase: 'bookmark', features: all, held })).toEqual({
      bookmark: [],
      hold: [],
      release: ['tank/a@theirs'],
      destroy: ['tank/a#holdfast:01234567:home:old'],
    })
  })

  test('gives a bookmark another name where an older one has it', () => {
    const there = pointsOf(['tank/a#holdfast:01234567:home:s 1 1 -', 'tank/a@s 2 2 0'])
    const plan = planTidy(there, [base(0, '1'), base(1, '2')], owner, {
      keepBase: 'bookmark',
      features: all,
      held: new Set(),
    })
    expect(plan.bookmark).toEqual([{ snapshot: 'tank/a@s', bookmark: 'tank/a#holdfast:01234567:home:s-2' }])
  })
})

test('levels: what a new backup makes needless goes', () => {
  const state = (b: BaseState, lower: readonly BaseState[]) => ({
    dataset: 'tank/a',
    recursive: false,
    base: b,
    lower,
  })
  const levels = (list: readonly BaseState[]) => list.map(({ level, snapshot }) => `${level}${snapshot}`)
  expect(levels(neededBases(undefined, base(0, '1')))).toEqual(['0s1'])
  expect(levels(neededBases(state(base(0, '1'), []), base(1, '2')))).toEqual(['0s1', '1s2'])
  expect(levels(neededBases(state(base(2, '3'), [base(0, '1'), base(1, '2')]), base(3, '4')))).toEqual([
    '0s1',
    '1s2',
    '2s3',
    '3s4',
  ])
  // Another level 1 takes the place of the first, and of what was above it.
  expect(levels(neededBases(state(base(0, '1'), []), base(1, '5')))).toEqual(['0s1', '1s5'])
})

test('a state comes back as it was, and another is refused', () => {
  const state = { dataset: 'tank/a', recursive: true, base: base(1, '2'), lower: [base(0, '1')] }
  expect(decodeState(encodeState(state))).toEqual(state)
  for (const wrong of ['', '{}', '{"format":1,"type":"directory"}', '{"format":2,"type":"zfs"}'])
    expect(() => decodeState(Buffer.from(wrong))).toThrow(/state of the previous backup is not usable/)
})
