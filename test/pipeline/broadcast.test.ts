import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { broadcast } from '../../src/pipeline/broadcast.ts'
import { createFanOut } from '../../src/pipeline/fan-out.ts'
import { systemClock } from '../../src/process/clock.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'

const never = new AbortController().signal

function source(chunks: number, onClose: () => void = () => undefined) {
  let asked = 0
  async function* generate(): AsyncGenerator<Uint8Array> {
    try {
      for (let number = 0; number < chunks; number++) {
        asked++
        yield Uint8Array.of(number)
      }
    } finally {
      onClose()
    }
  }
  return { body: generate(), asked: () => asked }
}

describe('a broadcast', () => {
  it('gives every reader everything, in step', async () => {
    const { body, asked } = source(20)
    const [fast, slow] = broadcast(body, 2)
    let behind = 0
    const reading = buffer(fast as AsyncIterable<Uint8Array>)
    for await (const chunk of slow as AsyncIterable<Uint8Array>) {
      await systemClock.sleep(1)
      behind = Math.max(behind, asked() - 1 - (chunk[0] ?? 0))
    }
    expect([...(await reading)]).toEqual([...Array(20).keys()])
    expect(behind).toBe(0)
  })

  it('goes on without readers that stop, never began, or stop while they wait', async () => {
    const { body } = source(10)
    const [stops, silent, waits, stays] = broadcast(body, 4)
    const whole = buffer(stays as AsyncIterable<Uint8Array>)
    const pending = waits?.next()
    await silent?.return()
    for await (const chunk of stops as AsyncIterable<Uint8Array>) {
      if (chunk[0] === 2) break
      if (chunk[0] === 0) {
        expect((await pending)?.value).toEqual(Uint8Array.of(0))
        void waits?.next()
        await waits?.return()
      }
    }
    expect([...(await whole)]).toEqual([...Array(10).keys()])
    expect(await silent?.next()).toEqual({ done: true, value: undefined })
  })

  it('closes the source when all have stopped', async () => {
    let closed = false
    const { body } = source(10, () => {
      closed = true
    })
    const readers = broadcast(body, 2)
    await Promise.all(readers.map((reader) => reader.next()))
    await readers[0]?.return()
    expect(closed).toBe(false)
    await readers[1]?.return()
    expect(closed).toBe(true)
  })

  it('passes a failure of the source to every reader', async () => {
    const failing = (async function* () {
      yield Uint8Array.of(1)
      throw new Error('the source broke')
    })()
    const results = await Promise.allSettled(broadcast(failing, 3).map((reader) => buffer(reader)))
    expect(results.map((result) => result.status === 'rejected' && String(result.reason))).toEqual(
      Array(3).fill('Error: the source broke'),
    )
  })
})

describe('one object from a stream at several destinations', () => {
  it('goes on without those that cannot, or give up unread', async () => {
    const [a, b] = [createMemoryStore('a'), createMemoryStore('b')]
    const { putStream, ...without } = createMemoryStore('without')
    expect(putStream).toBeTypeOf('function')
    const refusing = { ...b, putStream: () => Promise.reject(new Error('refused')) }
    const dropped: string[] = []
    const fan = createFanOut([without, refusing, a], {
      signal: never,
      clock: systemClock,
      onDropped: (name, error) => void dropped.push(`${name}: ${error}`),
    })
    await fan.putStream('one', (readers) => broadcast(source(50).body, readers), 50)
    expect(a.objects.get('one')?.body.length).toBe(50)
    expect(dropped.sort()).toEqual([
      'b: Error: refused',
      'without: HoldfastError: without cannot store an object from a stream',
    ])
    expect(fan.alive()).toEqual([a])
    expect(fan.sent().get('a')).toBe(50)
  })

  it('rejects with the last error when none is left', async () => {
    const refusing = { ...createMemoryStore('b'), putStream: () => Promise.reject(new Error('refused')) }
    const fan = createFanOut([refusing], { signal: never, clock: systemClock, onDropped: () => undefined })
    await expect(fan.putStream('one', (readers) => broadcast(source(5).body, readers))).rejects.toThrow(
      'refused',
    )
  })
})
