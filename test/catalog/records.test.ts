import { beforeEach, describe, expect, it } from 'vitest'
import { listHolds, placeHold, readHold, releaseHold } from '../../src/catalog/holds.ts'
import { decodeProof, readProofs, writeProof } from '../../src/catalog/proofs.ts'
import {
  type RunLog,
  readRunLog,
  recentRunLogs,
  writeAudit,
  writeDrillLog,
  writeRunLog,
} from '../../src/catalog/runlog.ts'
import { listShredded, markShredded, readShredMarker } from '../../src/catalog/shredded.ts'
import { generateSigningKey, parseSigningKey } from '../../src/catalog/signing-key.ts'
import { createTombstone, encodeTombstone, parseTombstone } from '../../src/catalog/tombstones.ts'
import { listWraps, putWrap, readWraps } from '../../src/catalog/wraps.ts'
import { Secret } from '../../src/domain/secret.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { putBytes, putManifest, type Stored, sampleProof, signal } from './samples.ts'

const job = 'app-db'
const id = '20261120T030000Z-L0-aaaaaa'
const keys = generateSigningKey()
const signer = parseSigningKey(keys.private)
const text = (key: string) => Buffer.from(store.objects.get(key)?.body ?? []).toString()
let store: MemoryStore
beforeEach(() => {
  store = createMemoryStore()
})

describe('holds', () => {
  it('are placed once, listed, read and released', async () => {
    const hold = { placed: new Date('2026-11-21T00:00:00Z'), reason: 'before the migration', by: 'alice' }
    expect(await placeHold(store, job, id, hold, signal)).toBe(true)
    expect(await placeHold(store, job, id, { placed: new Date() }, signal)).toBe(false)
    await placeHold(store, 'home', id, { placed: new Date() }, signal)
    await putBytes(store, 'holds/app-db/readme', 'x')
    expect(await listHolds(store, job)).toEqual([{ job, id }])
    expect(await listHolds(store)).toHaveLength(2)
    expect(await readHold(store, job, id, signal)).toEqual(hold)
    await releaseHold(store, job, id)
    await releaseHold(store, job, id)
    expect(await listHolds(store, job)).toEqual([])
    await expect(readHold(store, job, id, signal)).rejects.toMatchObject({ code: 'store-not-found' })
  })

  it('hold even when what is in them is damaged', async () => {
    await putBytes(store, `holds/${job}/${id}.json`, 'x')
    expect(await listHolds(store, job)).toEqual([{ job, id }])
    await expect(readHold(store, job, id, signal)).rejects.toMatchObject({ code: 'object-damaged' })
  })
})

describe('shred markers', () => {
  it('are made once and read', async () => {
    const marker = { shredded: new Date('2026-11-21T00:00:00Z'), by: 'alice' }
    expect(await markShredded(store, job, id, marker, signal)).toBe(true)
    expect(await markShredded(store, job, id, marker, signal)).toBe(false)
    expect(await readShredMarker(store, job, id, signal)).toEqual(marker)
    expect(await listShredded(store, job)).toEqual(new Set([id]))
    expect(await listShredded(store, 'other')).toEqual(new Set())
    expect(await readShredMarker(store, 'other', id, signal)).toBeUndefined()
  })

  it('count even when they cannot be read', async () => {
    await putBytes(store, `shredded/${job}/${id}.json`, '{}')
    await putBytes(store, `shredded/${job}/x.json`, '{}')
    expect(await readShredMarker(store, job, id, signal)).toBeUndefined()
    expect(await listShredded(store, job)).toEqual(new Set([id]))
  })
})

describe('tombstones', () => {
  const time = new Date('2026-11-21T00:00:00.000Z')
  it('take a free manifest key only', async () => {
    expect(await createTombstone(store, job, id, time, signal)).toMatchObject({
      key: `manifests/${job}/${id}.json`,
    })
    expect(parseTombstone(encodeTombstone(time))).toEqual(time)
    expect(await createTombstone(store, job, id, time, signal)).toBeUndefined()
  })
  it.each(['', '{}', '{"tombstone":"now"}', '{"tombstone":"2026-11-21T00:00:00Z","x":1}', ' '.repeat(300)])(
    '%j is none',
    (stored) => {
      expect(parseTombstone(Buffer.from(stored))).toBeUndefined()
    },
  )
})

