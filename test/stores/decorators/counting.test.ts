import { expect, test } from 'vitest'
import { withCounting } from '../../../src/stores/decorators/counting.ts'
import { createFaults, withFaults } from '../../../src/stores/decorators/fault.ts'
import { bytes, expectCode, get, keys, never, put } from '../../conformance/store-suite.ts'
import { createInstantClock } from '../../fakes/instant-clock.ts'
import { createMemoryStore } from '../../fakes/memory-store.ts'

test('counts the bytes both ways and the calls', async () => {
  const faults = createFaults()
  const store = withCounting(withFaults(createMemoryStore(), faults, { clock: createInstantClock() }))
  faults.on('put', { at: 1 }).error()
  await put(store, 'data/a', bytes(1000))
  await expectCode(put(store, 'data/b', bytes(500)), 'store-unreachable')
  const stream = (async function* () {
    yield bytes(30)
    yield bytes(40)
  })()
  await store.putStream?.('data/c', stream, { signal: never })
  await get(store, 'data/a')
  await get(store, 'data/a', 10, 20)
  await store.stat('data/a')
  await keys(store, '')
  await store.delete('data/a')
  expect(store.counts).toEqual({
    sentBytes: 1570,
    fetchedBytes: 1020,
    calls: { put: 2, putStream: 1, get: 2, stat: 1, list: 1, delete: 1 },
  })
})
