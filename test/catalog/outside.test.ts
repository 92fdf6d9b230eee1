import { expect, test } from 'vitest'
import { checksumLine, claimedObjects, namedObjects } from '../../src/catalog/outside.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'

const run = { job: 'home', id: '20261119T100000Z-L0-aaaaaa' }
const claims = `data/${run.job}/${run.id}/~outside/`
const nobody = () => false
const at = (minute: number) => new Date(Date.UTC(2026, 10, 19, 10, minute))

function keep(store: MemoryStore, key: string, minute: number, text = 'x'): void {
  const body = Buffer.from(text)
  const object = { key, bytes: body.byteLength, etag: `"${key}"`, modified: at(minute) }
  store.objects.set(key, { object, body })
}

const keysOf = (objects: readonly { key: string }[]) => objects.map(({ key }) => key).sort()

test('what a run laid claim to and stored afterwards is its own', async () => {
  const store = createMemoryStore('offsite')
  for (const key of ['site/a.tgz', 'site/a.tgz.sha256', 'b', 'never-came']) keep(store, claims + key, 1)
  for (const key of ['site/a.tgz', 'site/a.tgz.sha256', 'b']) keep(store, key, 2)
  expect(keysOf(await claimedObjects(store, run, nobody))).toEqual(['b', 'site/a.tgz', 'site/a.tgz.sha256'])
})

test('a claim to what was there before, or to what another backup names, is void', async () => {
  const store = createMemoryStore('offsite')
  for (const key of ['older', 'others']) keep(store, claims + key, 5)
  keep(store, 'older', 4)
  keep(store, 'others', 6)
  expect(await claimedObjects(store, run, (key) => key === 'others')).toEqual([])
  expect(keysOf(await claimedObjects(store, run, nobody))).toEqual(['others'])
})

test('nobody can lay claim to a place of the format', async () => {
  const store = createMemoryStore('offsite')
  const places = [
    'holdfast.json',
    'RESTORE.md',
    'manifests/home/20261118T100000Z-L0-bbbbbb.json',
    'data/home/20261118T100000Z-L0-bbbbbb/meta-0123456789ab',
    'keys/home/20261118T100000Z-L0-bbbbbb/1.age',
    'state/home/20261118T100000Z-L0-bbbbbb.age',
    'proofs/x',
    'logs/x',
    'holds/x',
    'shredded/x',
    'leases/job~home.json',
  ]
  for (const key of places) {
    keep(store, claims + key, 1)
    keep(store, key, 2)
  }
  keep(store, `${claims}dataset/a.tgz`, 1)
  keep(store, 'dataset/a.tgz', 2)
  expect(keysOf(await claimedObjects(store, run, nobody))).toEqual(['dataset/a.tgz'])
  expect(keysOf(await namedObjects(store, run, [...places, 'dataset/a.tgz'], nobody))).toEqual([
    'dataset/a.tgz',
  ])
})

test('a checksum goes with its object, another file of that name does not', async () => {
  const store = createMemoryStore('offsite')
  keep(store, 'site/a.tgz', 1)
  keep(store, 'site/a.tgz.sha256', 1, checksumLine('site/a.tgz', 'f'.repeat(64)))
  keep(store, 'site/b.tgz', 1)
  keep(store, 'site/b.tgz.sha256', 1, 'a note of somebody')
  expect(keysOf(await namedObjects(store, run, ['site/a.tgz', 'site/b.tgz', 'gone'], nobody))).toEqual([
    'site/a.tgz',
    'site/a.tgz.sha256',
    'site/b.tgz',
  ])
  expect(await namedObjects(store, run, ['site/a.tgz'], () => true)).toEqual([])
})
