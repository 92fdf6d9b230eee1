import { describe, expect, test } from 'vitest'
import { collectGarbage, findGarbage, removeOldTombstones } from '../../src/catalog/garbage.ts'
import { type DeletionOptions, deleteBackup } from '../../src/catalog/garbage-deletion.ts'
import { holdKey, manifestKey } from '../../src/catalog/keys.ts'
import { encodeTombstone, parseTombstone } from '../../src/catalog/tombstones.ts'
import type { Store, StoredObject } from '../../src/domain/store.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { collect } from './collect.ts'

const now = new Date('2026-11-21T10:00:00Z')
const hour = 3_600_000
const { signal } = new AbortController()
const dead = '20261119T100000Z-L0-aaaaaa'
const good = '20261118T100000Z-L0-bbbbbb'

function ago(hours: number): Date {
  return new Date(now.getTime() - hours * hour)
}

function keep(store: MemoryStore, key: string, modified: Date, text = 'x'): void {
  const body = Buffer.from(text)
  store.objects.set(key, { object: { key, bytes: body.byteLength, etag: `"${key}"`, modified }, body })
}

function keepRun(store: MemoryStore, job: string, id: string, modified: Date): void {
  keep(store, `data/${job}/${id}/dump/00000000-0123456789ab`, modified)
  keep(store, `data/${job}/${id}/volumes-0123456789ab.jsonl.zst`, modified)
  keep(store, `data/${job}/${id}/index/root-0123456789ab`, modified)
  keep(store, `keys/${job}/${id}/1.age`, modified)
  keep(store, `state/${job}/${id}.age`, modified)
}

function scene(features: Parameters<typeof createMemoryStore>[1] = {}) {
  const store = createMemoryStore('offsite', features)
  const deleted: string[] = []
  const options = {
    now,
    signal,
    assertHeld: () => undefined,
    onDeleted: (object) => deleted.push(object.key),
  } satisfies DeletionOptions
  const find = (manifests: string[] = [], more: { job?: string; graceMs?: number } = {}) =>
    collect(findGarbage(store, { now, signal, manifests: new Set(manifests), ...more }))
  return { store, deleted, options, find }
}

