import { once } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { createBlake3, sha256Hex } from '../../src/codec/hash.ts'
import { sealedBound } from '../../src/codec/seal-frames.ts'
import { sealVolumeHeader } from '../../src/codec/volume.ts'
import type { VolumeRecord } from '../../src/domain/manifest.ts'
import { serveTasks } from '../../src/pipeline/worker-loop.ts'
import type { OpenTask, Reply, SealTask, Task } from '../../src/pipeline/worker-messages.ts'
import { sampleBytes } from '../codec/sample-bytes.ts'
import { frame, keys, span, zstd } from './run-fixture.ts'

const ports: MessagePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

/** The loop of a worker at the other end of a channel, on this thread. */
function serve(): (task: Task) => Promise<Reply> {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1)
  serveTasks(port2)
  return async (task) => {
    port1.postMessage(task)
    const [reply] = (await once(port1, 'message')) as [Reply]
    return reply
  }
}

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}

describe('the loop of a worker', () => {
  it('seals and opens volumes, and reports damage with its code, context and hint', async () => {
    const ask = serve()
    const plain = sampleBytes(200_000)
    const header = await sealVolumeHeader(keys.recipient)
    const out = new SharedArrayBuffer(sealedBound(span, frame))
    const options = { compression: zstd, frame, header }
    const seal: SealTask = {
      type: 'seal',
      plain: shared(plain),
      bytes: plain.length,
      out,
      options,
      plainHash: true,
    }
    const reply = await ask(seal)
    if (!('result' in reply)) throw new Error(reply.error.message)
    const sealed = reply.result as { bytes: number; sha256: string; frames: number[]; plainSha256: string }
    expect(sealed.plainSha256).toBe(sha256Hex(plain))
    expect(await ask({ ...seal, plainHash: false })).not.toHaveProperty('result.plainSha256')
    const { bytes, sha256, frames } = sealed
    const volume: VolumeRecord = { stream: 'dump', seq: 0, key: 'data/j/i/dump/0', bytes, sha256, frames }
    expect((await ask(seal)) satisfies Reply).toHaveProperty('result.bytes', bytes)
    const open: OpenTask = {
      type: 'open',
      stored: shared(new Uint8Array(out, 0, bytes).slice()),
      volume,
      format: { compression: zstd, frame, span },
      payloadKey: header.payloadKey,
    }
    const opened = (await ask(open)) as { result: { frames: Uint8Array[] } }
    expect(opened.result.frames).toHaveLength(4)
    expect(Buffer.compare(Buffer.concat(opened.result.frames), plain)).toBe(0)
    const damaged = await ask({ ...open, volume: { ...volume, sha256: '0'.repeat(64) } })
    expect(damaged).toMatchObject({
      error: {
        code: 'object-damaged',
        context: { key: volume.key },
        hint: expect.stringContaining('earlier backup'),
      },
    })
  })

  it('hashes streams side by side', async () => {
    const ask = serve()
    const plain = shared(sampleBytes(1000))
    expect(await ask({ type: 'hash', stream: 1, plain, bytes: 500 })).toEqual({ result: null })
    expect(await ask({ type: 'hash', stream: 2, plain, bytes: 1000 })).toEqual({ result: null })
    expect(await ask({ type: 'hash', stream: 1, plain, bytes: 500 })).toEqual({ result: null })
    const expected = await createBlake3()
    expected.update(sampleBytes(1000).subarray(0, 500))
    expected.update(sampleBytes(1000).subarray(0, 500))
    expect(await ask({ type: 'hash-end', stream: 1 })).toEqual({ result: { hex: expected.hex() } })
    const empty = (await createBlake3()).hex()
    expect(await ask({ type: 'hash-end', stream: 3 })).toEqual({ result: { hex: empty } })
  })

  it('answers an unexpected failure as internal, and goes on', async () => {
    const ask = serve()
    const broken = { type: 'hash', stream: 1, plain: 7, bytes: 5 } as unknown as Task
    expect(await ask(broken)).toMatchObject({
      error: { code: 'internal', cause: expect.stringContaining('TypeError') },
    })
    expect(await ask({ type: 'hash-end', stream: 9 })).toHaveProperty('result')
  })
})
