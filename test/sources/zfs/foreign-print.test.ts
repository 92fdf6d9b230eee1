import { describe, expect, test } from 'vitest'
import { foreignPrint } from '../../../src/sources/zfs/foreign-print.ts'
import { beginRecord } from './begin-record.ts'

describe('what a stream says of itself', () => {
  test.each([false, true])(
    'its snapshot, guids and kind, whatever the order of bytes (big-endian: %s)',
    (bigEndian) => {
      const guid = 0xf234567890abcdefn
      const head = beginRecord({ name: 'tank/home@zrb_level1', guid, from: 7n, bigEndian })
      expect(foreignPrint('tank/home', Buffer.concat([head, Buffer.alloc(900)]))).toEqual({
        format: 1,
        root: 'tank/home',
        datasets: [
          {
            name: 'tank/home',
            type: 'filesystem',
            snapshot: 'zrb_level1',
            guid: String(guid),
            from: '7',
            raw: false,
            encrypted: false,
            properties: {},
          },
        ],
      })
    },
  )

  test('a full one of a volume, raw', () => {
    const head = beginRecord({ name: 'tank/vol@a', guid: 1n, type: 'volume', raw: true })
    expect(foreignPrint('tank/vol', head).datasets).toMatchObject([
      { type: 'volume', from: null, raw: true, encrypted: true },
    ])
  })

  test('what is no stream, or is cut off, is damaged; a package of several is refused', () => {
    for (const head of [
      Buffer.alloc(312),
      Buffer.alloc(0),
      beginRecord({ name: 'a@b', guid: 1n }).subarray(0, 311),
    ])
      expect(() => foreignPrint('tank', head)).toThrow(expect.objectContaining({ code: 'object-damaged' }))
    const several = beginRecord({ name: 'a@b', guid: 1n, several: true })
    expect(() => foreignPrint('tank', several)).toThrow(
      expect.objectContaining({ code: 'store-unsupported' }),
    )
  })
})
