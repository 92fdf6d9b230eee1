import { spawnSync } from 'node:child_process'
import { zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateKeyPair } from '../../src/codec/age/keys.ts'
import { decompressFrame } from '../../src/codec/compression.ts'
import { frameRange } from '../../src/codec/frames.ts'
import { createBlake3, createSha256, sha256Hex } from '../../src/codec/hash.ts'
import { openFrames } from '../../src/codec/open-frames.ts'
import { openVolume, openVolumeHeader } from '../../src/codec/open-volume.ts'
import { sealedBound } from '../../src/codec/seal-frames.ts'
import { sealVolume } from '../../src/codec/volume.ts'
import type { Compression, VolumeRecord } from '../../src/domain/manifest.ts'
import { sampleBytes } from './sample-bytes.ts'

const keys = await generateKeyPair()
const other = await generateKeyPair()
const frame = 100_000
const span = 400_000
const compressions: Compression[] = [{ type: 'zstd', level: 3 }, { type: 'gzip', level: 6 }, { type: 'none' }]
const kinds = compressions.flatMap((compression) => [
  { compression, encrypted: true, name: `${compression.type}, age` },
  { compression, encrypted: false, name: compression.type },
])

async function seal(plain: Uint8Array, compression: Compression, encrypted: boolean, seq = 0, size = frame) {
  const out = new Uint8Array(new SharedArrayBuffer(sealedBound(plain.length, size)))
  const label = { stream: 'dump', seq }
  const options = { compression, frame: size, ...(encrypted ? { recipient: keys.recipient, label } : {}) }
  const { bytes, sha256, frames } = await sealVolume(plain, out, options)
  const record: VolumeRecord = { stream: 'dump', seq, key: `data/j/i/dump/${seq}`, bytes, sha256, frames }
  return { record, stored: Uint8Array.from(out.subarray(0, bytes)) }
}

