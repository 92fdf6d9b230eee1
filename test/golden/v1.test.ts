import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { chainOf } from '../../src/catalog/chains.ts'
import { readHold } from '../../src/catalog/holds.ts'
import { type Catalogue, readCatalogue } from '../../src/catalog/listing.ts'
import { decodeMeta } from '../../src/catalog/meta.ts'
import { readProofs } from '../../src/catalog/proofs.ts'
import { readManifest } from '../../src/catalog/read-manifest.ts'
import { readRepository } from '../../src/catalog/repository.ts'
import { recentRunLogs } from '../../src/catalog/runlog.ts'
import { readShredMarker } from '../../src/catalog/shredded.ts'
import { decodeVolumesList, volumesOf } from '../../src/catalog/volumes-list.ts'
import { readWraps } from '../../src/catalog/wraps.ts'
import { decompress } from '../../src/catalog/zstd-json.ts'
import { decryptBytes } from '../../src/codec/age/bytes.ts'
import { parseIdentities } from '../../src/codec/age/keys.ts'
import { openVolume } from '../../src/codec/open-volume.ts'
import type { ObjectReference } from '../../src/domain/manifest.ts'
import { Secret } from '../../src/domain/secret.ts'
import { putBytes, repository, signal } from '../catalog/samples.ts'
import { runGuide } from '../catalog/run-guide.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'

/** A released format restores for ever: nothing under v1/ is ever made again, and no expectation here is ever loosened. */
const root = join(import.meta.dirname, 'v1')
const files = join(root, 'repository')
const expected = JSON.parse(readFileSync(join(root, 'expected.json'), 'utf8'))
const identityFile = join(root, 'identity.txt')
const identities = parseIdentities(new Secret(readFileSync(identityFile, 'utf8')))
const store = createMemoryStore('golden')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const fetch = (key: string) => store.objects.get(key)?.body ?? new Uint8Array()
let catalogue: Catalogue

