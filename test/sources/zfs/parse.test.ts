import { describe, expect, test } from 'vitest'
import { allowCommand, missingPermissions, parseAllowed } from '../../../src/sources/zfs/allow.ts'
import { parseDatasets } from '../../../src/sources/zfs/datasets.ts'
import { parseVersion } from '../../../src/sources/zfs/describe.ts'
import {
  estimateArgs,
  flagsChange,
  flagsFor,
  parseEstimate,
  sendArgs,
} from '../../../src/sources/zfs/flags.ts'
import { parseHolds } from '../../../src/sources/zfs/holds.ts'
import { parsePoints } from '../../../src/sources/zfs/points.ts'
import { judgeDump } from '../../../src/sources/zfs/stream-check.ts'
import { allowed, points, recorded } from './recorded.ts'

describe.each(Object.entries(recorded))('what OpenZFS %s prints', (version, text) => {
  test('is read', () => {
    expect(parseVersion(text.version)).toBe(version)
    expect(parseEstimate(text.estimate)).toBe(3_033_848)
    expect(parseEstimate(text.estimateIncrement)).toBe(1_058_864)
    expect(parseEstimate('')).toBeUndefined()
    expect(parseHolds(text.holds)).toEqual([{ snapshot: 'tank/a@1', tag: 'k' }])
    expect(parseDatasets(text.dataset)).toMatchObject([
      { name: 'tank/a', type: 'filesystem', encrypted: false, keyLoaded: false, mountpoint: '/tank/a' },
    ])
  })
})

test('datasets: volumes, clones, locked and unmounted ones', () => {
  const lines = [
    'tank/v\tvolume\t1\toff\t-\t-\t-\t-',
    'tank/c\tfilesystem\t2\toff\t-\ttank/a@1\tno\t/tank/c',
    'tank/e\tfilesystem\t3\taes-256-gcm\tunavailable\t-\tno\t/tank/e',
    'tank/l\tfilesystem\t4\taes-256-gcm\tavailable\t-\tyes\tlegacy',
  ]
  expect(parseDatasets(`${lines.join('\n')}\n`)).toEqual([
    { name: 'tank/v', type: 'volume', guid: '1', encrypted: false, keyLoaded: false },
    { name: 'tank/c', type: 'filesystem', guid: '2', encrypted: false, keyLoaded: false, origin: 'tank/a@1' },
    { name: 'tank/e', type: 'filesystem', guid: '3', encrypted: true, keyLoaded: false },
    { name: 'tank/l', type: 'filesystem', guid: '4', encrypted: true, keyLoaded: true },
  ])
})

test('points: snapshots with their owners, bookmarks', () => {
  const text = [
    ...points('tank/a#b', ['12', '9', '-', '-']),
    ...points('tank/a@s:1', ['11', '7', '2', 'me'], 'local'),
    ...points('tank/a@copy', ['13', '10', '0', 'me'], 'received'),
  ].join('\n')
  expect(parsePoints(text)).toEqual([
    { type: 'snapshot', dataset: 'tank/a', name: 's:1', guid: '11', created: 7n, holds: 2, owner: 'me' },
    { type: 'bookmark', dataset: 'tank/a', name: 'b', guid: '12', created: 9n, holds: 0 },
    { type: 'snapshot', dataset: 'tank/a', name: 'copy', guid: '13', created: 10n, holds: 0 },
  ])
})

test('flags: what the pool has, raw where it is encrypted, and what makes a full one', () => {
  const features = new Set(['large_blocks', 'lz4_compress', 'embedded_data'])
  const plain = flagsFor({ raw: 'auto', properties: true }, { encrypted: false }, features)
  expect(sendArgs(plain, 'tank/a@2', 'tank/a#1')).toEqual([
    'send',
    '-L',
    '-c',
    '-e',
    '-p',
    '-i',
    'tank/a#1',
    'tank/a@2',
  ])
  const old = flagsFor({ raw: 'auto', properties: false }, { encrypted: false }, new Set())
  expect(estimateArgs(old, 'tank/a@2')).toEqual(['send', '-nP', 'tank/a@2'])
  const raw = flagsFor({ raw: 'auto', properties: true }, { encrypted: true }, features)
  expect(sendArgs(raw, 'tank/e@1')).toEqual(['send', '-w', '-p', 'tank/e@1'])
  // `zfs send -p` of an encrypted dataset is refused unless it is raw.
  const unlocked = flagsFor({ raw: false, properties: true }, { encrypted: true }, features)
  expect(unlocked).toMatchObject({ raw: false, properties: false })
  expect(flagsChange(plain, old)).toBe('properties are no longer sent')
  expect(flagsChange(old, plain)).toBe('properties are sent now')
  expect(flagsChange(plain, raw)).toBe('it is sent raw now')
  expect(flagsChange(raw, unlocked)).toBe('it is no longer sent raw')
  expect(flagsChange(plain, { ...plain, largeBlocks: false })).toBeUndefined()
})

test('rights: the local ones, and the line that gives all', () => {
  const rights = parseAllowed(allowed, 'backup', 'tank/a')
  expect([...rights].sort()).toEqual([
    'bookmark',
    'destroy',
    'hold',
    'mount',
    'rollback',
    'snapshot',
    'userprop',
  ])
  expect(missingPermissions(rights)).toEqual(['release', 'send'])
  expect(allowCommand('backup', 'tank/a')).toBe(
    'zfs allow -u backup bookmark,destroy,hold,mount,release,send,snapshot,userprop tank/a',
  )
  expect(missingPermissions(parseAllowed('', 'backup', 'tank/a'))).toHaveLength(8)
})

test('a stream that does not end is none', () => {
  const summary = (begun: number, ended: number, kind = 1) =>
    `BEGIN record\n\thdrtype = ${kind}\nSUMMARY:\n\tTotal DRR_BEGIN records = ${begun} (0 bytes)\n\tTotal DRR_END records = ${ended} (0 bytes)\n`
  expect(judgeDump(summary(1, 1))).toBeUndefined()
  expect(judgeDump(summary(2, 3, 2))).toBeUndefined()
  // Without its last record, as one that was cut short.
  expect(judgeDump(summary(2, 2, 2))).toBe('2 of its 3 parts end')
  expect(judgeDump(summary(1, 0))).toBe('0 of its 1 parts end')
  expect(judgeDump('')).toBe('it holds no record of a beginning')
  expect(judgeDump(`invalid checksum\n${summary(1, 1)}`)).toBe('a checksum in it is wrong')
})
