/**
 * Made test/golden/v1, once: `node test/golden/make-v1.ts DIRECTORY`. What it made is committed and stays as it is, since a
 * released format restores for ever; a new format gets a maker and a directory of its own.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { placeHold } from '../../src/catalog/holds.ts'
import { metaKey, stateKey, volumeKey, volumesListKey } from '../../src/catalog/keys.ts'
import { readCatalogue } from '../../src/catalog/listing.ts'
import { encodeMeta } from '../../src/catalog/meta.ts'
import { writeProof } from '../../src/catalog/proofs.ts'
import { ensureRepository } from '../../src/catalog/repository.ts'
import { writeAudit, writeRunLog } from '../../src/catalog/runlog.ts'
import { markShredded } from '../../src/catalog/shredded.ts'
import { generateSigningKey, parseSigningKey } from '../../src/catalog/signing-key.ts'
import { createTombstone } from '../../src/catalog/tombstones.ts'
import { encodeVolumesList } from '../../src/catalog/volumes-list.ts'
import { putWrap } from '../../src/catalog/wraps.ts'
import { compress } from '../../src/catalog/zstd-json.ts'
import type { Compression, Manifest, ObjectReference, VolumeRecord } from '../../src/domain/manifest.ts'
import { fixedClock } from '../../src/process/clock.ts'
import { parentIn, putBytes, putManifest, repository, type Stored, sampleProof, signal } from '../catalog/samples.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'

const [, , target] = process.argv
if (target === undefined) throw new Error('name the directory to make')
const span = 8192
const frame = 2048
const store = createMemoryStore('golden')
const identity = await generateIdentity()
const recipient = await identityToRecipient(identity)
const backupKey = generateSigningKey()
const drillKey = generateSigningKey()
const plainSums: Record<string, string> = {}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function encrypted(bytes: Uint8Array, to: string | undefined): Promise<Uint8Array> {
  if (to === undefined) return bytes
  const encrypter = new Encrypter()
  encrypter.addRecipient(to)
  return encrypter.encrypt(bytes)
}

async function put(key: string, body: Uint8Array): Promise<ObjectReference> {
  await putBytes(store, key, body)
  return { key, bytes: body.length, sha256: sha256(body) }
}

const pack = (bytes: Uint8Array, { type }: Compression) =>
  type === 'zstd' ? compress(bytes) : type === 'gzip' ? gzipSync(bytes) : bytes

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

interface Backup {
  readonly job: string
  readonly id: string
  readonly parent?: Stored
  readonly streams: Readonly<Record<string, Uint8Array>>
  readonly mediaType: string
  readonly compression: Compression
  readonly open?: boolean
  readonly single?: string
  readonly fields?: Partial<Manifest>
}

async function add(backup: Backup): Promise<Stored> {
  const { job, id, compression, mediaType } = backup
  const dataIdentity = await generateIdentity()
  const to = backup.open ? undefined : await identityToRecipient(dataIdentity)
  const volumes: VolumeRecord[] = []
  const streams: Manifest['streams'][number][] = []
  for (const [name, plain] of Object.entries(backup.streams)) {
    plainSums[`${job} ${id} ${name}`] = sha256(plain)
    const summary = { name, mediaType, compression, frame, span, volumes: 0, storedBytes: 0 }
    if (backup.single !== undefined) {
      const frames = [...pieces(plain, frame)].map((piece) => pack(piece, compression))
      const object = await put(backup.single, await encrypted(Buffer.concat(frames), to))
      streams.push({ ...summary, storedBytes: object.bytes, object })
      continue
    }
    const own: VolumeRecord[] = []
    for (const piece of pieces(plain, span)) {
      const frames = [...pieces(piece, frame)].map((part) => pack(part, compression))
      const sealed = await encrypted(Buffer.concat(frames), to)
      const object = await put(volumeKey(job, id, name, own.length, sha256(sealed)), sealed)
      own.push({ stream: name, seq: own.length, ...object, frames: frames.map((part) => part.length) })
    }
    volumes.push(...own)
    streams.push({ ...summary, volumes: own.length, storedBytes: own.reduce((sum, { bytes }) => sum + bytes, 0) })
  }
  const list = encodeVolumesList(volumes)
  const meta = await encrypted(
    encodeMeta({
      format: 1,
      streams: Object.entries(backup.streams).map(([name, plain]) => ({ name, bytes: plain.length, sha256: sha256(plain) })),
      fingerprint: { rows: 3 },
      warnings: [{ severity: 'warning', code: 'path-vanished', message: 'a file vanished while it was read', names: ['a'] }],
      unread: ['Gr\u00c3\u00b6\u00c3\u009fe', 'latin-\u00ff'],
      toolOutput: 'all is well',
    }),
    to,
  )
  const state = await put(stateKey(job, id), await encrypted(compress(Buffer.from('state')), backup.open ? undefined : recipient))
  if (to !== undefined) {
    await putWrap(store, job, id, 1, await encrypted(Buffer.from(`${dataIdentity}\n`), recipient), signal)
  }
  return putManifest(
    store,
    {
      job,
      id,
      parent: backup.parent ? parentIn(backup.parent) : null,
      encryption: to === undefined ? { type: 'none' } : { type: 'age', recipient: to, wraps: 1 },
      streams,
      objects: {
        volumes: await put(volumesListKey(job, id, sha256(list)), list),
        meta: await put(metaKey(job, id, sha256(meta)), meta),
        state,
      },
      ...backup.fields,
    },
    parseSigningKey(backupKey.private),
  )
}

async function archives(): Promise<[Uint8Array, Uint8Array]> {
  const work = await mkdtemp(join(tmpdir(), 'holdfast-golden-'))
  const tree = join(work, 'tree')
  const file = async (name: string, text: string) => {
    await mkdir(dirname(join(tree, name)), { recursive: true })
    await writeFile(join(tree, name), text)
    await utimes(join(tree, name), new Date('2026-11-01T00:00:00Z'), new Date('2026-11-01T00:00:00Z'))
  }
  const archive = () =>
    execFileSync('tar', ['-c', '-g', join(work, 'list'), '--format=posix', '--pax-option=delete=atime,delete=ctime', '--sort=name', '--owner=0', '--group=0', '-C', tree, '.'])
  await file('kept.txt', 'kept\n'.repeat(3000))
  await file('sub/changed.txt', 'old\n')
  await file('sub/deleted.txt', 'deleted later\n')
  const full = archive()
  await sleep(1100)
  await writeFile(join(tree, 'sub/changed.txt'), 'new, and longer\n')
  await file('sub/added/Größe.txt', 'added\n')
  await rm(join(tree, 'sub/deleted.txt'))
  const increment = archive()
  await rm(work, { recursive: true })
  return [full, increment]
}

await ensureRepository(store, { clock: fixedClock(new Date('2026-11-01T00:00:00Z')), signal, repository })
const [full, increment] = await archives()
const zstd: Compression = { type: 'zstd', level: 3 }
const tar = { mediaType: 'application/x-tar', compression: zstd }
const home = await add({ job: 'home', id: '20261101T030000Z-L0-aaaaaa', streams: { tree: full }, ...tar })
const next = await add({ job: 'home', id: '20261102T030000Z-L1-bbbbbb', parent: home, streams: { tree: increment }, ...tar })
const rows = Buffer.from(Array.from({ length: 2000 }, (_, n) => `insert into t values (${n}, ${(n * 7919) % 1009});\n`).join(''))
const sql = { mediaType: 'application/sql', streams: { 'shop/main': rows, globals: Buffer.from('create role alice;\n'), empty: Buffer.alloc(0) } }
await add({ job: 'app-db', id: '20261101T040000Z-L0-cccccc', ...sql, compression: { type: 'gzip', level: 6 }, open: true })
await add({ job: 'app-db', id: '20261102T040000Z-L0-dddddd', ...sql, compression: { type: 'none' }, fields: { unread: 2 } })
const single = { job: 'single', id: '20261103T040000Z-L0-eeeeee', single: 'dumps/20261103.sql.zst.age' }
await add({ ...single, streams: { dump: rows }, mediaType: 'application/sql', compression: zstd })
const shredded = await add({ job: 'app-db', id: '20261030T040000Z-L0-ffffff', ...sql, compression: zstd })
await store.delete(`keys/app-db/${shredded.manifest.id}/1.age`)
await markShredded(store, 'app-db', shredded.manifest.id, { shredded: new Date('2026-11-04T00:00:00Z'), by: 'alice' }, signal)
await createTombstone(store, 'home', '20261031T030000Z-L0-gggggg', new Date('2026-11-02T00:00:00Z'), signal)
await placeHold(store, 'home', home.manifest.id, { placed: new Date('2026-11-03T00:00:00Z'), reason: 'audit', by: 'bob' }, signal)
await writeProof(store, sampleProof([home, next]), { signer: parseSigningKey(drillKey.private), signal })
const run = { format: 1, command: 'backup', job: 'home', startedAt: '2026-11-01T03:00:00.000Z', finishedAt: '2026-11-01T03:01:00.000Z' } as const
await writeRunLog(store, { ...run, id: home.manifest.id, status: 'success', storedBytes: 1 }, signal)
await writeRunLog(store, { ...run, id: '20261031T030000Z-L0-gggggg', status: 'failed', errors: ['no route'] }, signal)
const line = { action: 'delete', job: 'home', id: '20261001T030000Z-L0-hhhhhh', reason: 'daily 8 of 7' }
await writeAudit(store, { time: new Date('2026-11-02T05:00:00Z'), actor: 'robot', plan: `sha256:${sha256(rows)}`, lines: [line] }, signal)

const trust = [backupKey.public, drillKey.public]
const { points, tombstones } = await readCatalogue(store, undefined, { repository, signal, trust })
for (const [key, { body }] of store.objects) {
  const file = join(target, 'repository', key)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, body, { flag: 'wx' })
}
const entries = points.map(({ etag, modified, ...entry }) => entry)
const expected = { trust, plainSums, entries, tombstones: tombstones.map(({ key, time }) => ({ key, time })) }
await writeFile(join(target, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`, { flag: 'wx' })
await writeFile(join(target, 'identity.txt'), `# opens test/golden/v1 and nothing else\n${identity}\n`, { flag: 'wx' })
