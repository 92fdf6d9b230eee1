import { beforeEach, describe, expect, it } from 'vitest'
import { type CommitOptions, commitBackup } from '../../src/catalog/commit.ts'
import { encodeManifest } from '../../src/catalog/manifest.ts'
import { sha256Of } from '../../src/catalog/object-io.ts'
import { readManifest } from '../../src/catalog/read-manifest.ts'
import { createTombstone } from '../../src/catalog/tombstones.ts'
import type { ObjectReference } from '../../src/domain/manifest.ts'
import type { Store, StoredObject } from '../../src/domain/store.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { createInstantClock, type InstantClock } from '../fakes/instant-clock.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { putBytes, putManifest, type Stored, sampleManifest, signal } from './samples.ts'

const job = 'app-db'
const id = '20261121T030000Z-L0-abcdef'
const manifestKey = `manifests/${job}/${id}.json`
const manifest = encodeManifest(sampleManifest({ id, job }))

let store: MemoryStore
let clock: InstantClock
let objects: ObjectReference[]
let parent: Stored

beforeEach(async () => {
  store = createMemoryStore()
  clock = createInstantClock()
  objects = []
  const paths = [
    `data/${job}/${id}/dump/00000000-aa`,
    `data/${job}/${id}/meta-bb`,
    `state/${job}/${id}.age`,
    `keys/${job}/${id}/1.age`,
    'dumps/one.dump',
  ]
  for (const key of paths) {
    const body = Buffer.from(`the bytes of ${key}`)
    await putBytes(store, key, body)
    objects.push({ key, bytes: body.length, sha256: sha256Of(body) })
  }
  parent = await putManifest(store, { id: '20261120T030000Z-L0-aaaaaa' })
})

const commit = (options: Partial<CommitOptions> = {}) =>
  commitBackup({
    store,
    job,
    id,
    manifest,
    parents: [parent],
    objects,
    enforced: true,
    clock,
    signal,
    ...options,
  })
const isListed = () => store.objects.has(manifestKey)
/** A listing that shows what `change` makes of it. */
const listing = (change: (object: StoredObject) => StoredObject | undefined): Store => ({
  ...store,
  async *list(prefix) {
    for await (const object of store.list(prefix)) {
      const changed = change(object)
      if (changed) yield changed
    }
  },
})

