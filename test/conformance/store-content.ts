import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  bytes,
  expectCode,
  get,
  keys,
  never,
  put,
  type StoreFactory,
  type SuiteOptions,
  sha256,
  text,
  withStore,
} from './store-suite.ts'

const mebibyte = 1024 * 1024
const sizes = [0, 1, 255, 4096, 65_535, 65_536, mebibyte, mebibyte + 1, 16 * mebibyte, 17 * mebibyte]
const reason = new Error('stopped by the test')

/** What goes in comes out, whole or in part. */
export function contentCases(factory: StoreFactory, { timeout = 180_000, rounds = 30 }: SuiteOptions): void {
  describe('content', { timeout }, () => {
    test(
      'returns what was put, from 0 bytes to 17 MiB',
      withStore(factory, async ({ store }) => {
        for (const size of sizes) {
          const body = bytes(size, size + 1)
          const stored = await put(store, `data/size-${size}`, body)
          expect(stored).toMatchObject({ key: `data/size-${size}`, bytes: size })
          expect(stored.sha256 ?? sha256(body)).toBe(sha256(body))
          const back = await get(store, `data/size-${size}`)
          expect(back.byteLength).toBe(size)
          expect(sha256(back)).toBe(sha256(body))
        }
      }),
    )

    test(
      'takes bodies in shared memory, and views into larger buffers',
      withStore(factory, async ({ store }) => {
        const shared = new Uint8Array(new SharedArrayBuffer(3 * mebibyte)).subarray(7, 2 * mebibyte)
        shared.set(bytes(shared.length, 5))
        await put(store, 'data/shared', shared)
        expect(sha256(await get(store, 'data/shared'))).toBe(sha256(shared))
      }),
    )

    test(
      'does not look at the body again once put has returned',
      withStore(factory, async ({ store }) => {
        const body = bytes(3 * mebibyte, 9)
        const hash = sha256(body)
        await put(store, 'data/reused', body)
        body.fill(0)
        await turn()
        expect(sha256(await get(store, 'data/reused'))).toBe(hash)
      }),
    )

    test(
      'replaces an object, with another etag every time',
      withStore(factory, async ({ store }) => {
        const etags = new Set<string>()
        for (let round = 0; round < rounds; round++) {
          const body = text(`round ${String(round).padStart(3, '0')}`)
          const stored = await put(store, 'state/one', body)
          etags.add(stored.etag)
          expect((await store.stat('state/one'))?.etag).toBe(stored.etag)
          expect(await get(store, 'state/one')).toEqual(Buffer.from(body))
        }
        expect(etags.size).toBe(rounds)
      }),
    )

    test(
      'gives another etag to what is made anew after a deletion',
      withStore(factory, async ({ store }) => {
        const etags = new Set<string>()
        for (let round = 0; round < 5; round++) {
          etags.add((await put(store, 'state/again', text(`life ${round}`))).etag)
          await store.delete('state/again')
        }
        expect(etags.size).toBe(5)
      }),
    )

    test(
      'refuses bytes that do not match their hash, and keeps what was there',
      withStore(factory, async ({ store }) => {
        if (!store.features.enforcesSha256) return void expect(store.features.enforcesSha256).toBe(false)
        await put(store, 'data/kept', text('old'))
        const wrong = { signal: never, sha256: sha256(text('something else')) }
        await expectCode(store.put('data/kept', text('new'), wrong), 'store-checksum-mismatch')
        await expectCode(store.put('data/none', text('new'), wrong), 'store-checksum-mismatch')
        expect(String(await get(store, 'data/kept'))).toBe('old')
        expect(await keys(store, '')).toEqual(['data/kept'])
      }),
    )

    test(
      'reads ranges, to the last byte and not beyond',
      withStore(factory, async ({ store }) => {
        const body = Buffer.from(bytes(200_000, 3))
        await put(store, 'data/ranged', body)
        const ranges = [
          [0, 1],
          [0, 200_000],
          [65_535, 2],
          [131_072, 65_536],
          [199_999, 1],
        ] as const
        if (!store.features.range) {
          await expectCode(get(store, 'data/ranged', 0, 1), 'store-unsupported')
          return
        }
        for (const [offset, length] of ranges) {
          const part = await get(store, 'data/ranged', offset, length)
          expect(part.equals(body.subarray(offset, offset + length))).toBe(true)
        }
        for (const [offset, length] of [
          [0, 200_001],
          [199_999, 2],
          [200_000, 1],
          [400_000, 10],
        ] as const) {
          await expectCode(get(store, 'data/ranged', offset, length), 'object-damaged')
        }
        await expectCode(get(store, 'data/absent', 0, 1), 'store-not-found')
      }),
    )

    test(
      'says that an absent object is absent, also where its key is a part of others',
      withStore(factory, async ({ store }) => {
        await put(store, 'data/job/one', text('x'))
        for (const key of ['nothing', 'data', 'data/job', 'data/job/on', 'data/job/one/more', 'data/jo']) {
          await expectCode(get(store, key), 'store-not-found')
          expect(await store.stat(key)).toBeUndefined()
        }
      }),
    )

    test(
      'says of an object what put said of it',
      withStore(factory, async ({ store }) => {
        const stored = await put(store, 'data/known', text('12345'))
        const found = await store.stat('data/known')
        expect(found).toMatchObject({ key: 'data/known', bytes: 5, etag: stored.etag })
        const apart = Number(found?.modified) - stored.modified.getTime()
        expect(Math.abs(apart)).toBeLessThan(5000)
        expect(Math.abs(stored.modified.getTime() - Date.now())).toBeLessThan(120_000)
      }),
    )

    test(
      'deletes, also what is not there',
      withStore(factory, async ({ store }) => {
        await put(store, 'data/a', text('a'))
        await put(store, 'data/a-b', text('b'))
        await store.delete('data/a')
        await store.delete('data/a')
        await store.delete('data')
        await store.delete('never/was')
        expect(await store.stat('data/a')).toBeUndefined()
        expect(await keys(store, '')).toEqual(['data/a-b'])
        await put(store, 'data/a', text('again'))
        expect(String(await get(store, 'data/a'))).toBe('again')
      }),
    )

    test(
      'stops at a signal that was given before',
      withStore(factory, async ({ store }) => {
        const signal = AbortSignal.abort(reason)
        await put(store, 'data/there', text('x'))
        const body = text('y')
        await expect(store.put('data/new', body, { signal, sha256: sha256(body) })).rejects.toThrow()
        await expect(store.get('data/there', { signal })).rejects.toThrow()
        if (store.putStream) {
          const stream = (async function* () {
            yield body
          })()
          await expect(store.putStream('data/new', stream, { signal })).rejects.toThrow()
        }
        expect(await keys(store, '')).toEqual(['data/there'])
      }),
    )

    test(
      'stops at a signal while a body is read',
      withStore(factory, async ({ store }) => {
        await put(store, 'data/long', bytes(8 * mebibyte))
        const controller = new AbortController()
        const stream = await store.get('data/long', { signal: controller.signal })
        const reading = (async () => {
          for await (const _ of stream) controller.abort(reason)
        })()
        await expect(reading).rejects.toThrow()
        const unread = new AbortController()
        const second = await store.get('data/long', { signal: unread.signal })
        const failed = new Promise((resolve) => second.once('error', resolve))
        unread.abort(reason)
        expect(await failed).toBeInstanceOf(Error)
        expect(second.destroyed).toBe(true)
      }),
    )

    test(
      'streams an object in, whole or not at all',
      withStore(factory, async ({ store }) => {
        if (!store.putStream) return void expect(store.putStream).toBeUndefined()
        const body = bytes(5 * mebibyte + 3, 11)
        const recycled = Buffer.alloc(100_000)
        const stream = (async function* () {
          for (let at = 0; at < body.length; at += recycled.length) {
            const piece = body.subarray(at, at + recycled.length)
            recycled.set(piece)
            yield recycled.subarray(0, piece.length)
          }
        })()
        const stored = await store.putStream('data/streamed', stream, { signal: never, estimate: 1 })
        expect(stored.bytes).toBe(body.length)
        expect(sha256(await get(store, 'data/streamed'))).toBe(sha256(body))

        const broken = (async function* () {
          yield bytes(2 * mebibyte)
          throw reason
        })()
        await expect(store.putStream('data/broken', broken, { signal: never })).rejects.toBe(reason)
        const controller = new AbortController()
        const aborted = (async function* () {
          yield bytes(2 * mebibyte)
          controller.abort(reason)
          yield bytes(2 * mebibyte)
        })()
        await expect(
          store.putStream('data/aborted', aborted, { signal: controller.signal }),
        ).rejects.toThrow()
        const empty = (async function* () {})()
        expect((await store.putStream('data/void', empty, { signal: never })).bytes).toBe(0)
        expect(await keys(store, '')).toEqual(['data/streamed', 'data/void'])
      }),
    )
  })
}
