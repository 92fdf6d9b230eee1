import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { createBlake3, sha256Hex } from '../../src/codec/hash.ts'
import { openVolume } from '../../src/codec/open-volume.ts'
import { pump } from '../../src/pipeline/pump.ts'
import type { VolumeWriter } from '../../src/pipeline/volume-writer.ts'
import { systemClock } from '../../src/process/clock.ts'
import { sampleBytes } from '../codec/sample-bytes.ts'
import {
  createRun,
  frame,
  keys,
  never,
  span,
  streamOptions,
  unencrypted,
  writeAll,
  zstd,
} from './run-fixture.ts'

const writers: VolumeWriter[] = []
afterEach(async () => {
  await Promise.all(writers.splice(0).map((writer) => writer.close()))
})

function run(options: Parameters<typeof createRun>[0] = {}) {
  const made = createRun(options)
  writers.push(made.writer)
  return made
}

async function blake3Hex(bytes: Uint8Array): Promise<string> {
  const blake3 = await createBlake3()
  blake3.update(bytes)
  return blake3.hex()
}

/** Threads that this process runs beside its own. */
function threads(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length
}

describe('the volume writer', () => {
  it.each([0, 1, frame, frame + 1, span - 1, span, span + 1, 2 * span, 5 * span + 12_345])(
    'stores %i bytes so that every volume opens',
    async (length) => {
      const plain = sampleBytes(length)
      const { store, told, writer } = run()
      const result = await writeAll(writer, plain)
      expect(result.bytes).toBe(length)
      expect(result.sha256).toBe(sha256Hex(plain))
      expect(result.blake3).toBe(await blake3Hex(plain))
      expect(result.volumes.map(({ seq }) => seq)).toEqual([...Array(Math.ceil(length / span)).keys()])
      expect(result.storedBytes).toBe(
        [...store.objects.values()].reduce((sum, { body }) => sum + body.length, 0),
      )
      const parts: Uint8Array[] = []
      for (const volume of result.volumes) {
        expect(volume.key).toBe(`data/job/id/dump/0000000${volume.seq}-${volume.sha256.slice(0, 12)}`)
        const stored = store.objects.get(volume.key)?.body ?? new Uint8Array(0)
        parts.push(
          await openVolume(stored, volume, { compression: zstd, frame, span }, { identity: keys.identity }),
        )
      }
      expect(Buffer.compare(Buffer.concat(parts), plain)).toBe(0)
      const order = [...told].sort((a, b) => a.record.seq - b.record.seq)
      expect(order.map(({ record }) => record)).toEqual(result.volumes)
      expect(order.map(({ info }) => info.plainOffset)).toEqual(result.volumes.map(({ seq }) => seq * span))
      expect(order.reduce((sum, { info }) => sum + info.plainBytes, 0)).toBe(length)
    },
  )

  it('tells the plain hash of each volume where asked', async () => {
    const plain = sampleBytes(span + 5)
    const { told, writer } = run()
    await writeAll(writer, plain, { volumeHash: true, hashes: { sha256: false, blake3: false } })
    for (const { info } of told) {
      const part = plain.subarray(info.plainOffset, info.plainOffset + info.plainBytes)
      expect(info.plainSha256).toBe(sha256Hex(part))
    }
    expect(told).toHaveLength(2)
  })

  it.each([span - 1, 3 * span + 5])(
    'keeps volumes of an earlier attempt that are the same: %i bytes',
    async (length) => {
      const plain = sampleBytes(length)
      const first = run()
      await writeAll(first.writer, plain, { volumeHash: true })
      const known = new Map(
        first.told.map(({ record, info }) => [
          record.seq,
          { record, plainBytes: info.plainBytes, plainSha256: info.plainSha256 ?? '' },
        ]),
      )
      const again = run()
      const result = await writeAll(again.writer, plain, { volumeHash: true, known: (seq) => known.get(seq) })
      expect(again.store.objects.size).toBe(0)
      expect(again.told.every(({ info }) => info.known)).toBe(true)
      expect(result.volumes).toEqual(result.volumes.map(({ seq }) => known.get(seq)?.record))
      expect([result.sha256, result.blake3]).toEqual([sha256Hex(plain), await blake3Hex(plain)])
      // What differs is stored, and what is the same behind it is not.
      const other = Buffer.from(plain)
      other[0] = (other[0] ?? 0) ^ 1
      const differing = run()
      await writeAll(differing.writer, other, { volumeHash: true, known: (seq) => known.get(seq) })
      expect(differing.store.objects.size).toBe(1)
      const shorter = run()
      await writeAll(shorter.writer, plain.subarray(0, -1), {
        volumeHash: true,
        known: (seq) => known.get(seq),
      })
      expect(shorter.store.objects.size).toBe(1)
    },
  )

  it('starts no thread under one volume, and ends all it started', async () => {
    // The last test's threads may still be ending.
    await expect.poll(threads).toBe(0)
    const before = threads()
    const small = run()
    await writeAll(small.writer, sampleBytes(span - 1))
    expect(threads()).toBe(before)
    const large = run()
    await writeAll(large.writer, sampleBytes(3 * span))
    expect(threads()).toBeGreaterThan(before)
    await large.writer.close()
    await expect.poll(threads).toBe(before)
  })

  it('writes several streams beside one another, also more than there are buffers', async () => {
    const { store, writer } = run({ workers: 1 })
    const index = writer.stream({
      ...streamOptions,
      name: 'index',
      keyPrefix: 'data/job/id/index',
      frame: 65_536,
      span,
    })
    const others = [1, 2, 3, 4].map((seed) => ({
      seed,
      stream: writer.stream({ ...streamOptions, name: `db/${seed}` }),
    }))
    for (let step = 0; step < 20; step++) {
      await index.write(sampleBytes(20_000, 9))
      for (const { seed, stream } of others) await stream.write(sampleBytes(30_000, seed))
    }
    const results = await Promise.all([index.end(), ...others.map(({ stream }) => stream.end())])
    expect(results.map(({ bytes }) => bytes)).toEqual([400_000, 600_000, 600_000, 600_000, 600_000])
    for (const [number, { seed }] of others.entries()) {
      const hash = createHash('sha256')
      for (let step = 0; step < 20; step++) hash.update(sampleBytes(30_000, seed))
      expect(results[number + 1]?.sha256).toBe(hash.digest('hex'))
    }
    expect([...store.objects.keys()].filter((key) => key.startsWith('data/job/id/index/'))).toHaveLength(2)
    expect([...store.objects.keys()].filter((key) => key.startsWith('data/job/id/db%2F3/'))).toHaveLength(3)
  })

  it('holds back whoever writes while the sink is slow, with bounded buffers', async () => {
    let inSink = 0
    let most = 0
    const release: (() => void)[] = []
    const { writer } = run({
      uploadsInFlight: 3,
      sink: () => {
        most = Math.max(most, ++inSink)
        return new Promise((resolve) => {
          release.push(() => {
            inSink--
            resolve()
          })
        })
      },
    })
    const stream = writer.stream(unencrypted({ ...streamOptions, compression: { type: 'none' } }))
    const chunk = sampleBytes(span)
    let taken = 0
    const writing = (async () => {
      for (; taken < 12; taken++) await stream.write(chunk)
    })()
    while (most < 3) await systemClock.sleep(10)
    await systemClock.sleep(200)
    // Three uploads, and no more than the plain buffers hold: workers + 2.
    expect(most).toBe(3)
    expect(taken).toBeLessThanOrEqual(3 + 4)
    const freeing = (async () => {
      while (taken < 12 || inSink > 0 || release.length > 0) {
        release.shift()?.()
        await systemClock.sleep(5)
      }
    })()
    await writing
    const [result] = await Promise.all([stream.end(), freeing])
    expect(result.volumes).toHaveLength(12)
    expect(most).toBe(3)
  })

  it('waits for onVolume before a buffer is reused, and fails with it', async () => {
    const error = new Error('the journal is full')
    const { writer } = run({ onVolume: () => Promise.reject(error) })
    await expect(writeAll(writer, sampleBytes(3 * span))).rejects.toBe(error)
    const small = run({ onVolume: () => Promise.reject(error) })
    await expect(writeAll(small.writer, sampleBytes(3))).rejects.toBe(error)
  })

  it('rejects when the sink fails, and so does everything later', async () => {
    const error = new Error('no space')
    let calls = 0
    const { writer } = run({ sink: async () => (++calls > 2 ? Promise.reject(error) : undefined) })
    await expect(writeAll(writer, sampleBytes(30 * span))).rejects.toBe(error)
    const stream = writer.stream({ ...streamOptions, name: 'later' })
    expect(() => stream.write(sampleBytes(1))).toThrow(error)
    await expect(stream.end()).rejects.toBe(error)
  })

  it('rejects and ends its threads when aborted mid-way', async () => {
    const before = threads()
    const controller = new AbortController()
    const { writer } = run({ signal: controller.signal, sink: () => new Promise(() => undefined) })
    const reason = new Error('interrupted')
    const writing = writeAll(writer, sampleBytes(40 * span))
    setImmediate(() => controller.abort(reason))
    await expect(writing).rejects.toBe(reason)
    await writer.close()
    expect(threads()).toBe(before)
    const late = run({ signal: controller.signal })
    await expect(writeAll(late.writer, sampleBytes(4))).rejects.toBe(reason)
  })

  it('reports a worker that dies, or cannot start, instead of hanging', async () => {
    const dying = new URL('./dying-worker.ts', import.meta.url)
    await expect(writeAll(run({ workerUrl: dying }).writer, sampleBytes(4 * span))).rejects.toMatchObject({
      code: 'internal',
      message: 'a volume worker died',
    })
    const absent = new URL('./absent-worker.ts', import.meta.url)
    await expect(writeAll(run({ workerUrl: absent }).writer, sampleBytes(4 * span))).rejects.toMatchObject({
      code: 'internal',
      message: 'a volume worker died',
    })
  })

  it('refuses a recipient that is none', async () => {
    const { writer } = run()
    const wrong = { recipient: 'age1nonsense' }
    await expect(writeAll(writer, sampleBytes(2 * span), wrong)).rejects.toMatchObject({
      code: 'key-invalid',
    })
  })

  it('refuses what cannot be', async () => {
    const { writer } = run()
    expect(() => writer.stream({ ...streamOptions, frame: 1024 })).toThrow('not possible')
    expect(() => writer.stream({ ...streamOptions, span: span * 2 })).toThrow('not possible')
    expect(() => writer.stream({ ...streamOptions, frame: span, span: frame })).toThrow('not possible')
    const stream = writer.stream(streamOptions)
    expect(stream.write(sampleBytes(10))).toBeUndefined()
    const end = stream.end()
    expect(stream.end()).toBe(end)
    await end
    expect(() => stream.write(sampleBytes(1))).toThrow('ended')
    const open = writer.stream(streamOptions)
    await writer.close()
    await expect(open.end()).rejects.toMatchObject({ code: 'internal' })
  })

  it('refuses a write or an end while one is waiting', async () => {
    const controller = new AbortController()
    const { writer } = run({ sink: () => new Promise(() => undefined), signal: controller.signal })
    const stream = writer.stream(streamOptions)
    const waiting = stream.write(sampleBytes(20 * span))
    expect(waiting).toBeInstanceOf(Promise)
    expect(() => stream.write(sampleBytes(1))).toThrow('waiting')
    await expect(stream.end()).rejects.toThrow('waiting')
    controller.abort(new Error('done'))
    await expect(waiting).rejects.toThrow('done')
  })
})

