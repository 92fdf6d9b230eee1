import { randomBytes } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import type { Compression } from '../../src/domain/manifest.ts'
import { createStreamReader } from '../../src/pipeline/stream-reader.ts'
import type { VolumeWriter } from '../../src/pipeline/volume-writer.ts'
import { createRun, keys, never, streamOptions, workerUrl, zstd } from './run-fixture.ts'

const frame = 2 * 1024 * 1024
const span = 8 * 1024 * 1024
const kinds: Compression[] = [zstd, { type: 'gzip', level: 6 }, { type: 'none' }]
const writers: VolumeWriter[] = []
afterEach(async () => {
  await Promise.all(writers.splice(0).map((writer) => writer.close()))
})

async function stored(plain: Uint8Array, compression: Compression) {
  const { store, writer } = createRun({ largestSpan: span })
  writers.push(writer)
  const hashes = { sha256: false, blake3: false }
  const stream = writer.stream({ ...streamOptions, frame, span, compression, hashes })
  await stream.write(plain)
  const { volumes } = await stream.end()
  let fetched = 0
  const reader = () =>
    createStreamReader({
      store,
      summary: { name: 'tree', compression, frame, span },
      volumes,
      totalBytes: plain.length,
      identity: keys.identity,
      workerUrl,
      signal: never,
      onFetched: (bytes) => {
        fetched += bytes
      },
    })
  const spent = async (work: () => Promise<unknown>) => {
    fetched = 0
    await work()
    return fetched
  }
  return { store, volumes, reader, spent }
}

const kibibyte = 1024

it.each(kinds)('of $type, a short read costs the beginning of a frame', async (compression) => {
  const plain = randomBytes(5 * 1024 * kibibyte)
  const { reader, spent } = await stored(plain, compression)
  const part = (from: number, length: number) => plain.subarray(from, from + length)
  const same = (found: Uint8Array, expected: Uint8Array) => expect(Buffer.compare(found, expected)).toBe(0)

  const one = reader()
  const early = async () => same(await one.read(frame + 100, 10_000), part(frame + 100, 10_000))
  expect(await spent(early)).toBeLessThan(300 * kibibyte)
  // What was decoded is kept.
  expect(await spent(early)).toBe(0)

  // Over the seam of two frames: all of the first one, and little of the second.
  const seam = 2 * frame - 5000
  const two = reader()
  const over = await spent(async () => same(await two.read(seam, 10_000), part(seam, 10_000)))
  expect(over).toBeGreaterThan(frame)
  expect(over).toBeLessThan(frame + 300 * kibibyte)

  // Nearly at the end there is nothing to save.
  const late = 2 * frame - 10_000
  expect(await spent(async () => same(await reader().read(late, 100), part(late, 100)))).toBeGreaterThan(
    frame,
  )
})

it('whoever reads on gets whole frames, each fetched at most once more', async () => {
  const plain = randomBytes(span)
  const { reader, spent } = await stored(plain, zstd)
  const one = reader()
  const all = await spent(async () => {
    for (let at = 0; at + 10_000 <= plain.length; at += 10_000) {
      const found = await one.read(at, 10_000)
      if (Buffer.compare(found, plain.subarray(at, at + 10_000)) !== 0)
        throw new Error(`other bytes at ${at}`)
    }
  })
  expect(all).toBeGreaterThan(span)
  expect(all).toBeLessThan(span + 4 * 300 * kibibyte)
})

it('of what compresses well, the beginning may be the whole', async () => {
  const plain = Buffer.alloc(span, 'a line of a log, as it is written over and over again\n')
  const { reader, volumes, spent } = await stored(plain, zstd)
  const [volume] = volumes
  const cost = await spent(async () => {
    expect(
      Buffer.compare(await reader().read(frame + 7, 5000), plain.subarray(frame + 7, frame + 5007)),
    ).toBe(0)
  })
  expect(cost).toBeLessThanOrEqual(volume?.bytes ?? 0)
})

it('a changed byte in what was fetched is found, one behind it is not asked for', async () => {
  const plain = randomBytes(2 * frame)
  const { store, volumes, reader } = await stored(plain, zstd)
  const key = volumes[0]?.key ?? ''
  const kept = store.objects.get(key)
  if (kept === undefined) throw new Error('nothing is stored')
  const read = async (flip: number) => {
    const body = Uint8Array.from(kept.body)
    body[flip] = (body[flip] ?? 0) ^ 1
    store.objects.set(key, { ...kept, body })
    return reader().read(1000, 10_000)
  }
  await expect(read(70_000)).rejects.toMatchObject({ code: 'object-damaged', context: { key } })
  expect(Buffer.compare(await read(1_000_000), plain.subarray(1000, 11_000))).toBe(0)
})
