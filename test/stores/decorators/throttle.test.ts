import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { withThrottle } from '../../../src/stores/decorators/throttle.ts'
import { bytes, expectCode, get, never, put, sha256 } from '../../conformance/store-suite.ts'
import { createInstantClock } from '../../fakes/instant-clock.ts'
import { createMemoryStore } from '../../fakes/memory-store.ts'

const kibibyte = 1024

function throttled(bytesPerSecond: number) {
  const clock = createInstantClock()
  const memory = createMemoryStore('offsite', {}, clock)
  return { clock, memory, store: withThrottle(memory, { bytesPerSecond, clock }) }
}

test('keeps the name, the features and whether it streams', () => {
  const { memory, store } = throttled(1)
  expect(store).toMatchObject({ name: 'offsite', features: memory.features })
  const { putStream: _, ...silent } = memory
  expect(withThrottle(silent, { bytesPerSecond: 1, clock: createInstantClock() })).not.toHaveProperty(
    'putStream',
  )
})

test('sends at the rate, over all calls together, the first body at once', async () => {
  const { clock, store } = throttled(100 * kibibyte)
  await put(store, 'data/0', bytes(200 * kibibyte))
  expect(clock.monotonic()).toBe(0)
  await Promise.all([1, 2, 3].map((at) => put(store, `data/${at}`, bytes(100 * kibibyte))))
  expect(clock.slept).toEqual([2000, 1000, 1000])
  expect(clock.monotonic()).toBe(4000)
})

test('time that passed unused is not saved up', async () => {
  const { clock, store } = throttled(1000)
  await put(store, 'data/0', bytes(1000))
  clock.advance(60_000)
  await put(store, 'data/1', bytes(1000))
  await put(store, 'data/2', bytes(1000))
  expect(clock.slept).toEqual([1000])
})

test('fetches and streams at the rate', async () => {
  const { clock, memory, store } = throttled(1000)
  const chunks = (async function* () {
    for (let at = 0; at < 5; at++) yield bytes(1000, at)
  })()
  await store.putStream?.('data/streamed', chunks, { signal: never })
  expect(clock.monotonic()).toBe(4000)
  await put(memory, 'data/known', bytes(5000))
  expect(sha256(await buffer(await store.get('data/known', { signal: never })))).toBe(sha256(bytes(5000)))
  expect(clock.monotonic()).toBe(5000)
  await get(store, 'data/streamed', 0, 10)
  expect(clock.monotonic()).toBe(10_000)
})

test('a wait that is aborted ends with the reason and gives its time back', async () => {
  const { clock, store, memory } = throttled(1000)
  await put(store, 'data/0', bytes(10_000))
  const reason = new Error('cancelled')
  const controller = new AbortController()
  const body = bytes(10_000)
  const slow = withThrottle(memory, {
    bytesPerSecond: 1000,
    clock: { ...clock, sleep: () => Promise.reject(reason) },
  })
  await put(slow, 'data/1', body)
  const waiting = slow.put('data/2', body, { signal: controller.signal, sha256: sha256(body) })
  await expect(waiting).rejects.toBe(reason)
  expect(memory.objects.has('data/2')).toBe(false)
  controller.abort(reason)
  await expect(slow.put('data/2', body, { signal: controller.signal, sha256: 'x' })).rejects.toBe(reason)
})

test('no bandwidth is no configuration', async () => {
  const clock = createInstantClock()
  const open = async () => withThrottle(createMemoryStore(), { bytesPerSecond: 0, clock })
  await expectCode(open(), 'internal')
})