describe.each(kinds)('volumes ($name)', ({ compression, encrypted }) => {
  const format = { compression, frame, span }
  const keyring = encrypted ? { identity: keys.identity } : {}

  it.each([1, 65_536, 99_999, 100_000, 100_001, 131_072, 399_999, 400_000])(
    'round trip of %i bytes',
    async (length) => {
      const plain = sampleBytes(length)
      const { record, stored } = await seal(plain, compression, encrypted)
      expect(record.frames.length).toBe(Math.ceil(length / frame))
      expect(record.sha256).toBe(sha256Hex(stored))
      expect(Buffer.compare(await openVolume(stored, record, format, keyring), plain)).toBe(0)
      const out = new Uint8Array(new SharedArrayBuffer(span))
      const copy = Uint8Array.from(stored)
      const opened = await openVolume(copy, record, format, { ...keyring, out, inPlace: true })
      expect(opened.buffer).toBe(out.buffer)
      expect(Buffer.compare(opened, plain)).toBe(0)
    },
  )

  it('a frame may be as large as the span', async () => {
    const plain = sampleBytes(span)
    const { record, stored } = await seal(plain, compression, encrypted, 0, span)
    expect(record.frames.length).toBe(1)
    const opened = await openVolume(stored, record, { compression, frame: span, span }, keyring)
    expect(Buffer.compare(opened, plain)).toBe(0)
  })

  it('never grows beyond its bound, not even random bytes', async () => {
    const random = Uint8Array.from(crypto.getRandomValues(new Uint8Array(65_536)))
    const { record, stored } = await seal(random, compression, encrypted, 0, 4096)
    expect(record.frames.length).toBe(16)
    expect(stored.length).toBeLessThanOrEqual(sealedBound(random.length, 4096))
  })

  it('any change of the stored bytes is object-damaged', async () => {
    const plain = sampleBytes(250_000, 3)
    const { record, stored } = await seal(plain, compression, encrypted)
    const swapped = await seal(sampleBytes(250_000, 4), compression, encrypted)
    const change = fc.oneof(
      fc.record({ kind: fc.constant('flip' as const), at: fc.nat(stored.length - 1), bit: fc.nat(7) }),
      fc.record({ kind: fc.constant('cut' as const), at: fc.nat(stored.length - 1), bit: fc.constant(0) }),
      fc.record({
        kind: fc.constant('extend' as const),
        at: fc.integer({ min: 1, max: 99 }),
        bit: fc.nat(7),
      }),
      fc.record({ kind: fc.constant('swap' as const), at: fc.constant(0), bit: fc.constant(0) }),
    )
    await fc.assert(
      fc.asyncProperty(change, async ({ kind, at, bit }) => {
        let bytes = Uint8Array.from(stored)
        if (kind === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        if (kind === 'cut') bytes = bytes.slice(0, at)
        if (kind === 'extend')
          bytes = Uint8Array.from([...bytes.subarray(0), ...new Array<number>(at).fill(bit)])
        if (kind === 'swap') bytes = Uint8Array.from(swapped.stored)
        await expect(openVolume(bytes, record, format, keyring)).rejects.toMatchObject({
          code: 'object-damaged',
          context: { key: record.key },
        })
      }),
      { numRuns: 60, seed: 20261121 },
    )
  })
})

describe.each(compressions)('ranges of frames ($type)', (compression) => {
  const format = { compression, frame, span }

  async function read(
    stored: Uint8Array,
    record: VolumeRecord,
    first: number,
    last: number,
  ): Promise<Uint8Array> {
    const { header, body } = frameRange(record, first, last, true)
    if (!header) throw new Error('an encrypted volume has a header')
    const payloadKey = await openVolumeHeader(stored.subarray(0, header.length), record, keys.identity)
    if (!payloadKey) throw new Error('the volume is not labelled')
    const bytes = stored.subarray(body.offset, body.offset + body.length)
    return openFrames(bytes, record, first, last, format, { payloadKey })
  }

  it('equal the slice', async () => {
    const plain = sampleBytes(350_001)
    const { record, stored } = await seal(plain, compression, true)
    for (let first = 0; first < 4; first++) {
      for (let last = first; last < 4; last++) {
        const expected = plain.subarray(first * frame, (last + 1) * frame)
        expect(Buffer.compare(await read(stored, record, first, last), expected)).toBe(0)
      }
    }
  })

  it('without encryption are the frames as they lie', async () => {
    const plain = sampleBytes(350_001)
    const { record, stored } = await seal(plain, compression, false)
    const { header, body } = frameRange(record, 1, 2, false)
    expect(header).toBeUndefined()
    const bytes = stored.subarray(body.offset, body.offset + body.length)
    expect(Buffer.compare(openFrames(bytes, record, 1, 2, format), plain.subarray(frame, 3 * frame))).toBe(0)
  })

  it('are damaged by any change, and never another volume', async () => {
    const plain = sampleBytes(350_001, 5)
    const { record, stored } = await seal(plain, compression, true, 7)
    // The same plain bytes at another place: equal sizes, equal key, valid by itself.
    const swapped = await seal(plain, compression, true, 8)
    await expect(read(swapped.stored, record, 1, 2)).rejects.toMatchObject({
      code: 'object-damaged',
      context: { key: record.key, reason: 'it is another volume' },
    })
    const { header, body } = frameRange(record, 1, 2, true)
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length - 1), fc.nat(7), async (at, bit) => {
        const bytes = Uint8Array.from(stored)
        const place = body.offset + at
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
        await expect(read(bytes, record, 1, 2)).rejects.toMatchObject({ code: 'object-damaged' })
      }),
      { numRuns: 40, seed: 42 },
    )
    await expect(read(stored.subarray(0, body.offset + body.length - 1), record, 1, 2)).rejects.toMatchObject(
      {
        code: 'object-damaged',
      },
    )
    await expect(
      openVolumeHeader(stored.subarray(0, (header?.length ?? 0) - 1), record, keys.identity),
    ).rejects.toMatchObject({ code: 'object-damaged' })
  })

  it('of a volume without label are left to the whole hash', async () => {
    const plain = sampleBytes(1000)
    const out = new Uint8Array(sealedBound(1000, frame))
    const { bytes, sha256, frames } = await sealVolume(plain, out, {
      compression,
      frame,
      recipient: keys.recipient,
    })
    const record = { stream: 'dump', seq: 0, key: 'k', bytes, sha256, frames }
    expect(await openVolumeHeader(out.subarray(0, bytes), record, keys.identity)).toBeUndefined()
  })
})