describe('a commit', () => {
  it.each([true, false])('writes the manifest last, hashes enforced %s', async (enforced) => {
    const stored = await commit({ enforced })
    expect(stored).toMatchObject({ key: manifestKey, bytes: manifest.length })
    expect((await readManifest(store, job, id, { signal, sha256: sha256Of(manifest) })).manifest.id).toBe(id)
    expect(clock.slept).toEqual([])
  })

  it('without a right to read needs none but to list', async () => {
    const blind = { ...store, get: () => Promise.reject(new Error('denied')) }
    await commit({ store: blind, parents: [] })
    expect(isListed()).toBe(true)
  })

  it('works where the store has no create-only writes', async () => {
    const plain = createMemoryStore('plain', { createOnly: false })
    for (const [key, { body }] of store.objects) await putBytes(plain, key, body)
    await commit({ store: plain })
    await expect(
      commit({ store: plain, manifest: encodeManifest(sampleManifest({ id, host: 'b' })) }),
    ).rejects.toMatchObject({ code: 'commit-conflict' })
  })

  it.each([0, 1, 2, 3, 4])('is refused when object %d is missing, after a while', async (at) => {
    await store.delete(objects[at]?.key ?? '')
    await expect(commit()).rejects.toMatchObject({
      code: 'store-lied',
      message: `memory took ${objects[at]?.key} and does not list it`,
    })
    expect(isListed()).toBe(false)
    expect(clock.slept).toEqual([500, 2000, 5000])
  })

  it('is refused when an object is listed with another size', async () => {
    const short = listing((object) => (object.key.startsWith('state/') ? { ...object, bytes: 3 } : object))
    await expect(commit({ store: short })).rejects.toThrow('and lists 3 bytes of')
    expect(isListed()).toBe(false)
  })

  it('waits for a listing that lags', async () => {
    const lagging = listing((object) =>
      clock.monotonic() < 2000 && object.key.startsWith('keys/') ? undefined : object,
    )
    await commit({ store: lagging })
    expect(clock.slept).toEqual([500, 2000])
    expect(isListed()).toBe(true)
  })

  it('reads everything back where hashes are not enforced', async () => {
    const [first] = objects
    if (!first) throw new Error('there are objects')
    const body = Buffer.from(store.objects.get(first.key)?.body ?? [])
    body[3] = 0
    await putBytes(store, first.key, body)
    await commit({ enforced: true })
    await store.delete(manifestKey)
    await expect(commit({ enforced: false })).rejects.toThrow('gives back other bytes')
    const forgetful = {
      ...store,
      get: () => Promise.reject(new HoldfastError('store-not-found', 'gone')),
    }
    await expect(commit({ store: forgetful, parents: [], enforced: false })).rejects.toThrow('has it no more')
    const broken = { ...store, get: () => Promise.reject(new HoldfastError('store-unreachable', 'no route')) }
    await expect(commit({ store: broken, parents: [], enforced: false })).rejects.toThrow('no route')
    expect(isListed()).toBe(false)
  })

  it('is refused when an ancestor is gone, replaced or a tombstone', async () => {
    await putManifest(store, { id: parent.manifest.id, host: 'forged' })
    await expect(commit()).rejects.toMatchObject({
      code: 'parent-missing',
      message: expect.stringContaining('was replaced'),
    })
    await store.delete(parent.key)
    await expect(commit()).rejects.toMatchObject({
      code: 'parent-missing',
      message: expect.stringContaining('is gone'),
    })
    await createTombstone(store, job, parent.manifest.id, clock.now(), signal)
    await expect(commit()).rejects.toMatchObject({ code: 'parent-missing' })
    expect(isListed()).toBe(false)
  })

  it('is refused over a tombstone and over another manifest, both untouched', async () => {
    await createTombstone(store, job, id, new Date('2026-11-22T00:00:00Z'), signal)
    await expect(commit()).rejects.toMatchObject({
      code: 'commit-conflict',
      message: expect.stringContaining('gave up this run at 2026-11-22T00:00:00.000Z'),
    })
    await expect(readManifest(store, job, id, { signal })).rejects.toMatchObject({ code: 'backup-not-found' })
    const other = await putManifest(store, { id, host: 'other' })
    await expect(commit()).rejects.toMatchObject({
      code: 'commit-conflict',
      message: expect.stringContaining('another manifest'),
    })
    expect(Buffer.from(store.objects.get(manifestKey)?.body ?? [])).toEqual(Buffer.from(other.bytes))
  })

  it('that meets itself is done: the first answer was lost', async () => {
    await commit()
    await expect(commit()).resolves.toMatchObject({ key: manifestKey })
  })

  it('does not believe a 200 alone', async () => {
    const lying: Store = {
      ...store,
      put: async (key, body) => ({ key, bytes: body.byteLength, etag: 'x', modified: new Date(0) }),
    }
    await expect(commit({ store: lying })).rejects.toMatchObject({
      code: 'store-lied',
      message: expect.stringContaining(manifestKey),
    })
    let looks = 0
    const fleeting = listing((object) => (object.key === manifestKey && ++looks > 1 ? undefined : object))
    await expect(commit({ store: fleeting })).rejects.toThrow('and does so no more')
  })

  it('stops when asked to', async () => {
    await expect(commit({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
    expect(isListed()).toBe(false)
  })
})

describe('reading one manifest', () => {
  it('tells absence, replacement and damage apart', async () => {
    const options = { signal }
    await expect(readManifest(store, job, id, options)).rejects.toMatchObject({ code: 'backup-not-found' })
    const { id: there } = parent.manifest
    expect((await readManifest(store, job, there, options)).sha256).toBe(parent.sha256)
    await expect(readManifest(store, job, there, { signal, sha256: '0'.repeat(64) })).rejects.toThrow(
      'not the one that was listed',
    )
    await putBytes(store, parent.key, parent.bytes.subarray(1))
    await expect(readManifest(store, job, there, options)).rejects.toMatchObject({ code: 'manifest-damaged' })
  })
})
