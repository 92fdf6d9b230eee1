import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeHold } from '../../src/catalog/holds.ts'
import { type ReadCatalogueOptions, readCatalogue } from '../../src/catalog/listing.ts'
import { writeProof } from '../../src/catalog/proofs.ts'
import { markShredded } from '../../src/catalog/shredded.ts'
import { generateSigningKey, parseSigningKey } from '../../src/catalog/signing-key.ts'
import { createTombstone } from '../../src/catalog/tombstones.ts'
import { putWrap } from '../../src/catalog/wraps.ts'
import type { Store } from '../../src/domain/store.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import {
  otherRepository,
  parentIn,
  putBytes,
  putManifest,
  repository,
  sampleProof,
  signal,
} from './samples.ts'

const keys = generateSigningKey()
const signer = parseSigningKey(keys.private)
const foreigner = generateSigningKey()
const job = 'app-db'
const fullId = '20261120T030000Z-L0-aaaaaa'
const weeklyId = '20261121T030000Z-L1-bbbbbb'
const dailyId = '20261122T030000Z-L2-cccccc'

let store: MemoryStore
let fetched: string[]
let counted: Store
let directory: string

const read = (options: Partial<ReadCatalogueOptions> = {}, name: string | undefined = job) =>
  readCatalogue(counted, name, { repository, signal, cacheDirectory: directory, ...options })
const pointOf = async (id: string, options: Partial<ReadCatalogueOptions> = {}) => {
  const { points } = await read(options)
  const point = points.find((one) => one.id === id)
  if (!point) throw new Error(`${id} is not listed`)
  return point
}

async function chain() {
  const full = await putManifest(store, { id: fullId }, signer)
  const weekly = await putManifest(store, { id: weeklyId, parent: parentIn(full) }, signer)
  const daily = await putManifest(store, { id: dailyId, parent: parentIn(weekly), tags: ['release'] }, signer)
  return [full, weekly, daily] as const
}

beforeEach(async () => {
  store = createMemoryStore()
  fetched = []
  counted = {
    ...store,
    get: (key, options) => {
      fetched.push(key)
      return store.get(key, options)
    },
  }
  directory = await mkdtemp(join(tmpdir(), 'holdfast-listing-'))
})
afterEach(() => rm(directory, { recursive: true }))

