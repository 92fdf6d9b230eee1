import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../../../src/process/clock.ts'
import { createFilesystemStore } from '../../../src/stores/filesystem/store.ts'
import { bytes, expectCode, get, keys, never, put, sha256, text } from '../../conformance/store-suite.ts'
import { leftovers, temporaryRoot } from './directory-fixture.ts'
import { openStore } from './open.ts'

async function modeOf(path: string): Promise<string> {
  return ((await lstat(path)).mode & 0o777).toString(8)
}

test('keys are the files that a person finds', async () => {
  const root = await temporaryRoot()
  await put(await openStore(root), 'manifests/app-db/one.json', text('{"a": 1}'))
  expect(JSON.parse(await readFile(join(root, 'manifests/app-db/one.json'), 'utf8'))).toEqual({ a: 1 })
  expect((await readdir(root)).sort()).toEqual(['.holdfast-tmp', 'manifests'])
  expect(await leftovers(root)).toEqual([])
})

test.each([
  [0o600, '600', '700'],
  [0o640, '640', '750'],
  [0o660, '660', '770'],
  [0o644, '644', '755'],
])('mode %o makes files %s and directories %s, whatever the umask', async (mode, file, directory) => {
  const root = join(await temporaryRoot(), 'new')
  const umask = process.umask(0o077)
  try {
    await put(
      createFilesystemStore('local', { path: root, mode }, { clock: systemClock }),
      'data/job/x',
      text('x'),
    )
  } finally {
    process.umask(umask)
  }
  expect(await modeOf(join(root, 'data/job/x'))).toBe(file)
  for (const made of [root, join(root, 'data'), join(root, 'data/job'), join(root, '.holdfast-tmp')]) {
    expect(await modeOf(made)).toBe(directory)
  }
})

test('leaves the modes of directories that were there alone', async () => {
  const root = await temporaryRoot()
  await mkdir(join(root, 'data'))
  await chmod(root, 0o755)
  await chmod(join(root, 'data'), 0o751)
  await put(await openStore(root), 'data/x', text('x'))
  expect([await modeOf(root), await modeOf(join(root, 'data'))]).toEqual(['755', '751'])
})

test('a root that does not exist is empty and is not made by reading or deleting', async () => {
  const root = join(await temporaryRoot(), 'none')
  const store = await openStore(root)
  expect(await keys(store, '')).toEqual([])
  expect(await store.stat('data/x')).toBeUndefined()
  await expectCode(store.get('data/x', { signal: never }), 'store-not-found')
  await store.delete('data/x')
  await expect(lstat(root)).rejects.toThrow('ENOENT')
})

test('a root that is a file is refused with a hint', async () => {
  const root = join(await temporaryRoot(), 'file')
  await writeFile(root, '')
  const error = await expectCode(put(await openStore(root), 'data/x', text('x')), 'store-unwritable')
  expect(error.hint).toContain(root)
})

test.each([
  '',
  '/etc/passwd',
  '../outside',
  'data/../../outside',
  'data/./x',
  'data//x',
  'data/',
  '.',
  '..',
  'data/x\0y',
  '.holdfast-tmp/x',
  '.Holdfast-TMP/x',
])('refuses the key %j everywhere', async (key) => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  await expectCode(put(store, key, text('x')), 'store-unsupported')
  await expectCode(store.get(key, { signal: never }), 'store-unsupported')
  await expectCode(store.stat(key), 'store-unsupported')
  await expectCode(store.delete(key), 'store-unsupported')
  expect((await readdir(root)).filter((name) => name !== '.holdfast-tmp')).toEqual([])
})

test('a name that no file system can hold is refused, and absent for readers', async () => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  const key = `data/${'n'.repeat(300)}`
  const error = await expectCode(put(store, key, text('x')), 'store-unsupported')
  expect(error.hint).toContain('shorter')
  expect(await store.stat(key)).toBeUndefined()
  expect(await leftovers(root)).toEqual([])
})

test('a key cannot be a file and a directory', async () => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  await put(store, 'data/job/x', text('x'))
  for (const when of [undefined, { absent: true } as const]) {
    const options = when ? { when } : {}
    const error = await expectCode(put(store, 'data/job', text('y'), options), 'store-unwritable')
    expect(error.hint).toContain(join(root, 'data/job'))
    await expectCode(put(store, 'data/job/x/y', text('y'), options), 'store-unwritable')
  }
  await expectCode(put(store, 'data/job', text('y'), { when: { etag: '"x"' } }), 'store-unwritable')
  expect(await keys(store, '')).toEqual(['data/job/x'])
  expect(await leftovers(root)).toEqual([])
})

test('links, also to directories, are no objects', async () => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  await put(store, 'data/x', text('x'))
  await symlink('x', join(root, 'data/link'))
  await symlink('..', join(root, 'data/loop'))
  await symlink('nowhere', join(root, 'data/dangling'))
  expect(await keys(store, '')).toEqual(['data/x'])
  expect(await store.stat('data/link')).toBeUndefined()
})

test('a change by hand changes the etag', async () => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  const { etag } = await put(store, 'leases/x', text('before'))
  await writeFile(join(root, 'leases/x'), 'edited')
  expect((await store.stat('leases/x'))?.etag).not.toBe(etag)
  await expectCode(put(store, 'leases/x', text('after'), { when: { etag } }), 'store-condition-failed')
})

