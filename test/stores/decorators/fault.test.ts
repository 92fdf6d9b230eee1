import { beforeEach, expect, test } from 'vitest'
import { HoldfastError } from '../../../src/errors/error.ts'
import { createFaults, type FaultPlan, withFaults } from '../../../src/stores/decorators/fault.ts'
import {
  bytes,
  expectCode,
  get,
  keys,
  listed,
  never,
  put,
  sha256,
  text,
} from '../../conformance/store-suite.ts'
import { createInstantClock, type InstantClock } from '../../fakes/instant-clock.ts'
import { createMemoryStore, type MemoryStore } from '../../fakes/memory-store.ts'

let clock: InstantClock
let faults: FaultPlan
let memory: MemoryStore

function faulty() {
  return withFaults(memory, faults, { clock })
}

async function* stream() {
  yield text('abc')
  yield text('def')
}

beforeEach(async () => {
  clock = createInstantClock()
  faults = createFaults()
  memory = createMemoryStore('m', {}, clock)
  await put(memory, 'data/a', text('alpha'))
  await put(memory, 'data/b', text('beta'))
})

test('error: nothing happens', async () => {
  const mine = new HoldfastError('store-unwritable', 'mine')
  for (const method of ['put', 'putStream', 'get', 'stat', 'list', 'delete'] as const)
    faults.on(method).error(mine)
  const store = faulty()
  await expect(put(store, 'data/c', text('c'))).rejects.toBe(mine)
  await expect(store.putStream?.('data/c', stream(), { signal: never })).rejects.toBe(mine)
  await expect(get(store, 'data/a')).rejects.toBe(mine)
  await expect(store.stat('data/a')).rejects.toBe(mine)
  await expect(keys(store, '')).rejects.toBe(mine)
  await expect(store.delete('data/a')).rejects.toBe(mine)
  expect([...memory.objects.keys()]).toEqual(['data/a', 'data/b'])
  faults.verifyAllExercised()
  expect(await keys(store, '')).toEqual(['data/a', 'data/b'])
})

test('reset: it happened, the reply is lost; bodies and listings break off', async () => {
  faults.on('put').reset()
  faults.on('putStream').reset()
  faults.on('get', { at: 0 }).reset(2)
  faults.on('get', { at: 1 }).reset(5000)
  faults.on('stat').reset()
  faults.on('list', { at: 0 }).reset(1)
  faults.on('list', { at: 1 }).reset(99)
  faults.on('delete').reset()
  const store = faulty()
  const lost = await expectCode(put(store, 'data/c', text('c')), 'store-unreachable')
  expect(lost.retryable).toBe(true)
  expect(memory.objects.has('data/c')).toBe(true)
  await expectCode(
    store.putStream?.('data/d', stream(), { signal: never }) ?? Promise.resolve(),
    'store-unreachable',
  )
  expect(memory.objects.has('data/d')).toBe(true)
  let received = ''
  const reading = (async () => {
    for await (const chunk of await store.get('data/a', { signal: never })) received += chunk
  })()
  await expectCode(reading, 'store-unreachable')
  expect(received).toBe('al')
  await expectCode(get(store, 'data/a'), 'store-unreachable')
  await expectCode(store.stat('data/a'), 'store-unreachable')
  await expectCode(keys(store, ''), 'store-unreachable')
  await expectCode(keys(store, ''), 'store-unreachable')
  await expectCode(store.delete('data/a'), 'store-unreachable')
  expect(memory.objects.has('data/a')).toBe(false)
  faults.verifyAllExercised()
})

test('slow: it happens later', async () => {
  faults.on('any', { times: 2 }).slow(5000)
  await put(faulty(), 'data/c', text('c'))
  expect(clock.slept).toEqual([5000])
  await faulty().stat('data/c')
  expect(clock.slept).toEqual([5000, 5000])
})

test('short: ends silently', async () => {
  const store = faulty()
  faults.on('put').short(3)
  const claimed = await put(store, 'data/c', bytes(10))
  expect(claimed).toMatchObject({ bytes: 10, sha256: sha256(bytes(10)) })
  expect((await memory.stat('data/c'))?.bytes).toBe(3)
  faults.on('putStream').short(4)
  expect(await store.putStream?.('data/d', stream(), { signal: never })).toMatchObject({ bytes: 6 })
  expect(String(await get(memory, 'data/d'))).toBe('abcd')
  faults.on('get').short(3)
  expect(String(await get(store, 'data/a'))).toBe('alp')
  faults.on('list').short(1)
  expect(await keys(store, '')).toEqual(['data/a'])
  faults.on('stat').short(1)
  expect((await store.stat('data/a'))?.bytes).toBe(1)
  faults.verifyAllExercised()
})

test('lie: success without effect, wrong sizes, a flipped bit', async () => {
  const store = faulty()
  faults.on('put').lie()
  expect(await put(store, 'data/c', text('c'))).toMatchObject({ key: 'data/c', bytes: 1 })
  expect(memory.objects.has('data/c')).toBe(false)
  faults.on('putStream').lie()
  expect(await store.putStream?.('data/c', stream(), { signal: never })).toMatchObject({ bytes: 6 })
  expect(memory.objects.has('data/c')).toBe(false)
  faults.on('get').lie()
  expect(String(await get(store, 'data/a'))).toBe('`lpha')
  expect(String(await get(memory, 'data/a'))).toBe('alpha')
  faults.on('stat').lie()
  expect(await store.stat('data/a')).toBeUndefined()
  faults.on('list').lie()
  expect((await listed(store, '')).map((object) => object.bytes)).toEqual([6, 5])
  faults.on('delete').lie()
  await store.delete('data/a')
  expect(memory.objects.has('data/a')).toBe(true)
  faults.verifyAllExercised()
})

test('hits the call of the given index, of a method or of all', async () => {
  faults.on('stat', { at: 2 }).error()
  faults.on('any', { at: 4, times: 2 }).error()
  const store = faulty()
  const outcomes: string[] = []
  for (let call = 0; call < 7; call++) {
    const outcome = call % 2 ? get(store, 'data/a') : store.stat('data/a')
    outcomes.push(
      await outcome.then(
        () => 'ok',
        () => 'failed',
      ),
    )
  }
  expect(outcomes).toEqual(['ok', 'ok', 'ok', 'ok', 'failed', 'failed', 'ok'])
  expect(faults.calls).toMatchObject({ any: 7, stat: 4, get: 3 })
})

test('hits only keys that match, and only as often as told', async () => {
  faults.on('stat', { key: /b$/, times: 2 }).error()
  const store = faulty()
  await store.stat('data/a')
  await expectCode(store.stat('data/b'), 'store-unreachable')
  await expectCode(store.stat('data/b'), 'store-unreachable')
  expect((await store.stat('data/b'))?.bytes).toBe(4)
})

test('a planned fault that never came fails the test', async () => {
  faults.on('delete', { at: 3 }).lie()
  faults.on('put').error()
  await expectCode(put(faulty(), 'data/c', text('c')), 'store-unreachable')
  expect(() => faults.verifyAllExercised()).toThrow('planned faults did not happen: lie on delete 3')
})
