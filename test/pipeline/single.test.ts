import { spawnSync } from 'node:child_process'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { constants, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { generateKeyPair } from '../../src/codec/age/keys.ts'
import { sha256Hex } from '../../src/codec/hash.ts'
import { zstdFrameLength } from '../../src/codec/zstd-frame.ts'
import type { Compression, ObjectReference } from '../../src/domain/manifest.ts'
import { decompressStream } from '../../src/pipeline/decompress-stream.ts'
import type { SingleOptions } from '../../src/pipeline/single-options.ts'
import { openSingle } from '../../src/pipeline/single-reader.ts'
import { createSingleWriter } from '../../src/pipeline/single-writer.ts'
import { sampleBytes } from '../codec/sample-bytes.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'
import { keys, never, zstd } from './run-fixture.ts'

const frame = 65_536
const compressions: Compression[] = [zstd, { type: 'gzip', level: 6 }, { type: 'none' }]
const kinds = compressions.flatMap((compression) => [
  { compression, encrypted: true, name: `${compression.type}, age` },
  { compression, encrypted: false, name: compression.type },
])

function pieces(plain: Uint8Array, step = 30_001): Uint8Array[] {
  const parts = Math.ceil(plain.length / step)
  return Array.from({ length: parts }, (_, part) => plain.subarray(part * step, (part + 1) * step))
}

async function write(plain: Uint8Array, compression: Compression, encrypted: boolean) {
  const store = createMemoryStore()
  const options: SingleOptions = { compression, frame, hashes: { sha256: true, blake3: true }, signal: never }
  const single = createSingleWriter(
    Readable.from(pieces(plain)),
    encrypted ? { ...options, recipient: keys.recipient } : options,
  )
  await store.putStream('one.age', single.body, { signal: never })
  const result = await single.result
  const object: ObjectReference = { key: 'one.age', bytes: result.storedBytes, sha256: result.storedSha256 }
  const stored = store.objects.get('one.age')?.body ?? new Uint8Array(0)
  return { store, result, object, stored }
}

function flip(store: ReturnType<typeof createMemoryStore>, at: number): void {
  const kept = store.objects.get('one.age')
  if (!kept) throw new Error('nothing is stored')
  const body = Uint8Array.from(kept.body)
  body[at] = (body[at] ?? 0) ^ 4
  store.objects.set('one.age', { ...kept, body })
}

describe.each(kinds)('a single object ($name)', ({ compression, encrypted }) => {
  const reading = { compression, frame, signal: never, ...(encrypted ? { identity: keys.identity } : {}) }

  it.each([0, 1, frame, frame + 1, 1_000_000])('round trip of %i bytes', async (length) => {
    const plain = sampleBytes(length)
    const { store, result, object, stored } = await write(plain, compression, encrypted)
    expect(result).toMatchObject({ bytes: length, sha256: sha256Hex(plain), storedSha256: sha256Hex(stored) })
    expect(result.blake3).toHaveLength(64)
    let fetched = 0
    const onFetched = (bytes: number) => {
      fetched += bytes
    }
    const opened = await buffer(openSingle({ ...reading, store, object, onFetched }))
    expect(Buffer.compare(opened, plain)).toBe(0)
    expect(fetched).toBe(stored.length)
  })

  it('ends with object-damaged naming the key when anything was changed', async () => {
    const { store, object, stored } = await write(sampleBytes(300_000), compression, encrypted)
    for (const at of [0, 30, 171, 200, 70_000, stored.length - 1]) {
      flip(store, at)
      const error: unknown = await buffer(openSingle({ ...reading, store, object })).catch((reason) => reason)
      // A stanza that was changed looks like another recipient's.
      expect(error).toMatchObject(
        at === 30 && encrypted ? { code: 'identity-wrong' } : { code: 'object-damaged' },
      )
      if (!(at === 30 && encrypted)) expect(error).toMatchObject({ context: { key: 'one.age' } })
      flip(store, at)
    }
    const kept = store.objects.get('one.age')
    for (const length of [0, 10, 190, 65_800, stored.length - 1, stored.length + 1]) {
      const body = new Uint8Array(length)
      body.set(stored.subarray(0, length))
      if (kept) store.objects.set('one.age', { ...kept, body })
      await expect(buffer(openSingle({ ...reading, store, object }))).rejects.toMatchObject({
        code: 'object-damaged',
      })
    }
  })
})

describe('decompressing a stream', () => {
  it.each([1, 3, 1000, 65_536, 1_000_000])('takes pieces of %i bytes', async (step) => {
    const plain = sampleBytes(step < 10 ? 70_000 : 400_000)
    for (const compression of compressions) {
      const { stored } = await write(plain, compression, false)
      const source = Readable.from(pieces(stored, step)) as AsyncIterable<Uint8Array>
      const parts: Uint8Array[] = []
      for await (const part of decompressStream(source, { compression, frame })) parts.push(part)
      expect(Buffer.compare(Buffer.concat(parts), plain)).toBe(0)
    }
  })

  it('refuses frames that are cut off, too large, or none', async () => {
    const { stored } = await write(sampleBytes(200_000), zstd, false)
    const read = (bytes: Uint8Array, limit = frame) =>
      buffer(decompressStream(Readable.from(pieces(bytes)), { compression: zstd, frame: limit }))
    await expect(read(stored.subarray(0, stored.length - 1))).rejects.toMatchObject({
      code: 'object-damaged',
    })
    await expect(read(Buffer.concat([stored, Buffer.from('trailing')]))).rejects.toMatchObject({
      code: 'object-damaged',
    })
    await expect(read(stored, frame - 1)).rejects.toMatchObject({ code: 'object-damaged' })
    await expect(read(stored, 1000)).rejects.toMatchObject({ code: 'object-damaged' })
  })

  it('knows every kind of frame header', () => {
    const options = [
      {},
      { params: { [constants.ZSTD_c_checksumFlag]: 1 } },
      { params: { [constants.ZSTD_c_contentSizeFlag]: 0 } },
    ]
    for (const length of [0, 1, 255, 256, 65_791, 65_792, 300_000]) {
      for (const plain of [sampleBytes(length), new Uint8Array(length)]) {
        for (const option of options) {
          const stored = zstdCompressSync(plain, { pledgedSrcSize: length, ...option })
          expect(zstdFrameLength(Buffer.concat([stored, stored]))).toBe(stored.length)
          for (const cut of [0, 4, 5, stored.length - 1]) {
            expect(zstdFrameLength(stored.subarray(0, Math.min(cut, stored.length - 1)))).toBeUndefined()
          }
        }
      }
    }
  })
})

describe('a single object', () => {
  const tools = ['age', 'zstd', 'gunzip'].every((tool) => spawnSync(tool, ['--version']).status === 0)

  it.skipIf(!tools).each([
    { compression: zstd, tool: 'zstd -dc' },
    { compression: { type: 'gzip', level: 6 } as const, tool: 'gunzip -c' },
  ])('is read by the public tools: age -d | $tool', async ({ compression, tool }) => {
    for (const length of [0, 500_000]) {
      const plain = sampleBytes(length)
      const { stored } = await write(plain, compression, true)
      const script = `age -d -i <(printf %s "$IDENTITY") | ${tool}`
      const env = { ...process.env, IDENTITY: keys.identity.reveal() }
      const run = spawnSync('bash', ['-o', 'pipefail', '-c', script], { input: stored, env, maxBuffer: 1e9 })
      expect(run.stderr.toString()).toBe('')
      expect(Buffer.compare(run.stdout, plain)).toBe(0)
    }
  })

  it('fails where its source or its observer fails, and when aborted', async () => {
    const source = (async function* () {
      yield sampleBytes(100_000)
      throw new Error('the source broke')
    })()
    const options: SingleOptions = {
      compression: zstd,
      hashes: { sha256: false, blake3: false },
      signal: never,
    }
    const broken = createSingleWriter(source, options)
    await expect(buffer(broken.body)).rejects.toThrow('the source broke')
    await expect(broken.result).rejects.toThrow('the source broke')
    const observer = {
      write: () => undefined,
      end: () => {
        throw new Error('not whole')
      },
    }
    const refused = createSingleWriter(Readable.from([sampleBytes(9)]), { ...options, observer })
    await expect(buffer(refused.body)).rejects.toThrow('not whole')
    const controller = new AbortController()
    const stopped = createSingleWriter(Readable.from(pieces(sampleBytes(900_000))), {
      ...options,
      frame,
      signal: controller.signal,
      onBytes: () => controller.abort(new Error('stop')),
    })
    await expect(buffer(stopped.body)).rejects.toThrow('stop')
    const unread = createSingleWriter(Readable.from([sampleBytes(9)]), options)
    for await (const piece of unread.body) {
      expect(piece.length).toBeGreaterThan(0)
      break
    }
    await expect(unread.result).rejects.toThrow('not read to its end')
  })

  it('is missing, or opened with a foreign identity', async () => {
    const { store, object } = await write(sampleBytes(10), zstd, true)
    const other = await generateKeyPair()
    const reading = { store, object, compression: zstd, signal: never }
    await expect(buffer(openSingle({ ...reading, identity: other.identity }))).rejects.toMatchObject({
      code: 'identity-wrong',
    })
    await store.delete('one.age')
    await expect(buffer(openSingle({ ...reading, identity: keys.identity }))).rejects.toMatchObject({
      code: 'object-missing',
      context: { key: 'one.age' },
    })
  })
})
