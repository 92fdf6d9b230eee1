import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { bytes, expectCode, get, keys, never, put, sha256, text } from '../../conformance/store-suite.ts'
import { leftovers, temporaryRoot } from './directory-fixture.ts'
import { openStore } from './open.ts'

const run = promisify(execFile)
const mebibyte = 1024 * 1024
const root = process.getuid?.() === 0

async function onMount(options: string, use: (path: string) => Promise<void>): Promise<void> {
  const path = await temporaryRoot()
  await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path])
  try {
    await use(path)
  } finally {
    await run('umount', ['-l', path])
  }
}

test.runIf(root)('a full disk is disk-full, and nothing half-written is listed or left', async () => {
  await onMount('size=4m', async (path) => {
    const store = await openStore(path)
    await put(store, 'data/small', bytes(mebibyte))
    const error = await expectCode(put(store, 'data/large', bytes(8 * mebibyte)), 'disk-full')
    expect(error.retryable).toBe(false)
    expect(error.hint).toContain(path)
    const endless = (async function* () {
      for (;;) yield bytes(100_000)
    })()
    await expectCode(store.putStream('data/endless', endless, { signal: never }), 'disk-full')
    await expectCode(put(store, 'data/small', bytes(8 * mebibyte)), 'disk-full')
    expect(await keys(store, '')).toEqual(['data/small'])
    expect(await leftovers(path)).toEqual([])
    expect(sha256(await get(store, 'data/small'))).toBe(sha256(bytes(mebibyte)))
    await put(store, 'data/fits', bytes(2 * mebibyte))
    expect(await keys(store, '')).toEqual(['data/fits', 'data/small'])
  })
})

test.runIf(root)('no room for names is disk-full as well', async () => {
  await onMount('nr_inodes=16', async (path) => {
    const store = await openStore(path)
    const filling = (async () => {
      for (let at = 0; at < 100; at++) await put(store, `data/${at}/x`, text('x'))
    })()
    await expectCode(filling, 'disk-full')
    expect(await leftovers(path)).toEqual([])
    const stored = await keys(store, '')
    expect(stored.length).toBeGreaterThan(2)
    for (const key of stored) await store.delete(key)
    expect(await keys(store, '')).toEqual([])
  })
})

test.runIf(root)('a read-only disk is read and refuses to be written', async () => {
  await onMount('size=4m', async (path) => {
    const store = await openStore(join(path, 'store'))
    await put(store, 'data/x', text('x'))
    await run('mount', ['-o', 'remount,ro', path])
    const error = await expectCode(put(store, 'data/y', text('y')), 'store-unwritable')
    expect(error.hint).toContain('read-write')
    expect(error.retryable).toBe(false)
    await expectCode(store.delete('data/x'), 'store-unwritable')
    expect(String(await get(store, 'data/x'))).toBe('x')
    expect(await keys(store, '')).toEqual(['data/x'])
  })
})

test.runIf(root)(
  'a directory to be made on a read-only disk is refused at once, as nothing passing',
  async () => {
    await onMount('ro', async (path) => {
      const store = await openStore(join(path, 'store'))
      const error = await expectCode(put(store, 'data/y', text('y')), 'store-unwritable')
      expect(error.message).toContain('EROFS')
      expect(error.hint).toContain('read-write')
      expect(error.retryable).toBe(false)
    })
  },
)
