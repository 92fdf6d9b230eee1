import { buffer } from 'node:stream/consumers'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openForeign } from '../../src/pipeline/foreign-stream.ts'
import { bytes, expectCode, never, put } from '../conformance/store-suite.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'

const plain = Buffer.from(bytes(300_000, 7))

async function open(body: Uint8Array) {
  const store = createMemoryStore()
  await put(store, 'old.tgz', body)
  let fetched = 0
  const stream = openForeign(store, 'old.tgz', never, (count) => {
    fetched += count
  })
  return { read: () => buffer(stream), fetched: () => fetched }
}

test.each([
  ['gzip', gzipSync(plain)],
  ['gzip of several members', Buffer.concat([gzipSync(plain.subarray(0, 9)), gzipSync(plain.subarray(9))])],
  ['zstd', zstdCompressSync(plain)],
  ['nothing', plain],
])('undoes %s', async (_, body) => {
  const { read, fetched } = await open(body)
  expect((await read()).equals(plain)).toBe(true)
  expect(fetched()).toBe(body.length)
})

test('takes what is short, and what is empty', async () => {
  expect(String(await (await open(Buffer.from('abc'))).read())).toBe('abc')
  expect((await (await open(Buffer.alloc(0))).read()).length).toBe(0)
})

test('finds what is cut off or changed by its own checksums', async () => {
  const whole = gzipSync(plain)
  await expectCode((await open(whole.subarray(0, -9))).read(), 'object-damaged')
  const changed = Buffer.from(whole)
  changed[whole.length - 6] = (changed[whole.length - 6] ?? 0) ^ 1
  expect(await expectCode((await open(changed)).read(), 'object-damaged')).toMatchObject({
    context: { key: 'old.tgz' },
  })
})

test.each([
  ['age -d', Buffer.from('age-encryption.org/v1\n-> X25519 x')],
  ['7z x', Buffer.from('377abcaf271c0004aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'hex')],
  ['unzip', Buffer.from('504b0304140000000800aaaaaaaaaaaaaaaaaaaaaaaa', 'hex')],
])('names %s for what it cannot open', async (tool, body) => {
  const error = await expectCode((await open(body)).read(), 'store-unsupported')
  expect(error.hint).toContain(tool)
})

test('says that an object is missing', async () => {
  const stream = openForeign(createMemoryStore(), 'none', never, () => undefined)
  await expectCode(buffer(stream), 'object-missing')
})
