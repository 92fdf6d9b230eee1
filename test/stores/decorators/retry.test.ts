import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { HoldfastError } from '../../../src/errors/error.ts'
import { createFaults, type FaultPlan, withFaults } from '../../../src/stores/decorators/fault.ts'
import { type RetryEvent, type RetryOptions, withRetry } from '../../../src/stores/decorators/retry.ts'
import { bytes, expectCode, get, keys, never, put, sha256, text } from '../../conformance/store-suite.ts'
import { createInstantClock, type InstantClock } from '../../fakes/instant-clock.ts'
import { createMemoryStore, type MemoryStore } from '../../fakes/memory-store.ts'

let clock: InstantClock
let faults: FaultPlan
let memory: MemoryStore

function retrying(more: Partial<RetryOptions> = {}) {
  return withRetry(withFaults(memory, faults, { clock }), { clock, random: () => 0.5, ...more })
}

beforeEach(() => {
  clock = createInstantClock()
  faults = createFaults()
  memory = createMemoryStore('offsite', {}, clock)
})

test('keeps the name and the features of what it wraps, and whether it streams', () => {
  const store = retrying()
  expect(store.name).toBe('offsite')
  expect(store.features).toBe(memory.features)
  expect(store.putStream).toBeTypeOf('function')
  const { putStream: _, ...silent } = memory
  expect(withRetry(silent, { clock, random: () => 0 })).not.toHaveProperty('putStream')
})

test('rides out failures of every method with growing delays', async () => {
  for (const method of ['put', 'get', 'stat', 'list', 'delete'] as const)
    faults.on(method, { times: 3 }).error()
  const events: RetryEvent[] = []
  const store = retrying({ onRetry: (event) => events.push(event) })
  await put(store, 'data/a', text('a'))
  expect(clock.slept).toEqual([250, 500, 1000])
  expect(events.map(({ failures, delay, error }) => [failures, delay, error.code])).toEqual([
    [1, 250, 'store-unreachable'],
    [2, 500, 'store-unreachable'],
    [3, 1000, 'store-unreachable'],
  ])
  expect(String(await get(store, 'data/a'))).toBe('a')
  expect((await store.stat('data/a'))?.bytes).toBe(1)
  expect(await keys(store, '')).toEqual(['data/a'])
  await store.delete('data/a')
  expect(memory.objects.size).toBe(0)
  faults.verifyAllExercised()
})

test('gives up when 15 minutes are over, with the last error, and never waits longer than half a minute', async () => {
  faults.on('put', { times: Number.POSITIVE_INFINITY }).error()
  await expectCode(put(retrying(), 'data/a', text('a')), 'store-unreachable')
  expect(clock.monotonic()).toBeLessThanOrEqual(900_000)
  expect(clock.monotonic()).toBeGreaterThan(800_000)
  expect(Math.max(...clock.slept)).toBe(15_000)
})

test('spreads the delays over the whole span: jitter of 0 waits not at all', async () => {
  faults.on('put', { times: 4 }).error()
  await put(retrying({ random: () => 0 }), 'data/a', text('a'))
  expect(clock.slept).toEqual([0, 0, 0, 0])
})

test('does not repeat what would fail again', async () => {
  const refused = new HoldfastError('store-unwritable', 'no right to write')
  faults.on('put').error(refused)
  await expect(put(retrying(), 'data/a', text('a'))).rejects.toBe(refused)
  const bug = new TypeError('not a function')
  faults.on('stat').error(bug)
  await expect(retrying().stat('data/a')).rejects.toBe(bug)
  expect(clock.slept).toEqual([])
})

test('stops waiting when the signal says so, of the call or of the store', async () => {
  faults.on('any', { times: Number.POSITIVE_INFINITY }).error()
  const reason = new Error('cancelled')
  const controller = new AbortController()
  const store = retrying({ signal: controller.signal, onRetry: () => controller.abort(reason) })
  const signal = controller.signal
  await expect(store.put('data/a', text('a'), { signal, sha256: sha256(text('a')) })).rejects.toBe(reason)
  const aborted = retrying({ signal: AbortSignal.abort(reason) })
  await expectCode(aborted.stat('data/a'), 'store-unreachable')
  expect(clock.slept).toEqual([])
})

test('takes a create-only put for done whose first reply was lost', async () => {
  faults.on('put').reset()
  const stored = await put(retrying(), 'manifests/a', text('mine'), { when: { absent: true } })
  expect(stored).toMatchObject({ key: 'manifests/a', bytes: 4, sha256: sha256(text('mine')) })
  expect(faults.calls.put).toBe(2)
})

test('the same where the store keeps no hashes: the bytes are read back', async () => {
  const stat = async (key: string) => {
    const found = await memory.stat(key)
    if (!found) return undefined
    const { sha256: _, ...rest } = found
    return rest
  }
  faults.on('put').reset()
  const store = withRetry(withFaults({ ...memory, stat }, faults, { clock }), { clock, random: () => 0 })
  await put(store, 'manifests/a', text('mine'), { when: { absent: true } })
  expect(faults.calls.get).toBe(1)
})

test('the same for a swap', async () => {
  const { etag } = await put(memory, 'leases/a', text('old'))
  faults.on('put').reset()
  const stored = await put(retrying(), 'leases/a', text('new'), { when: { etag } })
  expect(stored.etag).toBe((await memory.stat('leases/a'))?.etag)
})