describe('wraps', () => {
  it('are numbered, create-only and read in order', async () => {
    for (const n of [2, 10, 1]) await putWrap(store, job, id, n, Buffer.from(`wrap ${n}`), signal)
    await putBytes(store, `keys/${job}/${id}/notes`, 'x')
    expect((await listWraps(store, job, id)).map(({ n, bytes }) => [n, bytes])).toEqual([
      [1, 6],
      [2, 6],
      [10, 7],
    ])
    const read = await readWraps(store, job, id, signal)
    expect(read.map(({ wrapped }) => Buffer.from(wrapped).toString())).toEqual([
      'wrap 1',
      'wrap 2',
      'wrap 10',
    ])
    await expect(putWrap(store, job, id, 2, Buffer.from('x'), signal)).rejects.toMatchObject({
      code: 'commit-conflict',
    })
    expect(text(`keys/${job}/${id}/2.age`)).toBe('wrap 2')
  })

  it('that vanish are left out', async () => {
    await putWrap(store, job, id, 1, Buffer.from('x'), signal)
    const vanishing = { ...store, list: () => ghost() }
    async function* ghost() {
      yield* store.list('')
      yield { key: `keys/${job}/${id}/2.age`, bytes: 1, etag: 'x', modified: new Date(0) }
    }
    expect(await readWraps(vanishing, job, id, signal)).toHaveLength(1)
  })
})

describe('proofs', () => {
  let full: Stored
  beforeEach(async () => {
    full = await putManifest(store, { id })
  })

  it('are written signed, and read oldest first', async () => {
    const later = sampleProof([full], { finishedAt: '2026-11-23T03:05:00.000Z', result: 'failed' })
    const earlier = sampleProof([full])
    await writeProof(store, later, { signer, signal })
    const key = await writeProof(store, earlier, { signal })
    expect(key).toBe(`proofs/${job}/${id}/20261122T030500.000Z.json`)
    const { proofs, damaged } = await readProofs(store, job, id, { trust: [keys.public], signal })
    expect(proofs.map(({ proof, trusted }) => [proof, trusted])).toEqual([
      [earlier, false],
      [later, true],
    ])
    expect(damaged).toEqual([])
    expect((await readProofs(store, job, undefined, { signal })).proofs).toHaveLength(2)
    expect((await readProofs(store, job, '20261121T030000Z-L0-bbbbbb', { signal })).proofs).toEqual([])
  })

  it('of one moment in time do not replace each other', async () => {
    await writeProof(store, sampleProof([full]), { signer, signal })
    await expect(writeProof(store, sampleProof([full]), { signer, signal })).rejects.toMatchObject({
      code: 'commit-conflict',
    })
    const nothing = { ...sampleProof([full]), chain: [] }
    await expect(writeProof(store, nothing, { signal })).rejects.toMatchObject({ code: 'internal' })
  })

  it('that are damaged, or stand elsewhere, are listed apart', async () => {
    const key = await writeProof(store, sampleProof([full]), { signer, signal })
    const stored = store.objects.get(key)?.body ?? new Uint8Array()
    const elsewhere = key.replace('aaaaaa', 'bbbbbb')
    await putBytes(store, elsewhere, stored)
    await putBytes(store, key.replace('030500', '030600'), stored.subarray(1))
    await putBytes(store, `proofs/${job}/${id}/x`, 'x')
    const { proofs, damaged } = await readProofs(store, job, undefined, { signal })
    expect(proofs.map((proof) => proof.key)).toEqual([key])
    expect(damaged.map(({ key: bad, error }) => [bad, error.code])).toEqual([
      [key.replace('030500', '030600'), 'object-damaged'],
      [elsewhere, 'object-damaged'],
    ])
    expect(() => decodeProof(full.bytes, key)).toThrow('payloadType')
  })

  it('pass on what is wrong with the store', async () => {
    await writeProof(store, sampleProof([full]), { signer, signal })
    const broken = { ...store, get: () => Promise.reject(new Error('no route')) }
    await expect(readProofs(broken, job, id, { signal })).rejects.toThrow('no route')
  })
})

