import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
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
export function versionCases(factory: StoreFactory, { timeout = 60_000 }: SuiteOptions): void {
  test(
    'versions: reaches what was replaced, if it says so',
    { timeout },
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
      await store.delete('data/versioned', { versionId })
      await expectCode(store.get('data/versioned', { signal: never, versionId }), 'store-not-found')
    }),
  )
}

/** Of stores that refuse to delete for a time. */
export function objectLockCases(factory: StoreFactory, { timeout = 60_000 }: SuiteOptions): void {
  test(
    'object lock: refuses to delete what is retained, if it says so',
    { timeout },
    withStore(factory, async ({ store }) => {
      const plain = await put(store, 'data/plain', text('x'))
      if (!store.features.objectLock) return void expect(plain.retainUntil).toBeUndefined()
      const retainUntil = new Date(Math.ceil(Date.now() / 1000) * 1000 + 5000)
      const locked = await put(store, 'data/locked', text('kept'), { retainUntil })
      expect((await store.stat('data/locked'))?.retainUntil).toEqual(retainUntil)
      const versionId = locked.versionId ?? 'none'
      await expectCode(store.delete('data/locked', { versionId }), 'held', 'store-unwritable')
      expect(String(await get(store, 'data/locked'))).toBe('kept')
    }),
  )
}
