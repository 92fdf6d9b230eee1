import { expect, test } from 'vitest'
import { type DryOperation, dryRun } from '../../../src/stores/decorators/dry-run.ts'
import { expectCode, get, keys, never, put, sha256, text } from '../../conformance/store-suite.ts'
import { createInstantClock } from '../../fakes/instant-clock.ts'
import { createMemoryStore } from '../../fakes/memory-store.ts'

function rehearsal(features = {}) {
  const clock = createInstantClock()
  const memory = createMemoryStore('offsite', features, clock)
  const operations: DryOperation[] = []
  return { memory, operations, store: dryRun(memory, { clock, report: (each) => operations.push(each) }) }
}

test('changes nothing, reports everything, and reads what is really there', async () => {
  const { memory, operations, store } = rehearsal()
  await put(memory, 'data/a', text('alpha'))
  expect(store).toMatchObject({ name: 'offsite', features: memory.features })
  const stored = await put(store, 'data/b', text('beta'))
  expect(stored).toMatchObject({ key: 'data/b', bytes: 4, sha256: sha256(text('beta')) })
  await store.delete('data/a')
  const stream = (async function* () {
    yield text('str')
    yield text('eam')
  })()
  await store.putStream?.('data/c', stream, { signal: never })
  expect(operations).toEqual([
    { type: 'put', key: 'data/b', bytes: 4 },
    { type: 'delete', key: 'data/a' },
    { type: 'put', key: 'data/c', bytes: 6 },
  ])
  expect(await keys(store, '')).toEqual(['data/a'])
  expect(String(await get(store, 'data/a'))).toBe('alpha')
  expect(await store.stat('data/b')).toBeUndefined()
})

test('fails where the run would fail', async () => {
  const { memory, operations, store } = rehearsal()
  const { etag } = await put(memory, 'data/a', text('alpha'))
  await expectCode(put(store, 'data/a', text('x'), { when: { absent: true } }), 'store-condition-failed')
  await expectCode(put(store, 'data/a', text('x'), { when: { etag: 'old' } }), 'store-condition-failed')
  await expectCode(
    store.put('data/b', text('x'), { signal: never, sha256: 'wrong' }),
    'store-checksum-mismatch',
  )
  const signal = AbortSignal.abort(new Error('cancelled'))
  await expect(store.put('data/b', text('x'), { signal, sha256: sha256(text('x')) })).rejects.toThrow(
    'cancelled',
  )
  expect(operations).toEqual([])
  await put(store, 'data/a', text('x'), { when: { etag } })
  await put(store, 'data/b', text('x'), { when: { absent: true } })
  expect(operations).toHaveLength(2)
})

test('has no conditions where the store has none', async () => {
  const { store } = rehearsal({ createOnly: false, compareAndSwap: false })
  await expectCode(put(store, 'data/a', text('x'), { when: { absent: true } }), 'store-unsupported')
  await expectCode(put(store, 'data/a', text('x'), { when: { etag: 'x' } }), 'store-unsupported')
})
