import { expect, test } from 'vitest'
import { leasedJobs } from '../../src/catalog/leased-jobs.ts'
import { createTombstone } from '../../src/catalog/tombstones.ts'
import type { Store } from '../../src/domain/store.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'

const { signal } = new AbortController()

test('every job that ever held a lease is named, of either kind, and nothing else', async () => {
  const store = createMemoryStore('offsite')
  const body = Buffer.from('{}')
  for (const key of [
    'leases/job~tree.json',
    'leases/job~app-db.json',
    'leases/job~old.name/0123abcd.json',
    'leases/job~old.name/4567abcd.json',
    'leases/cleanup.json',
    'leases/_doctor.json',
    'leases/job~UPPER.json',
    'leases/job~.json',
    'manifests/never/20261121T030000Z-L0-aaaaaa.json',
  ])
    store.objects.set(key, { object: { key, bytes: 2, etag: '"1"', modified: new Date(0) }, body })
  expect(await leasedJobs(store)).toEqual(['app-db', 'old.name', 'tree'])
  expect(await leasedJobs(createMemoryStore('empty'))).toEqual([])
})

test('a tombstone that a store cut short is taken back, and told', async () => {
  const memory = createMemoryStore('liar')
  const cutting: Store = {
    ...memory,
    async put(key, body, options) {
      const stored = await memory.put(key, body, options)
      const kept = memory.objects.get(key)
      if (kept) memory.objects.set(key, { ...kept, body: Buffer.from(body.subarray(0, 10)) })
      return stored
    },
  }
  const id = '20261121T030000Z-L0-aaaaaa'
  await expect(createTombstone(cutting, 'home', id, new Date(), signal)).rejects.toMatchObject({
    code: 'store-lied',
    context: { destination: 'liar' },
  })
  expect([...memory.objects.keys()]).toEqual([])
  await createTombstone(memory, 'home', id, new Date(), signal)
  expect(await createTombstone(memory, 'home', id, new Date(), signal)).toBeUndefined()
})
