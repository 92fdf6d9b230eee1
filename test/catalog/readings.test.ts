import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readReadings } from '../../src/catalog/listing-readings.ts'
import { openReading, type Reading, writeReading } from '../../src/catalog/readings.ts'
import { generateSigningKey, parseSigningKey } from '../../src/catalog/signing-key.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'

const signal = new AbortController().signal
const job = 'home'
const id = '20261120T030000Z-L0-aaaaaa'
const repository = 'r-1'
const { private: key, public: keyid } = generateSigningKey()
const signer = parseSigningKey(key)

let store: MemoryStore
let cache: string
beforeEach(() => {
  store = createMemoryStore('local')
  cache = mkdtempSync(join(tmpdir(), 'holdfast-readings-'))
})
afterEach(() => rmSync(cache, { recursive: true, force: true }))

const reading = (fields: Partial<Reading> = {}): Reading => ({
  format: 1,
  repository,
  job,
  destination: 'local',
  depth: 'checksum',
  sample: { part: 3, of: 30 },
  startedAt: '2026-11-26T05:23:00.000Z',
  finishedAt: '2026-11-26T05:24:00.000Z',
  backups: [{ id, manifest: `sha256:${'a'.repeat(64)}` }],
  ...fields,
})

const told = { status: 'success', objects: 12, bytes: 3400 } as const
const write = (fields: Partial<Reading> = {}, by: { readonly signer?: typeof signer } = { signer }) =>
  writeReading(store, reading(fields), told, { newest: id, ...by, signal })
const read = (trust?: readonly string[], more: object = {}) =>
  readReadings(store, job, { repository, trust, signal, ...more })

describe('readings', () => {
  it('are in the log of a verification, signed, with figures for people', async () => {
    await write()
    const [name = ''] = [...store.objects.keys()]
    expect(name).toBe(`logs/${job}/${id}-verify-20261126T052400.000Z.json`)
    const log = JSON.parse(Buffer.from(store.objects.get(name)?.body ?? '').toString())
    expect(log).toMatchObject({
      command: 'verify',
      status: 'success',
      destination: 'local',
      depth: 'checksum',
      sample: { part: 3, of: 30 },
      objects: 12,
      bytes: 3400,
    })
    expect(openReading(log, name)).toEqual({ ...reading(), signedBy: keyid })
    await expect(write()).rejects.toMatchObject({ code: 'commit-conflict' })
  })

  it('count where they are trusted, of this repository, and not altered', async () => {
    await write()
    await write({ finishedAt: '2026-11-27T05:24:00.000Z' }, {})
    await write({ finishedAt: '2026-11-28T05:24:00.000Z', repository: 'another' })
    expect((await read()).map(({ finishedAt }) => finishedAt.slice(8, 10))).toEqual(['27', '26'])
    expect((await read([keyid])).map(({ finishedAt }) => finishedAt.slice(8, 10))).toEqual(['26'])
    const [name = ''] = [...store.objects.keys()]
    const kept = store.objects.get(name)
    const text = Buffer.from(kept?.body ?? '').toString()
    const { reading: sealed } = JSON.parse(text) as { reading: { payload: string } }
    const payload = Buffer.from(sealed.payload, 'base64').toString().replace('"part":3', '"part":4')
    const forged = text.replace(sealed.payload, Buffer.from(payload).toString('base64'))
    expect(() => openReading(JSON.parse(forged), name)).toThrow(/does not match its sha-256/)
    if (kept) store.objects.set(name, { ...kept, body: Buffer.from(forged) })
    expect((await read()).map(({ finishedAt }) => finishedAt.slice(8, 10))).toEqual(['27'])
    expect(() => openReading({}, name)).toThrow(/is damaged/)
  })

  it('of very many backups are several logs', async () => {
    const backups = Array.from({ length: 10_001 }, (_, n) => ({
      id: `20261120T03${String(Math.floor(n / 60) % 60).padStart(2, '0')}${String(n % 60).padStart(2, '0')}Z-L${Math.floor(n / 3600)}-aaaaaa`,
      manifest: `sha256:${'b'.repeat(64)}`,
    }))
    const newest = backups.at(-1)?.id ?? ''
    await writeReading(store, reading({ backups }), told, { newest, signer, signal })
    expect(store.objects.size).toBe(2)
    const found = await read()
    expect(found.flatMap((each) => each.backups)).toHaveLength(10_001)
  })

  it('are fetched once', async () => {
    await write()
    const cacheFile = join(cache, 'readings.jsonl')
    const first = await read([keyid], { cacheFile })
    store.get = () => Promise.reject(new Error('it is in the cache'))
    expect(await read([keyid], { cacheFile })).toEqual(first)
    await expect(read([keyid])).rejects.toThrow('it is in the cache')
  })
})
