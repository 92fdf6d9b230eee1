import { expect, test } from 'vitest'
import { manifestKey } from '../../src/catalog/keys.ts'
import { extendLocks } from '../../src/catalog/locks.ts'
import type { Store } from '../../src/domain/store.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'

const { signal } = new AbortController()
const id = '20261119T100000Z-L0-aaaaaa'

test('a store that cannot lock says so', async () => {
  await expect(extendLocks(createMemoryStore(), [], new Date(), signal)).rejects.toMatchObject({
    code: 'store-unsupported',
  })
})

test('a backup whose manifest is gone cannot be locked', async () => {
  const store: Store = { ...createMemoryStore(), retain: async () => undefined }
  await expect(extendLocks(store, [{ job: 'app', id }], new Date(), signal)).rejects.toMatchObject({
    code: 'backup-not-found',
    message: expect.stringContaining(id),
  })
  expect(manifestKey('app', id)).toContain(id)
})
