import { expect, test } from 'vitest'
import { readOnly } from '../../../src/stores/decorators/read-only.ts'
import { expectCode, get, keys, never, put, text } from '../../conformance/store-suite.ts'
import { createMemoryStore } from '../../fakes/memory-store.ts'

test('reads, and refuses every change with exit status 7', async () => {
  const memory = createMemoryStore('offsite')
  await put(memory, 'data/a', text('a'))
  const store = readOnly(memory)
  expect(store).toMatchObject({ name: 'offsite', features: memory.features })
  expect(String(await get(store, 'data/a'))).toBe('a')
  expect((await store.stat('data/a'))?.bytes).toBe(1)
  expect(await keys(store, 'data/')).toEqual(['data/a'])

  const stream = (async function* () {})()
  const attempts = [
    put(store, 'data/b', text('b')),
    store.delete('data/a'),
    store.putStream?.('data/b', stream, { signal: never }) ?? Promise.resolve(),
  ]
  for (const attempt of attempts) expect((await expectCode(attempt, 'read-only')).exitStatus).toBe(7)
  expect([...memory.objects.keys()]).toEqual(['data/a'])
})

test('has no streams where the store has none', () => {
  const { putStream: _, ...silent } = createMemoryStore()
  expect(readOnly(silent)).not.toHaveProperty('putStream')
})
