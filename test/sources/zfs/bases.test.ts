import { describe, expect, test } from 'vitest'
import { chooseBases } from '../../../src/sources/zfs/bases.ts'
import type { SendFlags } from '../../../src/sources/zfs/flags.ts'
import { parsePoints } from '../../../src/sources/zfs/points.ts'
import { encodeState } from '../../../src/sources/zfs/state.ts'
import { points } from './recorded.ts'

const flags: SendFlags = { raw: false, properties: true, largeBlocks: true, compressed: true, embedded: true }
const scope = { dataset: 'tank/a', recursive: true }

/** A parent that sent the datasets with these guids. */
function parent(guids: Readonly<Record<string, string>>, changed: Partial<typeof scope> = {}) {
  const datasets = Object.entries(guids).map(([name, guid]) => ({ name, guid, flags }))
  const state = { ...scope, ...changed, base: { level: 0, snapshot: 's', datasets }, lower: [] }
  return { id: 'parent', level: 0, state: encodeState(state) }
}

/** Datasets that are sent now. */
function now(guids: Readonly<Record<string, string>>, wanted = flags) {
  return Object.entries(guids).map(([name, guid]) => ({
    dataset: { name, type: 'filesystem', guid: name, encrypted: false, keyLoaded: false } as const,
    flags: wanted,
    guid,
  }))
}

const there = (...names: readonly (readonly [name: string, guid: string])[]) =>
  parsePoints(names.flatMap(([name, guid]) => points(name, [guid, '1', '-', '-'])).join('\n'))

describe('what an increment builds on', () => {
  test('a snapshot rather than its bookmark, and either by guid, whatever its name is now', () => {
    const found = chooseBases(
      { level: 1, parent: parent({ 'tank/a': '1', 'tank/a/b': '2' }) },
      scope,
      now({ 'tank/a': '8', 'tank/a/b': '9', 'tank/a/new': '10' }),
      there(['tank/a#mark', '1'], ['tank/a@renamed', '1'], ['tank/a/b#mark', '2'], ['tank/a/new@s', '10']),
    )
    expect([...found.of].map(([name, { from }]) => [name, from])).toEqual([
      ['tank/a', 'tank/a@renamed'],
      ['tank/a/b', 'tank/a/b#mark'],
    ])
    expect(found.lost).toEqual([])
    expect(found.parent).toBeDefined()
  })

  test('a dataset that lost its base is sent in full, the rest is not', () => {
    const found = chooseBases(
      { level: 1, parent: parent({ 'tank/a': '1', 'tank/a/b': '2' }) },
      scope,
      now({ 'tank/a': '8', 'tank/a/b': '9' }),
      there(['tank/a#mark', '1'], ['tank/a/b#other', '3']),
    )
    expect([...found.of.keys()]).toEqual(['tank/a'])
    expect(found.lost).toMatchObject([{ dataset: 'tank/a/b', because: expect.stringContaining('@s') }])
  })

  test.each([
    ['there is no backup to build upon', undefined, flags],
    ['the dataset was tank/other then', parent({ 'tank/a': '1' }, { dataset: 'tank/other' }), flags],
    ['recursive changed', parent({ 'tank/a': '1' }, { recursive: false }), flags],
    ['it is sent raw now', parent({ 'tank/a': '1' }), { ...flags, raw: true }],
    ['neither the snapshot @s nor a bookmark of it is there any more', parent({ 'tank/a': '2' }), flags],
    ['it has no snapshot that is newer than the one backed up last', parent({ 'tank/a': '1' }), flags, '1'],
    ['the state of the previous backup is not usable', { id: '', level: 0, state: Buffer.from('x') }, flags],
  ] as const)('else it is a full one: %s', (because, before, wanted, guid?: string) => {
    const found = chooseBases(
      { level: 1, ...(before && { parent: before }) },
      scope,
      now({ 'tank/a': guid ?? '8' }, wanted),
      there(['tank/a#mark', '1']),
    )
    expect(found.parent).toBeUndefined()
    expect(found.fullBecause).toBe(because)
    expect(found.of.size).toBe(0)
  })

  test('level 0 builds on nothing, and says nothing', () => {
    const found = chooseBases({ level: 0 }, scope, now({ 'tank/a': '1' }), [])
    expect(found).toEqual({ of: new Map(), lost: [] })
  })
})
