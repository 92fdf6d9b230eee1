import { describe, expect, test } from 'vitest'
import {
  bytes,
  keys,
  listed,
  put,
  type StoreFactory,
  type SuiteOptions,
  text,
  withStore,
} from './store-suite.ts'

/** 900 bytes in parts that any file system can hold. */
const longKey = `data/${'long-name-'.repeat(20)}/${'b'.repeat(230)}/${'c'.repeat(230)}/${'d'.repeat(232)}`

const oddKeys = [
  'data/a',
  'data/a b',
  'data/a!b',
  'data/a+b',
  'data/a-b/x',
  'data/a-b.json',
  'data/a.b',
  'data/a0/x',
  'data/aa/x',
  'data/A',
  'data/%2e%2e/x',
  'data/50%25',
  'data/..x/y...',
  'data/~tilde/(paren)/[bracket]/{brace}',
  'data/q\'uote/d"ouble',
  'data/tab/eq=uals/amp&/com,ma/se;mi/co:lon/at@/hash#/question?',
  'data/z/a/b/c/d/e/f/g',
  'data/z/a-b',
  'data/z/a.b',
  'holdfast.json',
  'leases/job~app-db.json',
  longKey,
]

function inByteOrder(list: readonly string[]): string[] {
  return [...list].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

/** Listings are complete, ordered, and true at once. */
export function listingCases(
  factory: StoreFactory,
  { listed: count = 2500, timeout = 180_000 }: SuiteOptions,
): void {
  describe('listing', { timeout }, () => {
    test(
      'is empty at first, whatever the prefix',
      withStore(factory, async ({ store }) => {
        for (const prefix of ['', 'data/', 'data', 'no/such/thing', '..', '../', '/', '//', 'a/../b']) {
          expect(await keys(store, prefix)).toEqual([])
        }
      }),
    )

    test(
      'is in byte order of the whole keys and keeps odd ones as they are',
      withStore(factory, async ({ store }) => {
        expect(longKey.length).toBe(900)
        const order = [...oddKeys].sort((a, b) => bytesOf(a) - bytesOf(b))
        for (const key of order) await put(store, key, text(key))
        expect(await keys(store, '')).toEqual(inByteOrder(oddKeys))
        expect((await listed(store, '')).map((object) => object.bytes)).toEqual(
          inByteOrder(oddKeys).map((key) => key.length),
        )
      }),
    )

    test(
      'takes any beginning of a key as its prefix',
      withStore(factory, async ({ store }) => {
        for (const key of oddKeys) await put(store, key, text(key))
        const prefixes = new Set(
          oddKeys.flatMap((key) => [1, 5, 6, 7, 8, 9, 10, 300].map((end) => key.slice(0, end))),
        )
        for (const prefix of [...prefixes, ...oddKeys]) {
          expect(await keys(store, prefix)).toEqual(
            inByteOrder(oddKeys.filter((key) => key.startsWith(prefix))),
          )
        }
        for (const prefix of ['data/../data/', './', '/data', 'data//', 'DATA/']) {
          expect(await keys(store, prefix)).toEqual([])
        }
      }),
    )

    test(
      'shows what was put, replaced and deleted at once, with right sizes',
      withStore(factory, async ({ store }) => {
        const stored = await put(store, 'data/seen', bytes(1000))
        expect(await listed(store, 'data/')).toMatchObject([
          { key: 'data/seen', bytes: 1000, etag: stored.etag },
        ])
        const replaced = await put(store, 'data/seen', bytes(2000))
        const found = (await listed(store, 'data/seen'))[0]
        expect(found).toMatchObject({ key: 'data/seen', bytes: 2000, etag: replaced.etag })
        expect(found?.modified).toEqual((await store.stat('data/seen'))?.modified)
        await store.delete('data/seen')
        expect(await keys(store, '')).toEqual([])
      }),
    )

    test(
      `yields all of ${count} objects once, over pages and directories`,
      withStore(factory, async ({ store }) => {
        const expected: string[] = []
        for (let at = 0; at < count; at++) {
          const number = String(at).padStart(5, '0')
          expected.push(at % 3 ? `data/job/flat-${number}` : `data/job/flat-${number}/inside`)
        }
        for (let at = 0; at < expected.length; at += 16) {
          await Promise.all(expected.slice(at, at + 16).map((key) => put(store, key, text(key))))
        }
        expect(await keys(store, 'data/job/')).toEqual(inByteOrder(expected))
        let first: string | undefined
        for await (const object of store.list('data/')) {
          first = object.key
          break
        }
        expect(first).toBe(inByteOrder(expected)[0])
      }),
    )
  })
}

/** Any order but the sorted one. */
function bytesOf(key: string): number {
  return [...key].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9973, 7)
}
