import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { ChainLink } from '../../../src/domain/source.ts'
import type { DatasetPrint } from '../../../src/sources/zfs/fingerprint.ts'
import { receiveArgs } from '../../../src/sources/zfs/receive.ts'
import { planReceive } from '../../../src/sources/zfs/receive-plan.ts'

function print(name: string, guid: string, from: string | null): DatasetPrint {
  return { name, type: 'filesystem', snapshot: 's', guid, from, raw: false, encrypted: false, properties: {} }
}

function link(id: string, ...datasets: readonly DatasetPrint[]): ChainLink {
  return {
    id,
    level: 0,
    streams: [],
    description: {},
    fingerprint: { format: 1, root: 'tank/a', datasets },
    unread: [],
    open: () => Readable.from([]),
    read: async () => new Uint8Array(),
  }
}

const chain = [
  link('zero', print('tank/a', '1', null), print('tank/a/old', '2', null), print('tank/a/moved', '3', null)),
  link('one', print('tank/a', '4', '1'), print('tank/a/new', '5', null), print('tank/a/moved', '6', '3')),
  link('two', print('tank/a', '7', '4'), print('tank/a/new', '8', '5'), print('tank/a/moved', '9', null)),
]

describe('what is received of a chain', () => {
  const shown = (include: readonly string[]) =>
    planReceive(chain, include).map(
      ({ below, steps }) => `${below}: ${steps.map((step) => step.link.id).join(' ')}`,
    )

  test('follows guids: datasets come and go, and are sent in full in the middle', () => {
    expect(shown([])).toEqual([': zero one two', 'new: one two', 'moved: two'])
  })

  test('takes one alone, by any of its names, as the target itself', () => {
    expect(shown(['tank/a/new'])).toEqual([': one two'])
    expect(shown(['new'])).toEqual([': one two'])
    expect(shown(['tank/a'])).toEqual([': zero one two'])
  })

  test('takes several by a pattern, each in its place', () => {
    expect(shown(['*e*'])).toEqual(['new: one two', 'moved: two'])
  })

  test('says what there is when nothing fits, and what is missing of a chain', () => {
    expect(() => shown(['nothing'])).toThrow(expect.objectContaining({ code: 'path-not-found' }))
    expect(() => planReceive(chain.slice(1), [])).toThrow(expect.objectContaining({ code: 'chain-broken' }))
    const bare = { ...link('bare'), fingerprint: undefined }
    expect(() => planReceive([bare], [])).toThrow(expect.objectContaining({ code: 'object-damaged' }))
  })
})

test('a copy takes nothing of the host, and -F only with --force', () => {
  expect(receiveArgs({ type: 'filesystem' }, 'pool/new', { force: false })).toEqual(
    'receive -u -x mountpoint -x sharenfs -x sharesmb -o canmount=noauto -o readonly=on pool/new'.split(' '),
  )
  expect(receiveArgs({ type: 'volume' }, 'pool/new', { force: true })).toEqual(
    'receive -u -F -o readonly=on pool/new'.split(' '),
  )
})
