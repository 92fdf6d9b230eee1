import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/codec/hash.ts'
import type { Clock } from '../../src/domain/clock.ts'
import type { Store } from '../../src/domain/store.ts'
import { createFanOut } from '../../src/pipeline/fan-out.ts'
import { systemClock } from '../../src/process/clock.ts'
import { createManualClock } from '../catalog/manual-clock.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'

const never = new AbortController().signal
const body = Buffer.from('one volume')
const sha256 = sha256Hex(body)

function failing(name: string, error: Error, after = 0): Store {
  const store = createMemoryStore(name)
  let calls = 0
  return {
    ...store,
    put: (key, bytes, options) => (calls++ < after ? store.put(key, bytes, options) : Promise.reject(error)),
  }
}

/** Never finishes a put, but gives up when it is told to. */
function hanging(name: string): Store {
  return {
    ...createMemoryStore(name),
    put: (_key, _body, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      }),
  }
}

/** Finishes each put after `milliseconds` of the clock. */
function slow(name: string, clock: Clock, milliseconds: number): Store {
  const store = createMemoryStore(name)
  return {
    ...store,
    async put(key, bytes, options) {
      await clock.sleep(milliseconds, options.signal)
      return store.put(key, bytes, options)
    },
  }
}

function watch(clock: Clock = systemClock, stallAfterMs = 100) {
  const dropped: { name: string; error: unknown }[] = []
  return {
    dropped,
    options: {
      clock,
      stallAfterMs,
      onDropped: (name: string, error: unknown) => void dropped.push({ name, error }),
    },
  }
}

describe('the fan-out', () => {
  it('takes what is there already for the same where a run goes on, and only then', async () => {
    const store = createMemoryStore('a')
    await store.put('key', body, { signal: never, sha256 })
    const { dropped, options } = watch()
    const going = createFanOut([store], { ...options, signal: never, mayExist: true })
    await going.put('key', body, sha256)
    expect(going.sent()).toEqual(new Map([['a', 0]]))
    const longer = Buffer.concat([body, body])
    await expect(going.put('key', longer, sha256Hex(longer))).rejects.toMatchObject({
      code: 'store-condition-failed',
    })
    const fresh = createFanOut([store], { ...options, signal: never })
    await expect(fresh.put('key', body, sha256)).rejects.toMatchObject({ code: 'store-condition-failed' })
    expect(dropped).toHaveLength(2)
  })

  it('stores everything everywhere and counts it', async () => {
    const [a, b] = [createMemoryStore('a'), createMemoryStore('b')]
    const { dropped, options } = watch()
    const fan = createFanOut([a, b], { ...options, signal: never })
    await Promise.all(['x', 'y'].map((key) => fan.put(key, body, sha256)))
    expect([...a.objects.keys()].sort()).toEqual(['x', 'y'])
    expect([...b.objects.keys()].sort()).toEqual(['x', 'y'])
    expect(fan.alive()).toEqual([a, b])
    expect(fan.sent()).toEqual(
      new Map([
        ['a', 20],
        ['b', 20],
      ]),
    )
    expect(dropped).toEqual([])
  })

  it('drops a destination that fails and goes on with the others', async () => {
    const error = new Error('bucket is gone')
    const [a, b] = [createMemoryStore('a'), failing('b', error, 1)]
    const { dropped, options } = watch()
    const fan = createFanOut([a, b], { ...options, signal: never })
    for (const key of ['x', 'y', 'z']) await fan.put(key, body, sha256)
    expect(dropped).toEqual([{ name: 'b', error }])
    expect(fan.alive()).toEqual([a])
    expect(fan.sent()).toEqual(
      new Map([
        ['a', 30],
        ['b', 10],
      ]),
    )
  })

  it('rejects with the last error when none is left, and ever after', async () => {
    const fan = createFanOut([failing('a', new Error('first')), failing('b', new Error('second'), 1)], {
      ...watch().options,
      signal: never,
    })
    await fan.put('x', body, sha256)
    await expect(fan.put('y', body, sha256)).rejects.toThrow('second')
    await expect(fan.put('z', body, sha256)).rejects.toThrow('second')
    expect(fan.alive()).toEqual([])
    await expect(
      createFanOut([], { ...watch().options, signal: never }).put('x', body, sha256),
    ).rejects.toThrow('no destination')
  })

  it('drops a destination that stalls the others', async () => {
    const a = createMemoryStore('a')
    const clock = createManualClock()
    const { dropped, options } = watch(clock)
    const fan = createFanOut([hanging('b'), a, hanging('c')], { ...options, signal: never })
    const putting = Promise.all(['x', 'y'].map((key) => fan.put(key, body, sha256)))
    await clock.advance(99)
    expect(dropped).toEqual([])
    await clock.advance(1)
    await putting
    // Both watches end in the same instant; which is heard first is nobody's promise.
    expect(dropped.map(({ name }) => name).sort()).toEqual(['b', 'c'])
    for (const { name, error } of dropped) {
      expect(error).toMatchObject({ code: 'store-stalled', context: { destination: name } })
    }
    expect(fan.alive()).toEqual([a])
    await fan.put('z', body, sha256)
    expect(a.objects.size).toBe(3)
  })

  it('lets a slow one be slow as long as it gets on', async () => {
    const clock = createManualClock()
    const { dropped, options } = watch(clock, 400)
    const fan = createFanOut([createMemoryStore('a'), slow('b', clock, 399)], { ...options, signal: never })
    for (const key of ['x', 'y', 'z', 'w']) {
      const putting = fan.put(key, body, sha256)
      await clock.advance(399)
      await putting
    }
    expect(dropped).toEqual([])
    expect(fan.sent().get('b')).toBe(40)
  })

  it('never drops an only destination for being slow', async () => {
    const clock = createManualClock()
    const { dropped, options } = watch(clock, 20)
    const fan = createFanOut([slow('a', clock, 120)], { ...options, signal: never })
    const putting = fan.put('x', body, sha256)
    await clock.advance(120)
    await putting
    expect(dropped).toEqual([])
  })

  it('an abort is no failure of a destination', async () => {
    const controller = new AbortController()
    const { dropped, options } = watch()
    const fan = createFanOut([hanging('a'), hanging('b')], { ...options, signal: controller.signal })
    const putting = fan.put('x', body, sha256)
    controller.abort(new Error('interrupted'))
    await expect(putting).rejects.toThrow('interrupted')
    expect(dropped).toEqual([])
    await expect(fan.put('y', body, sha256)).rejects.toThrow('interrupted')
  })
})