describe('garbage', () => {
  test('is a run without a manifest, judged by the newest of its objects', async () => {
    const { store, find } = scene()
    keepRun(store, 'app', dead, ago(48))
    keepRun(store, 'app', good, ago(72))
    expect(await find([good])).toEqual([
      { job: 'app', id: dead, objects: 5, bytes: 5, newest: ago(48), held: false },
    ])
    keep(store, `data/app/${dead}/dump/00000009-0123456789ab`, ago(23))
    expect(await find([good])).toEqual([])
    expect(await find([good], { graceMs: hour })).toHaveLength(1)
  })

  test('is found by any one object of a run, and nowhere else', async () => {
    const { store, find } = scene()
    keep(store, `keys/a/${dead}/1.age`, ago(48))
    keep(store, `state/b/${dead}.age`, ago(48))
    keep(store, `data/c/${dead}/meta-0123456789ab`, ago(48))
    for (const key of [
      'data/README',
      `data/a/not-an-id/x`,
      `proofs/p/${dead}/20261119T100000.000Z.json`,
      `logs/l/${dead}.json`,
      `holds/h/${dead}.json`,
      'leases/cleanup.json',
      'holdfast.json',
    ]) {
      keep(store, key, ago(4800))
    }
    expect((await find()).map(({ job }) => job)).toEqual(['a', 'b', 'c'])
  })

  test('keeps the runs of jobs apart whose names sort around the slash', async () => {
    const { store, find } = scene()
    const jobs = ['a', 'a-b', 'a.b', 'a0', 'a_b', 'ab']
    const ids = [dead, '20261119T100000Z-L1-aaaaaa', '20261119T100000Z-L10-aaaaaa']
    for (const job of jobs) for (const id of ids) keepRun(store, job, id, ago(48))
    const found = await find()
    expect(found).toHaveLength(jobs.length * ids.length)
    expect(found.every(({ objects }) => objects === 5)).toBe(true)
    expect(await find([], { job: 'a' })).toHaveLength(ids.length)
  })

  test('is deleted after its manifest key was taken, wraps first', async () => {
    const { store, deleted, options, find } = scene()
    keepRun(store, 'app', dead, ago(48))
    const [run] = await find()
    expect(await collectGarbage(store, run ?? { job: '', id: '' }, options)).toEqual({
      job: 'app',
      id: dead,
      outcome: 'collected',
      objects: 5,
      bytes: 5,
      locked: 0,
    })
    expect(deleted.map((key) => key.split('/')[0])).toEqual(['keys', 'data', 'data', 'data', 'state'])
    expect([...store.objects.keys()]).toEqual([manifestKey('app', dead)])
    expect(parseTombstone(store.objects.get(manifestKey('app', dead))?.body ?? new Uint8Array())).toEqual(now)
    expect(await find()).toEqual([])
  })

  test('is collected to its end after a cleanup that died in the middle', async () => {
    const { store, options, find } = scene()
    keepRun(store, 'app', dead, ago(48))
    let left = 2
    const dying: Store = {
      ...store,
      delete: async (key) => {
        if (left-- === 0) throw new HoldfastError('store-unreachable', 'cut off')
        await store.delete(key)
      },
    }
    await expect(collectGarbage(dying, { job: 'app', id: dead }, options)).rejects.toMatchObject({
      code: 'store-unreachable',
    })
    const [run] = await find()
    expect(await collectGarbage(store, run ?? { job: '', id: '' }, options)).toMatchObject({
      outcome: 'collected',
    })
    expect(store.objects.size).toBe(1)
  })

  test('is left alone where it was committed, became active or is held meanwhile', async () => {
    const { store, options } = scene()
    const name = { job: 'app', id: dead }
    keepRun(store, 'app', dead, ago(48))
    keep(store, manifestKey('app', dead), ago(1), JSON.stringify({ payload: 'x'.repeat(1000) }))
    expect(await collectGarbage(store, name, options)).toMatchObject({ outcome: 'committed', objects: 0 })
    keep(store, manifestKey('app', dead), ago(1), '{"payload":""}')
    expect(await collectGarbage(store, name, options)).toMatchObject({ outcome: 'committed' })
    store.objects.delete(manifestKey('app', dead))
    keep(store, holdKey('app', dead), ago(1))
    expect(await collectGarbage(store, name, options)).toMatchObject({ outcome: 'held' })
    store.objects.delete(holdKey('app', dead))
    keep(store, `data/app/${dead}/dump/00000001-0123456789ab`, ago(1))
    expect(await collectGarbage(store, name, options)).toMatchObject({ outcome: 'active' })
    expect(store.objects.size).toBe(6)
  })

  test('names runs whose manifest is gone although they are held', async () => {
    const { store, find } = scene()
    keepRun(store, 'app', dead, ago(48))
    keep(store, holdKey('app', dead), ago(48))
    expect(await find()).toMatchObject([{ id: dead, held: true }])
  })

  test('needs --exclusive where a late commit cannot be kept out', async () => {
    const { store, options } = scene({ createOnly: false, compareAndSwap: false })
    keepRun(store, 'app', dead, ago(48))
    const name = { job: 'app', id: dead }
    await expect(collectGarbage(store, name, options)).rejects.toMatchObject({ code: 'exclusive-needed' })
    expect(store.objects.size).toBe(5)
    const collected = await collectGarbage(store, name, { ...options, exclusive: true })
    expect(collected).toMatchObject({ outcome: 'collected', objects: 5 })
  })

  test('is not touched without the lease', async () => {
    const { store, options } = scene()
    keepRun(store, 'app', dead, ago(48))
    const lost = () => {
      throw new HoldfastError('lease-lost', 'lost')
    }
    const name = { job: 'app', id: dead }
    await expect(collectGarbage(store, name, { ...options, assertHeld: lost })).rejects.toMatchObject({
      code: 'lease-lost',
    })
    await expect(deleteBackup(store, 'app', dead, { ...options, assertHeld: lost })).rejects.toMatchObject({
      code: 'lease-lost',
    })
    expect(store.objects.size).toBe(5)
  })

  test('of a million objects is found and collected in flat memory', async () => {
    const { options } = scene()
    const count = 1_000_000
    let gone = 0
    const tombstones = createMemoryStore()
    async function* list(prefix: string): AsyncGenerator<StoredObject> {
      if (!prefix.startsWith('data/') || gone >= count) return
      for (let i = 0; i < count; i++) {
        const key = `data/app/${dead}/dump/${String(i).padStart(8, '0')}-0123456789ab`
        yield { key, bytes: 1, etag: '"1"', modified: ago(48) }
      }
    }
    const huge: Store = {
      ...tombstones,
      list: (prefix) => (prefix.startsWith('holds/') ? tombstones.list(prefix) : list(prefix)),
      delete: async () => {
        gone += 1
      },
    }
    const before = process.memoryUsage().heapUsed
    const [run] = await collect(findGarbage(huge, { now, signal, manifests: new Set() }))
    expect(run).toMatchObject({ objects: count })
    const { onDeleted, ...quiet } = options
    expect(onDeleted).toBeDefined()
    expect(await collectGarbage(huge, run ?? { job: '', id: '' }, quiet)).toMatchObject({ objects: count })
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 1024 * 1024)
  }, 60_000)
})