describe('logs', () => {
  const log = (fields: Partial<RunLog> = {}): RunLog => ({
    format: 1,
    command: 'backup',
    job,
    id,
    status: 'success',
    startedAt: '2026-11-20T03:00:00.000Z',
    finishedAt: '2026-11-20T03:01:00.000Z',
    ...fields,
  })

  it('are written once, masked, with whatever more they say', async () => {
    const secret = new Secret('hunter2-hunter2')
    const errors = [{ message: `connecting to db:${secret.reveal()}@host failed "now"` }]
    const key = await writeRunLog(store, log({ status: 'failed', errors }), signal)
    expect(key).toBe(`logs/${job}/${id}.json`)
    expect(text(key)).not.toContain('hunter2')
    expect(await readRunLog(store, key, signal)).toEqual(
      log({ status: 'failed', errors: [{ message: 'connecting to db:***@host failed "now"' }] }),
    )
    await expect(writeRunLog(store, log(), signal)).rejects.toMatchObject({ code: 'commit-conflict' })
    expect(await readRunLog(store, 'logs/none', signal)).toBeUndefined()
  })

  it('are found newest first, runs and drills apart, damaged ones left out', async () => {
    const ids = Array.from({ length: 5 }, (_, n) => `2026112${n}T030000Z-L0-aaaaaa`)
    for (const one of ids) await writeRunLog(store, log({ id: one }), signal)
    await writeDrillLog(store, log({ command: 'drill', finishedAt: '2026-11-25T00:00:00.000Z' }), signal)
    await writeDrillLog(
      store,
      log({ command: 'drill', id: ids[4] ?? '', finishedAt: '2026-11-24T12:00:00.000Z' }),
      signal,
    )
    await putBytes(store, `logs/${job}/20261126T030000Z-L0-aaaaaa.json`, 'x')
    await putBytes(store, `logs/${job}/notes.txt`, 'x')
    const newest = await recentRunLogs(store, job, { newest: 3, signal })
    expect(newest.map((one) => one.id)).toEqual([ids[4], ids[3]])
    const drills = await recentRunLogs(store, job, { newest: 9, kind: 'drill', signal })
    expect(drills.map((one) => one.id)).toEqual([id, ids[4]])
    const broken = { ...store, get: () => Promise.reject(new Error('no route')) }
    await expect(recentRunLogs(broken, job, { newest: 1, signal })).rejects.toThrow('no route')
  })

  it('of many runs are read only as far as asked for', async () => {
    for (let n = 0; n < 1200; n++) {
      const time = new Date(Date.UTC(2026, 0, 1) + n * 3_600_000)
        .toISOString()
        .slice(0, 13)
        .replaceAll('-', '')
      await putBytes(store, `logs/${job}/${time}0000Z-L0-aaaaaa.json`, JSON.stringify(log({ id: `${n}` })))
    }
    const newest = await recentRunLogs(store, job, { newest: 2, signal })
    expect(newest.map((one) => one.id)).toEqual(['1199', '1198'])
  })

  it('include what cleanup deletes', async () => {
    const audit = {
      time: new Date('2026-11-21T03:00:00.250Z'),
      actor: 'robot',
      plan: 'sha256:00',
      lines: [{ action: 'delete', job, id, reason: 'daily 8 of 7' }],
    }
    const key = await writeAudit(store, audit, signal)
    expect(key).toBe('logs/_cleanup/20261121T030000.250Z.json')
    expect(JSON.parse(text(key))).toEqual({ format: 1, ...audit, time: '2026-11-21T03:00:00.250Z' })
    await expect(writeAudit(store, audit, signal)).rejects.toMatchObject({ code: 'commit-conflict' })
  })
})