beforeAll(async () => {
  for (const file of readdirSync(files, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    await putBytes(store, relative(files, path), readFileSync(path))
  }
  catalogue = await readCatalogue(store, undefined, { repository, trust: expected.trust, signal })
})

/** The parsed identity of a backup's data key; undefined for one that is not encrypted. */
async function dataKey(job: string, id: string): Promise<Secret | undefined> {
  const [wrap] = await readWraps(store, job, id, signal)
  if (!wrap) return undefined
  const line = await decryptBytes(wrap.wrapped, { identities })
  return parseIdentities(new Secret(Buffer.from(line).toString()))[0]
}

async function opened(reference: ObjectReference, key: Secret | undefined): Promise<Uint8Array> {
  const stored = fetch(reference.key)
  expect([stored.byteLength, sha256(stored)]).toEqual([reference.bytes, reference.sha256])
  return key ? decryptBytes(stored, { identities: [key] }) : stored
}

describe('the repository of format 1', () => {
  it('is read as it was when it was made', async () => {
    expect(await readRepository(store, signal)).toEqual({
      format: 1,
      repository,
      created: new Date('2026-11-01T00:00:00.000Z'),
      requires: [],
    })
    const entries = catalogue.points.map(({ etag, modified, ...entry }) => entry)
    // What was known then is read as it was; entries may have got more fields since.
    expect(JSON.parse(JSON.stringify(entries))).toMatchObject(expected.entries)
    const tombstones = catalogue.tombstones.map(({ key, time }) => ({ key, time }))
    expect(JSON.parse(JSON.stringify(tombstones))).toEqual(expected.tombstones)
    expect([catalogue.damaged, catalogue.damagedProofs, catalogue.foreign]).toEqual([[], [], []])
  })

  it('has the points, chains, proofs and marks that were put there', async () => {
    const short = catalogue.points.map(({ id, complete, trusted, held, proven, shredded }) =>
      [id.slice(-6), complete && 'complete', trusted && 'trusted', held && 'held', proven && 'proven', shredded && 'shredded']
        .filter(Boolean)
        .join(' '),
    )
    expect(short).toEqual([
      'ffffff trusted shredded',
      'cccccc complete trusted',
      'dddddd complete trusted',
      'aaaaaa complete trusted held',
      'bbbbbb complete trusted proven',
      'eeeeee complete trusted',
    ])
    const home = catalogue.points.filter(({ job }) => job === 'home')
    expect(chainOf('20261102T030000Z-L1-bbbbbb', home).map(({ level }) => level)).toEqual([0, 1])
    const { proofs } = await readProofs(store, 'home', '20261102T030000Z-L1-bbbbbb', { trust: expected.trust, signal })
    expect(proofs.map(({ proof, trusted }) => [proof.result, trusted])).toEqual([['passed', true]])
    expect(await readHold(store, 'home', '20261101T030000Z-L0-aaaaaa', signal)).toEqual({
      placed: new Date('2026-11-03T00:00:00Z'),
      reason: 'audit',
      by: 'bob',
    })
    expect(await readShredMarker(store, 'app-db', '20261030T040000Z-L0-ffffff', signal)).toMatchObject({ by: 'alice' })
    const logs = await recentRunLogs(store, 'home', { newest: 5, signal })
    expect(logs.map(({ status }) => status)).toEqual(['success', 'failed'])
  })

  it('gives back every byte', async () => {
    const sums: Record<string, string> = {}
    for (const { job, id, shredded } of catalogue.points) {
      if (shredded) continue
      const { manifest } = await readManifest(store, job, id, { trust: expected.trust, signal })
      const key = await dataKey(job, id)
      const list = decodeVolumesList(await opened(manifest.objects.volumes, undefined), `data/${job}/${id}`)
      const meta = decodeMeta(await opened(manifest.objects.meta, key))
      expect(meta).toMatchObject({ fingerprint: { rows: 3 }, toolOutput: 'all is well' })
      expect(meta.unread.map((name) => Buffer.from(name, 'latin1').toString('hex'))).toEqual([
        Buffer.from('Größe').toString('hex'),
        Buffer.from('latin-\u00ff', 'latin1').toString('hex'),
      ])
      const { state } = manifest.objects
      if (!state) throw new Error('every backup of this repository has a state')
      const stateBytes = key ? await decryptBytes(fetch(state.key), { identities }) : fetch(state.key)
      const naming = { code: 'state-unusable', what: 'the state' } as const
      expect(decompress(stateBytes, 100, naming).toString()).toBe('state')
      for (const stream of manifest.streams) {
        const plain: Uint8Array[] = []
        if (stream.object) {
          const naming = { code: 'object-damaged', what: 'the object' } as const
          plain.push(decompress(await opened(stream.object, key), 1_000_000, naming))
        }
        for (const volume of volumesOf(stream, list)) {
          const body = Uint8Array.from(fetch(volume.key))
          plain.push(Uint8Array.from(await openVolume(body, volume, stream, key ? { identity: key } : {})))
        }
        const bytes = Buffer.concat(plain)
        const of = meta.streams.find(({ name }) => name === stream.name)
        expect([bytes.length, sha256(bytes)]).toEqual([of?.bytes, of?.sha256])
        sums[`${job} ${id} ${stream.name}`] = sha256(bytes)
      }
    }
    const shredded = /-ffffff /
    const wanted = Object.entries(expected.plainSums).filter(([name]) => !shredded.test(name))
    expect(sums).toEqual(Object.fromEntries(wanted))
  })
})

const tools = ['age', 'jq', 'zstd', 'gzip', 'tar', 'sha256sum']
const present = tools.every((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0)

describe.skipIf(!present)('the repository of format 1, by its own RESTORE.md', () => {
  const guide = readFileSync(join(files, 'RESTORE.md'), 'utf8')
  const restore = (job: string, id: string, kind: 'directory' | 'anything else') => {
    const work = mkdtempSync(join(tmpdir(), 'holdfast-golden-'))
    const out = join(work, 'out')
    const { stdout } = runGuide({ repository: files, job, id, identityFile, out, kind, guide })
    expect(stdout).toContain('all was read and whole')
    return { out, done: () => rmSync(work, { recursive: true }) }
  }

  it('restores the directory', () => {
    const { out, done } = restore('home', '20261102T030000Z-L1-bbbbbb', 'directory')
    expect(readFileSync(join(out, 'kept.txt'), 'utf8')).toBe('kept\n'.repeat(3000))
    expect(readFileSync(join(out, 'sub/changed.txt'), 'utf8')).toBe('new, and longer\n')
    expect(readFileSync(join(out, 'sub/added/Größe.txt'), 'utf8')).toBe('added\n')
    expect(readdirSync(join(out, 'sub')).sort()).toEqual(['added', 'changed.txt'])
    done()
  })

  it.each([
    ['app-db', '20261101T040000Z-L0-cccccc', 'shop/main'],
    ['app-db', '20261102T040000Z-L0-dddddd', 'shop/main'],
    ['single', '20261103T040000Z-L0-eeeeee', 'dump'],
  ])('restores %s %s', (job, id, stream) => {
    const { out, done } = restore(job, id, 'anything else')
    const file = readFileSync(join(out, stream.replace('/', '_')))
    expect(sha256(file)).toBe(expected.plainSums[`${job} ${id} ${stream}`])
    done()
  })
})