describe('the catalogue', () => {
  it('of nothing is empty', async () => {
    expect(await read()).toEqual({
      points: [],
      damaged: [],
      damagedProofs: [],
      tombstones: [],
      foreign: [],
      tampered: [],
    })
  })

  it('lists what manifests say, oldest first', async () => {
    const [full, weekly] = await chain()
    const { points } = await read({ trust: [keys.public] })
    expect(points.map(({ id }) => id)).toEqual([fullId, weeklyId, dailyId])
    expect(points[1]).toEqual({
      key: weekly.key,
      etag: (await store.stat(weekly.key))?.etag,
      bytes: weekly.bytes.length,
      modified: (await store.stat(weekly.key))?.modified,
      manifestSha256: weekly.sha256,
      repository,
      job,
      id: weeklyId,
      level: 1,
      parent: { id: fullId, manifest: `sha256:${full.sha256}` },
      createdAt: new Date('2026-11-21T03:00:00Z'),
      finishedAt: new Date('2026-11-21T03:01:00Z'),
      tags: ['daily'],
      host: 'db-1',
      version: '0.1.0',
      source: { type: 'postgres', server: '16.4', restoreNeedsMajor: 16 },
      evidence: 'snapshot',
      encrypted: true,
      archived: false,
      mediaTypes: ['application/vnd.postgresql.custom'],
      unread: 0,
      stats: { sourceBytes: 4321, storedBytes: 1434, seconds: 1.5, tables: 3 },
      signedBy: keys.public,
      trusted: true,
      complete: true,
      held: false,
      shredded: false,
      proven: false,
      lastProof: undefined,
      lastVerdict: undefined,
      lastPass: undefined,
      outside: [],
    })
  })

  it('is the same from the cache, which fetches only what is new', async () => {
    const [, , daily] = await chain()
    const first = await read()
    expect(fetched).toHaveLength(3)
    expect(await read()).toEqual(first)
    expect(fetched).toHaveLength(3)
    await putManifest(store, {
      id: '20261123T030000Z-L0-dddddd',
      stats: { sourceBytes: 1, storedBytes: 2, seconds: 0, files: 3 },
    })
    await store.delete(daily.key)
    const third = await read()
    expect(fetched).toHaveLength(4)
    expect(third.points.map(({ id }) => id)).toEqual([fullId, weeklyId, '20261123T030000Z-L0-dddddd'])
    expect(await read()).toEqual(third)
    expect(await read({ cacheDirectory: undefined })).toEqual(third)
  })

  it('reads a manifest again when its etag changed', async () => {
    const [full] = await chain()
    await read()
    await putManifest(store, { id: fullId, host: 'elsewhere' }, signer)
    const points = (await read()).points
    expect(points[0]?.host).toBe('elsewhere')
    expect(points.map(({ complete }) => complete)).toEqual([true, false, false])
    expect(fetched.filter((key) => key === full.key)).toHaveLength(2)
  })

  it('of all jobs keeps them apart', async () => {
    await chain()
    await putManifest(store, { job: 'app', id: fullId })
    await putManifest(store, { job: 'app-db2', id: fullId })
    const all = await readCatalogue(store, undefined, { repository, signal })
    expect(all.points.map((point) => `${point.job} ${point.id}`)).toEqual([
      `app-db ${fullId}`,
      `app-db ${weeklyId}`,
      `app-db ${dailyId}`,
      `app-db2 ${fullId}`,
      `app ${fullId}`,
    ])
    expect((await read({}, 'app')).points).toHaveLength(1)
  })

  it('needs every parent by id and hash', async () => {
    const [full, weekly] = await chain()
    await store.delete(weekly.key)
    expect((await read()).points.map(({ complete }) => complete)).toEqual([true, false])
    await putManifest(store, { id: weeklyId, parent: parentIn(full), host: 'forged' })
    expect((await read()).points.map(({ complete }) => complete)).toEqual([true, true, false])
  })

  it('tells whom it trusts, from the cache too', async () => {
    await chain()
    await putManifest(store, { id: '20261123T030000Z-L0-dddddd' })
    for (let round = 0; round < 2; round++) {
      expect((await read({ trust: [keys.public] })).points.map(({ trusted }) => trusted)).toEqual([
        true,
        true,
        true,
        false,
      ])
      expect((await read({ trust: [foreigner.public] })).points.some(({ trusted }) => trusted)).toBe(false)
      expect((await read()).points.every(({ trusted }) => trusted)).toBe(true)
    }
    expect((await pointOf('20261123T030000Z-L0-dddddd')).signedBy).toBeUndefined()
  })

  it('reports damage and goes on', async () => {
    const [full, weekly] = await chain()
    await putBytes(
      store,
      full.key,
      full.bytes.map((byte, at) => (at === 900 ? byte ^ 1 : byte)),
    )
    await putBytes(store, `manifests/${job}/20261124T030000Z-L0-eeeeee.json`, weekly.bytes)
    await putBytes(store, `manifests/${job}/20261125T030000Z-L0-ffffff.json`, Buffer.alloc(70_000))
    const { points, damaged } = await read()
    expect(points.map(({ id, complete }) => [id, complete])).toEqual([
      [weeklyId, false],
      [dailyId, false],
    ])
    expect(damaged.map(({ id, error }) => [id, error.code]).sort()).toEqual([
      [fullId, 'manifest-damaged'],
      ['20261124T030000Z-L0-eeeeee', 'manifest-damaged'],
      ['20261125T030000Z-L0-ffffff', 'manifest-damaged'],
    ])
    expect(fetched).not.toContain(`manifests/${job}/20261125T030000Z-L0-ffffff.json`)
  })

  it('shows tombstones as such, and what is none of its own', async () => {
    const time = new Date('2026-11-22T00:00:00Z')
    await createTombstone(store, job, fullId, time, signal)
    await putManifest(store, { id: dailyId.replace('L2', 'L0'), repository: otherRepository })
    await putBytes(store, `manifests/${job}/notes.txt`, 'hello')
    for (let round = 0; round < 2; round++) {
      const { points, tombstones, foreign } = await read()
      expect(points).toEqual([])
      expect(tombstones).toMatchObject([
        { job, id: fullId, time, object: { key: `manifests/${job}/${fullId}.json` } },
      ])
      expect(foreign).toEqual([
        { key: `manifests/${job}/${dailyId.replace('L2', 'L0')}.json`, repository: otherRepository },
        { key: `manifests/${job}/notes.txt` },
      ])
    }
    expect(fetched).toHaveLength(2)
  })

  it('joins holds, by key alone', async () => {
    await chain()
    await placeHold(store, job, weeklyId, { placed: new Date() }, signal)
    await placeHold(store, 'other', dailyId, { placed: new Date() }, signal)
    expect((await read()).points.map(({ held }) => held)).toEqual([false, true, false])
  })

  it('believes a shred marker only when no wrap is left', async () => {
    await chain()
    await putWrap(store, job, weeklyId, 1, Buffer.from('wrap'), signal)
    await markShredded(store, job, weeklyId, { shredded: new Date() }, signal)
    expect((await read()).points.map(({ complete }) => complete)).toEqual([true, true, true])
    await store.delete(`keys/${job}/${weeklyId}/1.age`)
    const { points } = await read()
    expect(points.map(({ complete }) => complete)).toEqual([true, false, false])
    expect(points.map(({ shredded }) => shredded)).toEqual([false, true, false])
  })

  it('passes over what is deleted while it reads', async () => {
    const [full] = await chain()
    const vanishing = { ...counted, list: store.list }
    vanishing.get = async (key, options) => {
      await store.delete(full.key)
      return store.get(key, options)
    }
    const { points, damaged } = await readCatalogue(vanishing, job, { repository, signal })
    expect(points.map(({ id }) => id)).toEqual([weeklyId, dailyId])
    expect(damaged).toEqual([])
  })

  it('throws when the store cannot be read, and stops when asked to', async () => {
    await chain()
    const broken = {
      ...counted,
      get: () => Promise.reject(new HoldfastError('store-unreachable', 'no route')),
    }
    await expect(readCatalogue(broken, job, { repository, signal })).rejects.toMatchObject({
      code: 'store-unreachable',
    })
    await expect(read({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
  })
})

describe('proofs in the catalogue', () => {
  it('count for just the manifests they name', async () => {
    const [full, weekly, daily] = await chain()
    const key = await writeProof(store, sampleProof([full, weekly]), { signer, signal })
    expect(await pointOf(weeklyId)).toMatchObject({
      proven: true,
      lastProof: { key, result: 'passed', evidence: 'snapshot', rtoSeconds: 300, signedBy: keys.public },
    })
    expect(await pointOf(fullId)).toMatchObject({ proven: false, lastProof: undefined })
    const wrongs = [[daily], [full, daily], [full, weekly, { ...daily, sha256: full.sha256 }]]
    for (const [minute, wrong] of wrongs.entries()) {
      const startedAt = `2026-11-22T04:0${minute}:00.000Z`
      await writeProof(store, sampleProof(wrong, { startedAt, finishedAt: startedAt }), { signer, signal })
    }
    expect(await pointOf(dailyId)).toMatchObject({ proven: false, lastProof: undefined })
  })

  it('do not outlive a replaced parent', async () => {
    const [full, weekly] = await chain()
    await writeProof(store, sampleProof([full, weekly]), { signer, signal })
    expect((await pointOf(weeklyId)).proven).toBe(true)
    await putManifest(store, { id: fullId, host: 'forged' }, signer)
    expect((await pointOf(weeklyId)).proven).toBe(false)
  })

  it('count by the newest conclusive one', async () => {
    const [full] = await chain()
    const at = async (day: number, result: 'passed' | 'failed' | 'inconclusive') => {
      const finishedAt = `2026-11-${day}T03:05:00.000Z`
      await writeProof(store, sampleProof([full], { result, finishedAt }), { signer, signal })
      const { proven, lastProof, lastVerdict, lastPass } = await pointOf(fullId)
      const passed = lastPass?.finishedAt.getUTCDate()
      return [proven, lastProof?.result, lastVerdict?.result, passed]
    }
    expect(await at(22, 'failed')).toEqual([false, 'failed', 'failed', undefined])
    expect(await at(23, 'passed')).toEqual([true, 'passed', 'passed', 23])
    expect(await at(24, 'inconclusive')).toEqual([true, 'inconclusive', 'passed', 23])
    expect(await at(25, 'failed')).toEqual([false, 'failed', 'failed', 23])
  })

  it('of others do not count where trust is set, nor of another repository', async () => {
    const [full] = await chain()
    await writeProof(store, sampleProof([full]), { signer: parseSigningKey(foreigner.private), signal })
    expect((await pointOf(fullId)).proven).toBe(true)
    expect((await pointOf(fullId, { trust: [keys.public] })).proven).toBe(false)
    expect((await pointOf(fullId, { trust: [keys.public, foreigner.public] })).proven).toBe(true)
    await store.delete([...store.objects.keys()].find((key) => key.startsWith('proofs/')) ?? '')
    await writeProof(store, sampleProof([full], { repository: otherRepository }), { signer, signal })
    expect((await pointOf(fullId)).proven).toBe(false)
  })

  it('are cached, reported when damaged, and left alone by roles that cannot read them', async () => {
    const [full] = await chain()
    await writeProof(store, sampleProof([full]), { signal })
    await putBytes(store, `proofs/${job}/${fullId}/20261130T000000.000Z.json`, 'x')
    await putBytes(store, `proofs/${job}/${fullId}/readme.txt`, 'x')
    await read()
    fetched.length = 0
    const { points, damagedProofs } = await read()
    expect(points[0]?.proven).toBe(true)
    expect(damagedProofs.map(({ error }) => error.code)).toEqual(['object-damaged'])
    expect(fetched).toEqual([`proofs/${job}/${fullId}/20261130T000000.000Z.json`])
    fetched.length = 0
    expect((await read({ proofs: false })).points[0]?.proven).toBe(false)
    expect(fetched).toEqual([])
    const broken = {
      ...counted,
      get: () => Promise.reject(new HoldfastError('store-unreachable', 'no route')),
    }
    await expect(
      readCatalogue(broken, job, { repository, signal, cacheDirectory: directory }),
    ).rejects.toThrow('no route')
  })
})

describe('its cache', () => {
  it('stays small: unchanged files are not written again', async () => {
    await chain()
    await read()
    const file = join(directory, repository, `${job}.manifests.jsonl`)
    const before = await readFile(file, 'utf8')
    await read()
    expect(await readFile(file, 'utf8')).toBe(before)
    expect(before.split('\n').length).toBeLessThanOrEqual(3 + 2 + 2)
  })

  it('holds for two listings at once', async () => {
    await chain()
    const results = await Promise.all([read(), read(), read()])
    expect(results[1]).toEqual(results[0])
    expect(await read()).toEqual(results[0])
  })

  it('for 5,000 manifests fetches nothing and takes moments', async () => {
    for (let n = 0; n < 5000; n++) {
      const id = `20261121T${new Date(n * 1000).toISOString().slice(11, 19).replaceAll(':', '')}Z-L0-aaaaaa`
      await putManifest(store, { id })
    }
    await read()
    fetched.length = 0
    // Its own work, not what others make of the machine.
    const before = process.cpuUsage()
    expect((await read()).points).toHaveLength(5000)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(3000)
    expect(fetched).toEqual([])
  })
})