test('the same for a role that may list but not read, where the listing tells the MD5', async () => {
  const refuse = async () => {
    throw new HoldfastError('store-unreachable', 'the store does not let us read it')
  }
  async function* list(prefix: string) {
    for await (const object of memory.list(prefix)) {
      const body = memory.objects.get(object.key)?.body ?? new Uint8Array()
      yield { ...object, etag: createHash('md5').update(body).digest('hex') }
    }
  }
  const writer = { ...memory, stat: refuse, get: refuse, list }
  const store = withRetry(withFaults(writer, faults, { clock }), { clock, random: () => 0 })
  faults.on('put', { at: 0 }).reset()
  const stored = await put(store, 'data/a', text('mine'), { when: { absent: true } })
  expect(stored).toMatchObject({ key: 'data/a', bytes: 4 })
  await put(memory, 'data/b', text('they'))
  faults.on('put', { at: 2 }).error()
  await expectCode(put(store, 'data/b', text('mine'), { when: { absent: true } }), 'store-condition-failed')
  expect(faults.calls.put).toBe(4)
})

test('rides out failures while reading back, too', async () => {
  faults.on('put').reset()
  faults.on('stat', { times: 2 }).error()
  const stored = await put(retrying(), 'manifests/a', text('mine'), { when: { absent: true } })
  expect(stored.bytes).toBe(4)
  expect(faults.calls.put).toBe(2)
  faults.verifyAllExercised()
})

test("does not take somebody else's object for its own", async () => {
  await put(memory, 'manifests/a', text('them'))
  faults.on('put').error()
  await expectCode(
    put(retrying(), 'manifests/a', text('mine'), { when: { absent: true } }),
    'store-condition-failed',
  )
  await put(memory, 'manifests/b', text('of another length'))
  faults.on('put').error()
  await expectCode(
    put(retrying(), 'manifests/b', text('mine'), { when: { absent: true } }),
    'store-condition-failed',
  )
})

test('does not read back what failed at the first try: equal bytes of another are no success', async () => {
  await put(memory, 'manifests/a', text('mine'))
  await expectCode(
    put(retrying(), 'manifests/a', text('mine'), { when: { absent: true } }),
    'store-condition-failed',
  )
  expect(faults.calls.stat).toBe(0)
})

test('leaves the condition error where reading back is forbidden', async () => {
  faults.on('put').reset()
  faults.on('stat').error(new HoldfastError('store-unreachable', 'access denied'))
  await expectCode(
    put(retrying(), 'manifests/a', text('mine'), { when: { absent: true } }),
    'store-condition-failed',
  )
})

test('resumes a body that breaks off, whole and in part', async () => {
  const body = bytes(3_000_000, 4)
  await put(memory, 'data/a', body)
  faults.on('get', { at: 0 }).reset(1_000_000)
  faults.on('get', { at: 1 }).reset(500_000)
  faults.on('get', { at: 2 }).error()
  const whole = await get(retrying(), 'data/a')
  expect(sha256(whole)).toBe(sha256(body))
  expect(faults.calls.get).toBe(4)
  faults.on('get').reset(7)
  const part = await get(retrying(), 'data/a', 100, 2000)
  expect(part.equals(Buffer.from(body).subarray(100, 2100))).toBe(true)
  faults.verifyAllExercised()
})

test('starts a body again that broke before its first byte, also without ranges', async () => {
  memory = createMemoryStore('bare', { range: false }, clock)
  await put(memory, 'data/a', text('content'))
  faults.on('get', { times: 2 }).reset(0)
  expect(String(await get(retrying(), 'data/a'))).toBe('content')
  faults.on('get').reset(3)
  await expectCode(get(retrying(), 'data/a'), 'store-unreachable')
})

test('counts the 15 minutes anew after every piece that arrived', async () => {
  await put(memory, 'data/a', bytes(100, 1))
  for (let at = 0; at < 100; at++) faults.on('get', { at: at * 3 }).reset(1)
  for (let at = 0; at < 100; at++) faults.on('get', { at: at * 3 + 1, times: 2 }).error()
  const store = retrying({ first: 20_000, random: () => 1, limit: 100_000 })
  expect((await get(store, 'data/a')).equals(Buffer.from(bytes(100, 1)))).toBe(true)
  expect(clock.monotonic()).toBeGreaterThan(1_000_000)
})

test('an object that shrank meanwhile is damaged, not short', async () => {
  await put(memory, 'data/a', bytes(1000, 1))
  faults.on('get').reset(600)
  const store = retrying({ onRetry: () => void memory.objects.delete('data/a') })
  await expectCode(get(store, 'data/a'), 'object-damaged')
})

test('goes on with a listing behind its last key', async () => {
  for (let at = 0; at < 50; at++) await put(memory, `data/${String(at).padStart(3, '0')}`, text('x'))
  faults.on('list', { at: 0 }).reset(20)
  faults.on('list', { at: 1 }).error()
  faults.on('list', { at: 2 }).reset(30)
  const found = await keys(retrying(), 'data/')
  expect(found).toEqual([...memory.objects.keys()])
  expect(faults.calls.list).toBe(4)
})

test('does not repeat a stream, which cannot be read twice', async () => {
  faults.on('putStream').error()
  const stream = (async function* () {
    yield text('x')
  })()
  await expectCode(
    retrying().putStream?.('data/a', stream, { signal: never }) ?? Promise.resolve(),
    'store-unreachable',
  )
})

test('survives a storm: a fault at every second call, and nothing is lost', async () => {
  for (let at = 0; at < 400; at += 2) {
    const fault = faults.on('any', { at })
    if (at % 3) fault.error()
    else fault.reset(5)
  }
  const store = retrying()
  for (let at = 0; at < 20; at++) await put(store, `data/${at}`, bytes(1000, at), { when: { absent: true } })
  for (let at = 0; at < 20; at++) {
    const body = await get(store, `data/${at}`)
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256(bytes(1000, at)))
  }
  expect(await keys(store, 'data/')).toHaveLength(20)
})
