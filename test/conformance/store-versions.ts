import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import type { Store, StoredVersion } from '../../src/domain/store.ts'
import {
  expectCode,
  get,
  never,
  put,
  type StoreFactory,
  type SuiteOptions,
  text,
  withStore,
} from './store-suite.ts'

/** Of stores that keep what was replaced. */
export function versionCases(factory: StoreFactory, { timeout = 180_000 }: SuiteOptions): void {
  describe('versions', { timeout }, () => {
    test(
      'reaches what was replaced, if it says so',
      withStore(factory, async ({ store }) => {
        const first = await put(store, 'data/versioned', text('first'))
        await put(store, 'data/versioned', text('second'))
        if (!store.features.versions) return void expect(first.versionId).toBeUndefined()
        const versionId = first.versionId ?? 'none'
        const old = await store.get('data/versioned', { signal: never, versionId })
        expect(String(await buffer(old))).toBe('first')
        await store.delete('data/versioned')
        expect(await store.stat('data/versioned')).toBeUndefined()
        const kept = await store.get('data/versioned', { signal: never, versionId })
        expect(String(await buffer(kept))).toBe('first')
        if (first.retainUntil) {
          await expectCode(store.delete('data/versioned', { versionId }), 'held')
          return
        }
        await store.delete('data/versioned', { versionId })
        await expectCode(store.get('data/versioned', { signal: never, versionId }), 'store-not-found')
        await store.delete('data/versioned', { versionId })
      }),
    )

    test(
      'lists all of them, markers too, the newest of each key first',
      withStore(factory, async ({ store }) => {
        if (!store.features.versions) return void expect(store.versions).toBeUndefined()
        const put1 = await put(store, 'data/one', text('1'))
        const other = await put(store, 'data/one-more', text('other'))
        const put2 = await put(store, 'data/one', text('22'))
        await store.delete('data/one')
        const put3 = await put(store, 'data/one', text('333'))
        const all = await versionsOf(store, 'data/')
        expect(all.map(({ key, bytes, deleted }) => [key, deleted ? 'deleted' : bytes])).toEqual([
          ['data/one', 3],
          ['data/one', 'deleted'],
          ['data/one', 2],
          ['data/one', 1],
          ['data/one-more', 5],
        ])
        expect(all.map(({ latest }) => latest)).toEqual([true, false, false, false, true])
        expect(all.filter(({ deleted }) => !deleted)).toMatchObject(
          [put3, put2, put1, other].map(({ versionId, etag }) => ({ versionId, etag })),
        )
        const marker = all.find(({ deleted }) => deleted)?.versionId ?? ''
        await store.delete('data/one', { versionId: marker })
        expect((await versionsOf(store, 'data/one')).filter(({ deleted }) => deleted)).toEqual([])
        expect(await versionsOf(store, 'data/none')).toEqual([])
      }),
    )
  })
}

async function versionsOf(store: Store, prefix: string): Promise<StoredVersion[]> {
  const found: StoredVersion[] = []
  for await (const version of store.versions?.(prefix) ?? []) found.push(version)
  return found
}

/** S3 counts whole seconds. */
function seconds(fromNow: number): Date {
  return new Date((Math.ceil(Date.now() / 1000) + fromNow) * 1000)
}

/** Of stores that refuse to delete for a time. */
export function objectLockCases(factory: StoreFactory, { timeout = 180_000 }: SuiteOptions): void {
  describe('object lock', { timeout }, () => {
    test(
      'refuses to delete what is retained, if it says so',
      withStore(factory, async ({ store }) => {
        const plain = await put(store, 'data/plain', text('x'))
        if (!store.features.objectLock) return void expect(plain.retainUntil).toBeUndefined()
        const retainUntil = seconds(7200)
        const locked = await put(store, 'data/locked', text('kept'), { retainUntil })
        expect((await store.stat('data/locked'))?.retainUntil).toEqual(retainUntil)
        const versionId = locked.versionId ?? 'none'
        await expectCode(store.delete('data/locked', { versionId }), 'held')
        expect(String(await get(store, 'data/locked'))).toBe('kept')
      }),
    )

    test(
      'extends what is retained, and never shortens it',
      withStore(factory, async ({ store }) => {
        if (!store.features.objectLock) return void expect(store.retain).toBeUndefined()
        const { versionId = '' } = await put(store, 'leases/free', text('x'))
        await store.retain?.('leases/free', seconds(7200), { signal: never })
        const longer = seconds(9000)
        await store.retain?.('leases/free', longer, { signal: never, versionId })
        await store.retain?.('leases/free', seconds(60), { signal: never })
        expect((await store.stat('leases/free'))?.retainUntil).toEqual(longer)
        await expectCode(store.delete('leases/free', { versionId }), 'held')
      }),
    )
  })
}

/** Of stores with archives: what is in none can be read at once. */
export function thawCases(factory: StoreFactory, { timeout = 180_000 }: SuiteOptions): void {
  test(
    'thaw: says that what is not archived is ready',
    { timeout },
    withStore(factory, async ({ store }) => {
      if (!store.thaw) return void expect(store.thaw).toBeUndefined()
      await put(store, 'data/warm', text('x'))
      expect(await store.thaw('data/warm', { signal: never, days: 1 })).toBe('ready')
      await expectCode(store.thaw('data/none', { signal: never, days: 1 }), 'store-not-found')
    }),
  )
}
