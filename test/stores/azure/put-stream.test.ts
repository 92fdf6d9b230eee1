import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { blockId, blocksAtOnce, cutBlocks, planBlocks } from '../../../src/stores/azure/blocks.ts'
import { bytes, expectCode, get, keys, never, put, sha256, text } from '../../conformance/store-suite.ts'
import { type Azurite, startAzurite } from '../../services/azurite.ts'
import { type Meddler, startMeddler } from '../../services/meddler.ts'
import { openStore } from './open.ts'

const mebibyte = 1024 * 1024
let azurite: Azurite
let meddler: Meddler
let made = 0
let place: { connection: string; container: string }

beforeAll(async () => {
  azurite = await startAzurite()
  meddler = await startMeddler(azurite.port)
})
afterAll(async () => {
  await meddler.stop()
  await azurite.stop()
})
beforeEach(() => {
  meddler.meddle = () => 'pass'
  const connection = azurite.connectionString.replace(`:${azurite.port}/`, `:${meddler.port}/`)
  place = { connection, container: `streams-${made++}` }
})

async function* stream(...pieces: Uint8Array[]) {
  yield* pieces
}

const isBlock = (url = '') => /comp=block(?:&|$)/.test(url)
const isList = (url = '') => url.includes('comp=blocklist')

test('blocks are small for what is small, and grow where the estimate was too low', () => {
  expect(planBlocks().size(0)).toBe(8 * mebibyte)
  expect(planBlocks(100 * 1024 * mebibyte).size(9999)).toBe(8 * mebibyte)
  expect(planBlocks().size(10_000)).toBe(16 * mebibyte)
  expect(planBlocks().size(49_999)).toBe(128 * mebibyte)
  expect(() => planBlocks().size(50_000)).toThrow(expect.objectContaining({ code: 'store-unsupported' }))
  for (const estimate of [1, 400 * 2 ** 30, 2 ** 41, 10 * 2 ** 40, 150 * 2 ** 40]) {
    const plan = planBlocks(estimate)
    let total = 0
    for (let step = 0; step < 5; step++) total += 10_000 * plan.size(step * 10_000)
    expect(total).toBeGreaterThan(estimate)
    expect(plan.size(49_999)).toBeLessThanOrEqual(4000 * mebibyte)
  }
})

test('what cannot fit is refused before a byte is read', async () => {
  const store = await openStore(place)
  let read = false
  const body = (async function* () {
    read = true
    yield text('x')
  })()
  const error = await expectCode(
    store.putStream('data/x', body, { signal: never, estimate: 250 * 2 ** 40 }),
    'store-unsupported',
  )
  expect(error.hint).toContain('package: volumes')
  expect(read).toBe(false)
})

test('ids have one length, and memory stays bounded', () => {
  const ids = [0, 9, 49_999].map((index) => blockId('0123456789abcdef', index))
  expect(new Set(ids.map((id) => id.length)).size).toBe(1)
  expect(new Set(ids).size).toBe(3)
  expect(Buffer.from(ids[2] ?? '', 'base64').length).toBeLessThanOrEqual(64)
  expect([1, 8, 16, 32, 128].map((size) => blocksAtOnce(size * mebibyte))).toEqual([4, 4, 4, 2, 2])
})

test('cuts anywhere, keeps every byte', async () => {
  const body = bytes(1000, 4)
  const plan = { size: (index: number) => 100 + index }
  const pieces = [0, 1, 99, 100, 400, 1000].map((end, at, all) => body.subarray(all[at - 1] ?? 0, end))
  const blocks: Buffer[] = []
  for await (const block of cutBlocks(stream(...pieces), plan)) blocks.push(block)
  expect(blocks.map(({ length }) => length)).toEqual([100, 101, 102, 103, 104, 105, 106, 107, 108, 64])
  expect(sha256(Buffer.concat(blocks))).toBe(sha256(body))
})

test('rides out refused, lost and repeated requests', async () => {
  const store = await openStore(place)
  let blocks = 0
  let lists = 0
  meddler.meddle = ({ url }) => {
    if (isBlock(url))
      return ++blocks % 2 ? { status: 503, headers: { 'x-ms-error-code': 'ServerBusy' } } : 'pass'
    if (isList(url)) return ++lists === 1 ? 'lose-reply' : 'pass'
    return 'pass'
  }
  const body = bytes(20 * mebibyte, 6)
  const options = { signal: never, when: { absent: true } } as const
  const stored = await store.putStream('single/x.tgz', stream(body), options)
  expect(stored).toMatchObject({ key: 'single/x.tgz', bytes: body.length })
  expect(blocks).toBeGreaterThanOrEqual(5)
  expect(lists).toBe(2)
  expect(sha256(await get(store, 'single/x.tgz'))).toBe(sha256(body))
})

test('a lost reply is not taken for ours where another was there', async () => {
  const store = await openStore(place)
  await put(store, 'single/x', text('theirs'))
  let lists = 0
  meddler.meddle = ({ url }) => (isList(url) && ++lists === 1 ? { status: 503 } : 'pass')
  const options = { signal: never, when: { absent: true } } as const
  await expectCode(store.putStream('single/x', stream(text('ours')), options), 'store-condition-failed')
  expect(String(await get(store, 'single/x'))).toBe('theirs')
})

test('two that stage the same blob do not mix', async () => {
  const stores = await Promise.all([openStore(place), openStore(place)])
  const bodies = [bytes(9 * mebibyte, 1), bytes(9 * mebibyte, 2)]
  const options = { signal: never, when: { absent: true } } as const
  const outcomes = await Promise.allSettled(
    stores.map((store, at) => store.putStream('single/x', stream(bodies[at] as Uint8Array), options)),
  )
  const won = outcomes.findIndex(({ status }) => status === 'fulfilled')
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(sha256(await get(stores[0] as (typeof stores)[0], 'single/x'))).toBe(
    sha256(bodies[won] as Uint8Array),
  )
})

test('a block that is refused for good ends it, and leaves nothing to see', async () => {
  const store = await openStore(place)
  meddler.meddle = ({ url }) =>
    isBlock(url) ? { status: 403, headers: { 'x-ms-error-code': 'AuthorizationPermissionMismatch' } } : 'pass'
  const endless = (async function* () {
    for (;;) yield bytes(mebibyte)
  })()
  await expectCode(store.putStream('data/x', endless, { signal: never }), 'store-unwritable')
  expect(await keys(store, '')).toEqual([])
})

test('does not put into the archive what must be read back', async () => {
  const store = await openStore(place)
  const options = { signal: never, tier: 'Archive' }
  await expectCode(store.putStream('data/x', stream(text('x')), options), 'store-unsupported')
  await store.putStream('data/y', stream(text('y')), { signal: never, tier: 'Cool' })
  expect(await store.stat('data/y')).toMatchObject({ tier: 'Cool', bytes: 1 })
})
