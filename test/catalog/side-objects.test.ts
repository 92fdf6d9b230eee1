import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMeta, encodeMeta, type Meta } from '../../src/catalog/meta.ts'
import { decodeVolumesList, encodeVolumesList, volumesOf } from '../../src/catalog/volumes-list.ts'
import { decompress } from '../../src/catalog/zstd-json.ts'
import type { VolumeRecord } from '../../src/domain/manifest.ts'
import { hash } from './samples.ts'

const prefix = 'data/app-db/20261121T030000Z-L0-abcdef'
const volume = (stream: string, seq: number): VolumeRecord => ({
  stream,
  seq,
  key: `${prefix}/${stream}/${seq}`,
  bytes: 1000 + seq,
  sha256: hash('e'),
  frames: [400, 500],
})
const packed = (lines: string) => zstdCompressSync(Buffer.from(lines))
const line = (fields: Record<string, unknown>) => `${JSON.stringify({ ...volume('a', 0), ...fields })}\n`

describe('the volumes list', () => {
  it('round-trips, streams mixed, and is one JSON line a volume', () => {
    const records = [volume('a', 0), volume('b', 0), volume('a', 1), volume('b', 1), volume('b', 2)]
    const stored = encodeVolumesList(records)
    expect(decodeVolumesList(stored, prefix)).toEqual(records)
    expect(zstdDecompressSync(stored).toString().split('\n')[4]).toBe(JSON.stringify(records[4]))
    expect(decodeVolumesList(encodeVolumesList([]), prefix)).toEqual([])
  })

  it('holds many', () => {
    const records = Array.from({ length: 20_500 }, (_, seq) => volume('a', seq))
    expect(decodeVolumesList(encodeVolumesList(records), prefix)).toEqual(records)
  })

  it('is not written for streams that share a name', () => {
    expect(() => encodeVolumesList([volume('a', 0), volume('a', 0)])).toThrow(
      expect.objectContaining({
        code: 'internal',
        message: expect.stringContaining('expected 1 of stream a'),
      }),
    )
  })

  it('gives one stream, and misses what the manifest counts', () => {
    const records = [volume('a', 0), volume('b', 0), volume('a', 1)]
    expect(volumesOf({ name: 'a', volumes: 2 }, records).map(({ seq }) => seq)).toEqual([0, 1])
    expect(() => volumesOf({ name: 'a', volumes: 3 }, records)).toThrow('2 of 3 volumes')
  })

  it.each<[string, Uint8Array, string]>([
    ['not zstd', Buffer.from('x'), 'not whole zstd'],
    ['cut', encodeVolumesList([volume('a', 0)]).subarray(0, -3), 'not whole zstd'],
    ['no JSON', packed('{\n'), 'line 1'],
    ['no end', packed(line({}).trimEnd()), 'it has no end'],
    ['a gap', packed(line({}) + line({ seq: 2 })), 'expected 1 of stream a, found 2'],
    ['no start', packed(line({ seq: 1 })), 'expected 0 of stream a, found 1'],
    ['a foreign key', packed(line({ key: 'data/other/x' })), 'key: it belongs to another backup'],
    ['a key that climbs', packed(line({ key: `${prefix}/../x` })), 'key'],
    ['a wrong hash', packed(line({}) + line({ seq: 1, sha256: 'x' })), 'line 2'],
    ['frames that are none', packed(line({ frames: ['x'] })), 'frames.0'],
  ])('refuses: %s', (_, stored, reason) => {
    expect(() => decodeVolumesList(stored, prefix)).toThrow(
      expect.objectContaining({ code: 'object-damaged', message: expect.stringContaining(reason) }),
    )
  })

  it('may be several frames, as by cat, with nothing behind them', () => {
    const frames = Buffer.concat([packed(line({})), packed(''), packed(line({ seq: 1 }))])
    expect(decodeVolumesList(frames, prefix)).toHaveLength(2)
    expect(() => decodeVolumesList(Buffer.concat([frames, Buffer.from('x')]), prefix)).toThrow(
      'not whole zstd',
    )
    expect(() => decodeVolumesList(new Uint8Array(), prefix)).toThrow('not whole zstd')
  })

  it('is never unpacked beyond its bound', () => {
    const bomb = zstdCompressSync(Buffer.alloc(2_000_000))
    const naming = { code: 'object-damaged', what: 'the list' } as const
    expect(() => decompress(bomb, 1_000_000, naming)).toThrow('it holds more than 1000000 bytes')
    expect(decompress(bomb, 2_000_000, naming).length).toBe(2_000_000)
    const twice = Buffer.concat([bomb, bomb])
    expect(() => decompress(twice, 3_999_999, naming)).toThrow('it holds more than 3999999 bytes')
    expect(() => decompress(twice, 2_000_000, naming)).toThrow('it holds more than 2000000 bytes')
    expect(decompress(twice, 4_000_000, naming).length).toBe(4_000_000)
  })
})

const meta: Meta = {
  format: 1,
  streams: [
    { name: 'dump', bytes: 10, sha256: hash('a'), blake3: hash('b') },
    { name: 'globals', bytes: 0 },
  ],
  index: { bytes: 262_144 },
  fingerprint: { tables: { users: { rows: 3 } } },
  warnings: [{ severity: 'warning', code: 'path-vanished', message: 'gone', hint: 'Look.', names: ['a'] }],
  unread: ['a/b', 'n\u00ff\u0000e', Buffer.from('Größe').toString('latin1')],
  toolOutput: 'pg_dump: ok',
}

describe('meta', () => {
  it('round-trips', () => {
    expect(decodeMeta(encodeMeta(meta))).toEqual(meta)
    const small: Meta = { format: 1, streams: [], warnings: [], unread: [] }
    expect(decodeMeta(encodeMeta(small))).toEqual(small)
  })

  it('keeps names as text where they are UTF-8, in base64 where not', () => {
    const stored = JSON.parse(zstdDecompressSync(encodeMeta(meta)).toString())
    expect(stored.unread).toEqual([
      'a/b',
      { base64: Buffer.from('n\u00ff\u0000e', 'latin1').toString('base64') },
      'Größe',
    ])
  })

  it('keeps every byte string', () => {
    const bytes = fc.uint8Array({ maxLength: 40 }).map((value) => Buffer.from(value).toString('latin1'))
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), (unread) => {
        expect(decodeMeta(encodeMeta({ ...meta, unread })).unread).toEqual(unread)
      }),
    )
  })

  it('takes a text that is no byte string as its UTF-8', () => {
    const { unread } = decodeMeta(encodeMeta({ ...meta, unread: ['表', '\ufeffa'] }))
    expect(unread.map((name) => Buffer.from(name, 'latin1').toString())).toEqual(['表', '\ufeffa'])
  })

  it.each<[string, Uint8Array, string]>([
    ['not zstd', Buffer.from('{}'), 'not whole zstd'],
    ['another format', packed('{"format":2}'), 'format'],
    [
      'a stream without a size',
      packed(JSON.stringify({ ...meta, streams: [{ name: 'a' }] })),
      'streams.0.bytes',
    ],
    ['a name that is none', packed(JSON.stringify({ ...meta, unread: [{ base64: '!' }] })), 'unread.0'],
  ])('refuses: %s', (_, stored, reason) => {
    expect(() => decodeMeta(stored, 'data/x/meta-y')).toThrow(
      expect.objectContaining({ code: 'object-damaged', message: expect.stringContaining(reason) }),
    )
  })
})