test('a replacement is later than what it replaces, even when the clock went back', async () => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  const etags = new Set([(await put(store, 'leases/x', text('0'))).etag])
  const future = Date.now() / 1000 + 3600
  await utimes(join(root, 'leases/x'), future, future)
  let last = 0
  for (let round = 0; round < 5; round++) {
    const before = await store.stat('leases/x')
    const swapped = await put(store, 'leases/x', text(`${round}`), { when: { etag: before?.etag ?? '' } })
    expect(swapped.modified.getTime()).toBeGreaterThan(last)
    expect((await store.stat('leases/x'))?.etag).toBe(swapped.etag)
    last = swapped.modified.getTime()
    etags.add(swapped.etag)
  }
  expect(etags.size).toBe(6)
})

test('a body that shrinks while it is read ends in an error that may be retried', async () => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  await put(store, 'data/x', bytes(8 * 1024 * 1024))
  const reading = (async () => {
    for await (const _ of await store.get('data/x', { signal: never }))
      await truncate(join(root, 'data/x'), 100)
  })()
  expect((await expectCode(reading, 'store-unreachable')).retryable).toBe(true)
})

test.each([
  [-1, 5],
  [0, -5],
  [0.5, 1],
  [0, Number.NaN],
])('the range %d, %d is a mistake of the caller', async (offset, length) => {
  const store = await openStore(await temporaryRoot())
  await put(store, 'data/x', text('0123456789'))
  await expectCode(get(store, 'data/x', offset, length), 'internal')
})

test('a body that nobody reads is closed by its signal or by destroying it', async () => {
  const store = await openStore(await temporaryRoot())
  await put(store, 'data/x', bytes(3_000_000))
  const before = (await readdir('/proc/self/fd')).length
  for (let round = 0; round < 20; round++) {
    const controller = new AbortController()
    const body = await store.get('data/x', { signal: controller.signal })
    const closed = new Promise((resolve) => body.once('close', resolve))
    body.on('error', () => {})
    if (round % 2) body.destroy()
    else controller.abort(new Error('enough'))
    await closed
  }
  expect((await readdir('/proc/self/fd')).length).toBeLessThanOrEqual(before + 2)
})

test('removes directories that became empty, and nothing above the root', async () => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  await put(store, 'data/job/run/stream/1', text('1'))
  await put(store, 'data/job/other', text('2'))
  await store.delete('data/job/run/stream/1')
  expect(await readdir(join(root, 'data/job'))).toEqual(['other'])
  await store.delete('data/job/other')
  expect(await readdir(root)).toEqual(['.holdfast-tmp'])
})

test('puts and deletions of one directory do not trip over each other', async () => {
  const root = await temporaryRoot()
  const stores = [await openStore(root), await openStore(root)]
  const work = Array.from({ length: 8 }, async (_, worker) => {
    for (let round = 0; round < 30; round++) {
      const store = stores[(worker + round) % 2] as (typeof stores)[number]
      const key = `data/job/run-${round % 3}/deep/${worker}`
      await put(store, key, text(`${worker} ${round}`))
      expect(String(await get(store, key))).toBe(`${worker} ${round}`)
      await store.delete(key)
    }
  })
  await Promise.all(work)
  expect(await keys(stores[0] as (typeof stores)[number], '')).toEqual([])
  expect(await readdir(root)).toEqual(['.holdfast-tmp'])
})

test('removes what killed runs left an hour ago, and shows it never', async () => {
  const root = await temporaryRoot()
  await put(await openStore(root), 'data/first', text('x'))
  const old = join(root, '.holdfast-tmp/1-old.part')
  const young = join(root, '.holdfast-tmp/1-young.part')
  const foreign = join(root, '.holdfast-tmp/notes.txt')
  for (const path of [old, young, foreign]) await writeFile(path, 'half')
  const hours = (count: number) => Date.now() / 1000 - count * 3600
  await utimes(old, hours(1.1), hours(1.1))
  await utimes(young, hours(0.9), hours(0.9))
  await utimes(foreign, hours(99), hours(99))
  const store = await openStore(root)
  expect(await keys(store, '')).toEqual(['data/first'])
  expect(await keys(store, '.holdfast-tmp')).toEqual([])
  expect(await keys(store, '.holdfast-tmp/')).toEqual([])
  await put(store, 'data/second', text('x'))
  expect(await leftovers(root)).toEqual(['1-young.part'])
  expect(await readFile(foreign, 'utf8')).toBe('half')
})

test('comes back when the whole directory was removed under it', async () => {
  const root = join(await temporaryRoot(), 'root')
  const store = await openStore(root)
  await put(store, 'data/x', text('x'))
  await rm(root, { recursive: true })
  await put(store, 'data/y', text('y'))
  await put(store, 'data/y', text('z'))
  expect(await keys(store, '')).toEqual(['data/y'])
})

test('a wrong hash leaves no temporary file', async () => {
  const root = await temporaryRoot()
  const store = await openStore(root)
  const wrong = { signal: never, sha256: sha256(text('y')) }
  await expectCode(store.put('data/x', text('x'), wrong), 'store-checksum-mismatch')
  expect(await leftovers(root)).toEqual([])
})