describe('pump', () => {
  it('drives a readable, shows it to the observer and ends the stream', async () => {
    const plain = sampleBytes(3 * span + 7)
    const chunks = Array.from({ length: 10 }, (_, part) =>
      plain.subarray(part * 100_000, (part + 1) * 100_000),
    )
    const { writer } = run()
    let seen = 0
    let ended = false
    let counted = 0
    const result = await pump(Readable.from(chunks, { objectMode: false }), writer.stream(streamOptions), {
      observer: {
        write: (chunk) => {
          seen += chunk.length
        },
        end: () => {
          ended = true
        },
      },
      onBytes: (bytes) => {
        counted += bytes
      },
      signal: never,
    })
    expect(ended).toBe(true)
    expect([seen, counted, result.bytes]).toEqual([plain.length, plain.length, plain.length])
    expect(result.sha256).toBe(sha256Hex(plain))
  })

  it('frees the chunks of a child where asked, and reads the same', async () => {
    const { writer } = run()
    const kept: Uint8Array[] = []
    const observer = { write: (chunk: Uint8Array) => void kept.push(chunk), end: () => undefined }
    const child = spawn('head', ['-c', '1000000', '/dev/zero'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const result = await pump(child.stdout, writer.stream(streamOptions), {
      signal: never,
      observer,
      freeChunks: true,
    })
    expect(result.sha256).toBe(sha256Hex(new Uint8Array(1_000_000)))
    expect(kept.filter((chunk) => chunk.length > 0).length).toBeLessThan(kept.length)
  })

  it('never ends a stream whose source or observer fails', async () => {
    const { writer, told } = run()
    const broken = Readable.from(
      (function* () {
        yield sampleBytes(100)
        throw new Error('the source broke')
      })(),
    )
    await expect(pump(broken, writer.stream(streamOptions), { signal: never })).rejects.toThrow(
      'the source broke',
    )
    const observer = {
      write: () => undefined,
      end: () => {
        throw new Error('not whole')
      },
    }
    const source = Readable.from([sampleBytes(100)])
    await expect(pump(source, writer.stream(streamOptions), { signal: never, observer })).rejects.toThrow(
      'not whole',
    )
    expect(told).toEqual([])
  })

  it('stops a silent source when the run fails or is aborted', async () => {
    const error = new Error('no space')
    const { writer } = run({ sink: () => Promise.reject(error) })
    const silent = new Readable({ read: () => undefined })
    silent.push(sampleBytes(2 * span))
    await expect(pump(silent, writer.stream(streamOptions), { signal: never })).rejects.toBe(error)
    expect(silent.destroyed).toBe(true)
    const controller = new AbortController()
    const quiet = new Readable({ read: () => undefined })
    const pumping = pump(quiet, run().writer.stream(streamOptions), { signal: controller.signal })
    controller.abort(new Error('stop'))
    await expect(pumping).rejects.toThrow('stop')
    await expect(
      pump(quiet, run().writer.stream(streamOptions), { signal: controller.signal }),
    ).rejects.toThrow('stop')
  })
})
