import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { generateKeyPair } from '../../src/codec/age/keys.ts'
import type { Compression, VolumeRecord } from '../../src/domain/manifest.ts'
import { createStreamReader } from '../../src/pipeline/stream-reader.ts'
import type { StreamReaderOptions } from '../../src/pipeline/stream-reader-options.ts'
import type { VolumeWriter } from '../../src/pipeline/volume-writer.ts'
import { sampleBytes } from '../codec/sample-bytes.ts'
import type { createMemoryStore } from '../fakes/memory-store.ts'
import {
  createRun,
  frame,
  keys,
  never,
  span,
  streamOptions,
  unencrypted,
  workerUrl,
  zstd,
} from './run-fixture.ts'

type MemoryStore = ReturnType<typeof createMemoryStore>

const compressions: Compression[] = [zstd, { type: 'gzip', level: 6 }, { type: 'none' }]
const kinds = compressions.flatMap((compression) => [
  { compression, encrypted: true, name: `${compression.type}, age` },
  { compression, encrypted: false, name: compression.type },
])
const writers: VolumeWriter[] = []
afterEach(async () => {
  await Promise.all(writers.splice(0).map((writer) => writer.close()))
})

async function stored(plain: Uint8Array, compression: Compression = zstd, encrypted = true) {
  const { store, writer } = createRun()
  writers.push(writer)
  const options = { ...streamOptions, compression, hashes: { sha256: false, blake3: false } }
  const stream = writer.stream(encrypted ? options : unencrypted(options))
  await stream.write(plain)
  const { volumes } = await stream.end()
  let fetched = 0
  const reading: StreamReaderOptions = {
    store,
    summary: { name: 'dump', compression, frame, span },
    volumes,
    totalBytes: plain.length,
    ...(encrypted ? { identity: keys.identity } : {}),
    workers: 2,
    workerUrl,
    signal: never,
    onFetched: (bytes) => {
      fetched += bytes
    },
  }
  return { store, volumes, reading, fetched: () => fetched }
}

function replace(store: MemoryStore, key: string, change: (body: Uint8Array) => Uint8Array): () => void {
  const kept = store.objects.get(key)
  if (!kept) throw new Error(`${key} is not stored`)
  store.objects.set(key, { ...kept, body: change(Uint8Array.from(kept.body)) })
  return () => store.objects.set(key, kept)
}

const flipAt = (at: number) => (body: Uint8Array) => {
  body[at] = (body[at] ?? 0) ^ 1
  return body
}

describe.each(kinds)('a stream ($name)', ({ compression, encrypted }) => {
  it.each([0, 1, frame + 1, span, span + 1, 6 * span + 999])(
    'of %i bytes is read back whole',
    async (length) => {
      const plain = sampleBytes(length)
      const { reading, volumes, fetched } = await stored(plain, compression, encrypted)
      expect(Buffer.compare(await buffer(createStreamReader(reading).open()), plain)).toBe(0)
      expect(fetched()).toBe(volumes.reduce((sum, volume) => sum + volume.bytes, 0))
    },
  )

  it('gives any part', async () => {
    const plain = sampleBytes(3 * span + 5000)
    const { reading } = await stored(plain, compression, encrypted)
    const reader = createStreamReader(reading)
    const part = fc.tuple(fc.nat(plain.length), fc.nat(2 * span))
    await fc.assert(
      fc.asyncProperty(part, async ([offset, most]) => {
        const length = Math.min(most, plain.length - offset)
        const expected = plain.subarray(offset, offset + length)
        expect(Buffer.compare(await reader.read(offset, length), expected)).toBe(0)
      }),
      { numRuns: 50, seed: 7 },
    )
    const both = await Promise.all([reader.read(10, 20), reader.read(15, 20)])
    expect(Buffer.compare(both[1] as Uint8Array, plain.subarray(15, 35))).toBe(0)
    for (const [offset, length] of [
      [plain.length, 1],
      [plain.length - 1, 2],
      [-1, 1],
      [5 * span, 1],
    ] as const) {
      await expect(reader.read(offset, length)).rejects.toMatchObject({ code: 'index-damaged' })
    }
    const { totalBytes, ...unknown } = reading
    const blind = createStreamReader(unknown)
    expect(totalBytes).toBe(plain.length)
    expect((await blind.read(plain.length - 1, 1))[0]).toBe(plain.at(-1))
    for (const offset of [plain.length, plain.length + frame, 4 * span]) {
      await expect(blind.read(offset, 1)).rejects.toMatchObject({ code: 'index-damaged' })
    }
  })

  it('is damaged by any change of any volume, read whole or in parts', async () => {
    const plain = sampleBytes(2 * span + 5000, 11)
    const { store, volumes, reading } = await stored(plain, compression, encrypted)
    const [first, second] = volumes as [VolumeRecord, VolumeRecord]
    const other = Uint8Array.from(store.objects.get(second.key)?.body ?? [])
    const changes: ((body: Uint8Array) => Uint8Array)[] = [
      ...[0, 25, 40, 120, 160, 180, 190, 5000, first.bytes - 1].map(flipAt),
      (body) => body.slice(0, -1),
      (body) => body.slice(0, 100),
      () => new Uint8Array(0),
      (body) => Buffer.concat([body, Buffer.from('x')]),
      () => other,
    ]
    for (const change of changes) {
      const undo = replace(store, first.key, change)
      const damaged = { code: 'object-damaged', context: { key: first.key } }
      await expect(buffer(createStreamReader({ ...reading, volumes: [first] }).open())).rejects.toMatchObject(
        damaged,
      )
      const part: unknown = await createStreamReader(reading)
        .read(0, span)
        .catch((reason) => reason)
      // Of an appended byte a range sees nothing, and all it reads is genuine.
      if (part instanceof Uint8Array) expect(Buffer.compare(part, plain.subarray(0, span))).toBe(0)
      else expect(part).toMatchObject(damaged)
      undo()
    }
    replace(store, second.key, flipAt(300))
    await expect(buffer(createStreamReader(reading).open())).rejects.toMatchObject({
      code: 'object-damaged',
      context: { key: second.key },
    })
  })
})

