import { expect, test } from 'vitest'
import { readCatalogue } from '../../../src/catalog/listing.ts'
import { withOldestVersions } from '../../../src/stores/decorators/oldest-version.ts'
import { collect } from '../../catalog/collect.ts'
import { get, keys, listed, never, put, text } from '../../conformance/store-suite.ts'
import { createMemoryStore } from '../../fakes/memory-store.ts'
import { createVersionedStore } from '../../fakes/versioned-store.ts'

const folder = 'data/app/20261119T100000Z-L0-aaaaaa'

function scene() {
  const bucket = createVersionedStore()
  return { bucket, store: withOldestVersions(bucket) }
}

test('a store without versions stays what it is', () => {
  const store = createMemoryStore()
  expect(withOldestVersions(store)).toBe(store)
})

test('of a key that is created once the oldest version is read, listed and looked at, and the others are told', async () => {
  const { bucket, store } = scene()
  for (const key of ['holdfast.json', 'manifests/app/x.json', `${folder}/tree/0`, 'keys/app/x/1.age']) {
    const first = await put(bucket, key, text('first'))
    await put(bucket, key, text('second, and longer'))
    await put(bucket, key, text('third'))
    expect(String(await get(store, key))).toBe('first')
    expect(String(await get(store, key, 1, 3))).toBe('irs')
    expect(await store.stat(key)).toMatchObject({ etag: first.etag, bytes: 5 })
    expect(await listed(store, key)).toMatchObject([{ key, bytes: 5, tampered: 'overwritten' }])
  }
  expect(await keys(store, '')).toHaveLength(4)
})

test('deletion markers are seen through, wherever they lie', async () => {
  const { bucket, store } = scene()
  await put(bucket, 'manifests/app/a.json', text('a'))
  await bucket.delete('manifests/app/a.json')
  expect(await keys(bucket, '')).toEqual([])
  expect(await listed(store, '')).toMatchObject([{ key: 'manifests/app/a.json', tampered: 'deleted' }])
  expect(String(await get(store, 'manifests/app/a.json'))).toBe('a')
  await put(bucket, 'manifests/app/a.json', text('b'))
  expect(String(await get(store, 'manifests/app/a.json'))).toBe('a')
  expect(await listed(store, '')).toMatchObject([{ tampered: 'overwritten' }])
})

test('the same bytes twice are a repeated write, not tampering', async () => {
  const { bucket, store } = scene()
  await put(bucket, `${folder}/tree/0`, text('same'))
  await put(bucket, `${folder}/tree/0`, text('same'))
  const [found] = await listed(store, '')
  expect(found).toMatchObject({ bytes: 4 })
  expect(found).not.toHaveProperty('tampered')
})

test('an object of no bytes has no bytes', async () => {
  const { bucket, store } = scene()
  await put(bucket, 'holds/app/x.json', text(''))
  await put(bucket, 'holds/app/x.json', text('more'))
  expect(String(await get(store, 'holds/app/x.json'))).toBe('')
})

test('leases are read as they are, and deleted as the store deletes', async () => {
  const { bucket, store } = scene()
  await put(store, 'leases/job~app.json', text('1'))
  await put(store, 'leases/job~app.json', text('2'))
  expect(String(await get(store, 'leases/job~app.json'))).toBe('2')
  expect(await listed(store, 'leases/')).toMatchObject([{ bytes: 1 }])
  expect(await listed(store, '')).toHaveLength(1)
  expect(await store.stat('leases/job~app.json')).toMatchObject({ versionId: 'v2' })
  await store.delete('leases/job~app.json')
  expect(await keys(store, '')).toEqual([])
  expect(await collect(bucket.versions(''))).toHaveLength(3)
})

test('a deletion takes every version and marker of just this key, the oldest last', async () => {
  const { bucket, store } = scene()
  for (const body of ['1', '2']) await put(bucket, 'data/a', text(body))
  await bucket.delete('data/a')
  await put(bucket, 'data/a-b', text('stays'))
  const gone: unknown[] = []
  const watched = withOldestVersions({
    ...bucket,
    delete: (key, options) => {
      gone.push(options?.versionId)
      return bucket.delete(key, options)
    },
  })
  await watched.delete('data/a')
  await watched.delete('data/a')
  expect(gone).toEqual(['v3', 'v2', 'v1'])
  expect(await keys(store, '')).toEqual(['data/a-b'])
})

test('what is absent is absent', async () => {
  const { bucket, store } = scene()
  await bucket.delete('manifests/app/never.json')
  await expect(store.get('manifests/app/never.json', { signal: never })).rejects.toMatchObject({
    code: 'store-not-found',
  })
  await expect(store.get(`${folder}/tree/0`, { signal: never })).rejects.toMatchObject({
    code: 'store-not-found',
  })
  expect(await store.stat('manifests/app/never.json')).toBeUndefined()
  expect(await keys(store, '')).toEqual([])
})

test('the catalogue says which manifests were tampered with, and reads the version that it listed', async () => {
  const { bucket, store } = scene()
  const asked: unknown[] = []
  const watched = withOldestVersions({
    ...bucket,
    get: (key, options) => {
      asked.push([key, options.versionId])
      return bucket.get(key, options)
    },
  })
  const key = 'manifests/app/20261119T100000Z-L0-aaaaaa.json'
  await put(bucket, key, text('no manifest'))
  await put(bucket, key, text('another'))
  const catalogue = await readCatalogue(watched, 'app', { repository: 'x', signal: never })
  expect(catalogue.tampered).toEqual([{ key, how: 'overwritten' }])
  expect(catalogue.damaged).toMatchObject([{ key }])
  expect(asked).toEqual([[key, 'v1']])
  expect(store.features.versions).toBe(true)
})

test('locks go to the version that counts', async () => {
  const { bucket } = scene()
  const locked: unknown[] = []
  const store = withOldestVersions({
    ...bucket,
    retain: async (key, until, options) => void locked.push([key, until, options.versionId]),
  })
  await put(bucket, 'data/a', text('1'))
  await put(bucket, 'data/a', text('2'))
  const until = new Date()
  await store.retain?.('data/a', until, { signal: never })
  expect(locked).toEqual([['data/a', until, 'v1']])
})