describe('opening', () => {
  const format = { compression: { type: 'zstd', level: 3 } as const, frame, span }

  it('with a foreign identity is identity-wrong, not damage', async () => {
    const { record, stored } = await seal(sampleBytes(10), format.compression, true)
    await expect(openVolume(stored, record, format, { identity: other.identity })).rejects.toMatchObject({
      code: 'identity-wrong',
    })
  })

  it('a record whose sizes do not add up is damage', async () => {
    const { record, stored } = await seal(sampleBytes(150_000), format.compression, true)
    for (const frames of [
      [1, 2],
      record.frames.slice(1),
      [...record.frames, 5],
      [...record.frames].reverse(),
      [],
    ]) {
      await expect(
        openVolume(stored, { ...record, frames }, format, { identity: keys.identity }),
      ).rejects.toMatchObject({
        code: 'object-damaged',
      })
    }
  })

  it('a frame that is shorter than a frame is damage, except the last', async () => {
    const { record, stored } = await seal(sampleBytes(150_000), { type: 'none' }, false)
    const larger = { compression: { type: 'none' } as const, frame: 120_000, span }
    await expect(openVolume(stored, record, larger)).rejects.toMatchObject({
      code: 'object-damaged',
      context: { key: record.key, reason: 'a frame has the wrong size' },
    })
  })

  it('never unpacks more than a frame may hold', () => {
    const bomb = zstdCompressSync(new Uint8Array(50_000_000))
    const before = process.memoryUsage().arrayBuffers
    expect(() => decompressFrame(bomb, { type: 'zstd', level: 3 }, 100_000)).toThrow('does not decompress')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
    const trailing = Buffer.concat([zstdCompressSync(Buffer.from('a')), Buffer.from('b')])
    expect(() => decompressFrame(trailing, { type: 'zstd', level: 3 }, 100)).toThrow('trailing')
    const twice = Buffer.concat([zstdCompressSync(Buffer.from('a')), zstdCompressSync(Buffer.from('a'))])
    expect(() => decompressFrame(twice, { type: 'zstd', level: 3 }, 100)).toThrow('trailing')
    expect(() => decompressFrame(Buffer.from('abc'), { type: 'none' }, 2)).toThrow('larger')
    expect(() => decompressFrame(bomb, { type: 'gzip', level: 3 }, 100)).toThrow('does not decompress')
  })

  it('an output buffer that is too small is refused before anything is written', async () => {
    await expect(
      sealVolume(new Uint8Array(10), new Uint8Array(10), { compression: { type: 'none' }, frame }),
    ).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('hashes', () => {
  it('in pieces equal those of the whole', async () => {
    const bytes = sampleBytes(100_000)
    const [sha256, blake3] = [createSha256(), await createBlake3()]
    for (const hash of [sha256, blake3]) {
      hash.update(bytes.subarray(0, 1))
      hash.update(bytes.subarray(1))
    }
    expect(sha256.hex()).toBe(sha256Hex(bytes))
    expect(blake3.hex()).toHaveLength(64)
    // The published vector of the empty input.
    expect((await createBlake3()).hex()).toBe(
      'af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262',
    )
  })
})

describe('the public tools', () => {
  const tools = ['age', 'zstd'].every((tool) => spawnSync(tool, ['--version']).status === 0)

  it.skipIf(!tools)('read what we write: age -d | zstd -d', async () => {
    const plain = sampleBytes(350_001)
    const { stored } = await seal(plain, { type: 'zstd', level: 3 }, true)
    const script = 'age -d -i <(printf %s "$IDENTITY") | zstd -dc'
    const env = { ...process.env, IDENTITY: keys.identity.reveal() }
    const { stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', script], {
      input: stored,
      env,
      maxBuffer: 1e9,
    })
    expect(stderr.toString()).toBe('')
    expect(Buffer.compare(stdout, plain)).toBe(0)
  })
})