describe('reading', () => {
  it('fetches only the frames it needs, each once', async () => {
    const plain = Uint8Array.from(crypto.getRandomValues(new Uint8Array(65_536)))
    const whole = Buffer.concat(Array.from({ length: 8 }, () => plain))
    const { reading, fetched } = await stored(whole, { type: 'none' })
    const reader = createStreamReader(reading)
    await reader.read(frame + 10, 100)
    // A header of some 250 bytes, and one or two chunks of 64 KiB.
    expect(fetched()).toBeLessThan(400 + 2 * 65_552)
    const once = fetched()
    await reader.read(frame + 500, 100)
    expect(fetched()).toBe(once)
    await reader.read(2 * frame, 100)
    expect(fetched()).toBeLessThanOrEqual(once + 2 * 65_552)
  })

  it('fetches a volume whole, once, where a range could not be verified', async () => {
    const plain = sampleBytes(2 * span)
    for (const kind of ['plain', 'no ranges'] as const) {
      const { reading, volumes, fetched } = await stored(plain, zstd, kind !== 'plain')
      const store = { ...reading.store, features: { ...reading.store.features, range: kind === 'plain' } }
      const reader = createStreamReader({ ...reading, store })
      for (const at of [5, frame, 3 * frame]) {
        expect(Buffer.compare(await reader.read(at, 50), plain.subarray(at, at + 50))).toBe(0)
      }
      expect(fetched()).toBe(volumes[0]?.bytes)
    }
  })

  it('tells a missing object, a foreign identity and a list with a gap', async () => {
    const { store, volumes, reading } = await stored(sampleBytes(3 * span))
    const { identity } = await generateKeyPair()
    const foreign = createStreamReader({ ...reading, identity })
    await expect(foreign.read(0, 1)).rejects.toMatchObject({ code: 'identity-wrong' })
    await expect(buffer(foreign.open())).rejects.toMatchObject({ code: 'identity-wrong' })
    expect(() => createStreamReader({ ...reading, volumes: volumes.slice(1) })).toThrow('not in the list')
    await expect(
      buffer(createStreamReader({ ...reading, volumes: volumes.slice(0, 2) }).open()),
    ).rejects.toMatchObject({ code: 'object-damaged' })
    const key = volumes[1]?.key ?? ''
    await store.delete(key)
    const missing = { code: 'object-missing', context: { key } }
    await expect(buffer(createStreamReader(reading).open())).rejects.toMatchObject(missing)
    await expect(createStreamReader(reading).read(span, 1)).rejects.toMatchObject(missing)
  })

  it('refuses a record that no buffer could hold, and a volume that is too short for its place', async () => {
    const { volumes, reading } = await stored(sampleBytes(span + 10))
    const huge = volumes.map((volume) => ({ ...volume, bytes: 1e9 }))
    await expect(buffer(createStreamReader({ ...reading, volumes: huge }).open())).rejects.toMatchObject({
      code: 'object-damaged',
    })
    const swapped = [...volumes].reverse().map((volume, seq) => ({ ...volume, seq }))
    await expect(buffer(createStreamReader({ ...reading, volumes: swapped }).open())).rejects.toMatchObject({
      code: 'object-damaged',
      context: { reason: 'it is shorter than a volume' },
    })
  })

  it('recovers from a failed read', async () => {
    const plain = sampleBytes(span)
    const { reading } = await stored(plain)
    let fail = true
    const get: StreamReaderOptions['store']['get'] = (key, options) =>
      fail ? Promise.reject(new Error('network')) : reading.store.get(key, options)
    const reader = createStreamReader({ ...reading, store: { ...reading.store, get } })
    await expect(reader.read(0, 10)).rejects.toThrow('network')
    fail = false
    expect(Buffer.compare(await reader.read(0, 10), plain.subarray(0, 10))).toBe(0)
  })

  it('ends its threads when the stream is destroyed or aborted, also while the store hangs', async () => {
    const threads = () => process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length
    const plain = sampleBytes(8 * span)
    const { reading } = await stored(plain)
    await Promise.all(writers.splice(0).map((writer) => writer.close()))
    const before = threads()
    const stopped = createStreamReader(reading).open()
    for await (const chunk of stopped) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
    await expect.poll(threads).toBe(before)
    const controller = new AbortController()
    const hanging = {
      ...reading.store,
      get: (_key: string, { signal }: { signal: AbortSignal }) =>
        new Promise<never>((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        ),
    }
    const aborted = buffer(
      createStreamReader({ ...reading, store: hanging, signal: controller.signal }).open(),
    )
    setTimeout(() => controller.abort(new Error('interrupted')), 20)
    await expect(aborted).rejects.toThrow('interrupted')
    const destroyed = createStreamReader({ ...reading, store: hanging }).open()
    destroyed.resume()
    setTimeout(() => destroyed.destroy(), 20)
    await new Promise((resolve) => destroyed.once('close', resolve))
    await expect.poll(threads).toBe(before)
  })
})