describe('a tombstone', () => {
  const listed = (store: MemoryStore, id: string) => ({
    job: 'app',
    id,
    object: store.objects.get(manifestKey('app', id))?.object as StoredObject,
  })

  test('goes after 90 days by the store, once nothing is left of its run', async () => {
    const { store, options } = scene()
    const text = Buffer.from(encodeTombstone(ago(0))).toString()
    keep(store, manifestKey('app', dead), ago(91 * 24), text)
    keep(store, manifestKey('app', good), ago(89 * 24), text)
    const both = [listed(store, dead), listed(store, good)]
    keep(store, `keys/app/${dead}/1.age`, ago(92 * 24))
    expect(await removeOldTombstones(store, both, options)).toBe(0)
    store.objects.delete(`keys/app/${dead}/1.age`)
    expect(await removeOldTombstones(store, both, options)).toBe(1)
    expect([...store.objects.keys()]).toEqual([manifestKey('app', good)])
  })

  test('that is a manifest after all is not deleted', async () => {
    const { store, options } = scene()
    keep(store, manifestKey('app', dead), ago(91 * 24), '{"payload":"e30="}')
    expect(await removeOldTombstones(store, [listed(store, dead)], options)).toBe(0)
    expect(store.objects.size).toBe(1)
  })
})

describe('deletion of a backup', () => {
  test('takes the manifest first, then wraps, data and state, and no other backup', async () => {
    const { store, deleted, options } = scene()
    keepRun(store, 'app', dead, ago(48))
    keepRun(store, 'app', good, ago(48))
    keep(store, manifestKey('app', dead), ago(48), '{}')
    keep(store, `state/app/${dead}.age.bak`, ago(48))
    expect(await deleteBackup(store, 'app', dead, options)).toEqual({ objects: 6, bytes: 7, locked: 0 })
    expect(deleted[0]).toBe(manifestKey('app', dead))
    expect(deleted.map((key) => key.split('/')[0])).toEqual([
      'manifests',
      'keys',
      'data',
      'data',
      'data',
      'state',
    ])
    expect(store.objects.size).toBe(6)
  })

  test('is refused under a hold', async () => {
    const { store, options } = scene()
    keepRun(store, 'app', dead, ago(48))
    keep(store, holdKey('app', dead), ago(1))
    await expect(deleteBackup(store, 'app', dead, options)).rejects.toMatchObject({
      code: 'held',
      hint: expect.stringContaining(`holdfast release ${dead}`),
    })
    expect(store.objects.size).toBe(6)
  })

  test('leaves what the store locks, and says until when', async () => {
    const { store, options } = scene()
    keepRun(store, 'app', dead, ago(48))
    keep(store, manifestKey('app', dead), ago(48), '{}')
    const locked = (key: string, hours: number) => {
      const kept = store.objects.get(key)
      if (kept) store.objects.set(key, { ...kept, object: { ...kept.object, retainUntil: ago(-hours) } })
    }
    locked(manifestKey('app', dead), 5)
    expect(await deleteBackup(store, 'app', dead, options)).toEqual({
      objects: 0,
      bytes: 0,
      locked: 1,
      lockedUntil: ago(-5),
    })
    expect(store.objects.size).toBe(6)
    locked(manifestKey('app', dead), -1)
    locked(`data/app/${dead}/index/root-0123456789ab`, 7)
    locked(`data/app/${dead}/dump/00000000-0123456789ab`, 9)
    locked(`state/app/${dead}.age`, 8)
    expect(await deleteBackup(store, 'app', dead, options)).toMatchObject({
      objects: 3,
      lockedUntil: ago(-9),
    })
    expect(store.objects.size).toBe(3)
  })

  test('asks for the very version that was listed', async () => {
    const { store, options } = scene()
    keepRun(store, 'app', dead, ago(48))
    const versions: (string | undefined)[] = []
    const versioned: Store = {
      ...store,
      async *list(prefix) {
        for await (const object of store.list(prefix)) yield { ...object, versionId: `v-${object.key}` }
      },
      delete: async (key, how) => {
        versions.push(how?.versionId)
        await store.delete(key)
      },
    }
    await deleteBackup(versioned, 'app', dead, options)
    expect(versions).toContain(`v-state/app/${dead}.age`)
    expect(versions).not.toContain(undefined)
  })

  test('stops when the run is cancelled', async () => {
    const { store, options } = scene()
    keepRun(store, 'app', dead, ago(48))
    const cancel = new AbortController()
    cancel.abort(new HoldfastError('interrupted', 'interrupted'))
    await expect(
      deleteBackup(store, 'app', dead, { ...options, signal: cancel.signal }),
    ).rejects.toMatchObject({ code: 'interrupted' })
    expect(store.objects.size).toBe(5)
  })
})
