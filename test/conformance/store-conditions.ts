import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/domain/store.ts'
import {
  expectCode,
  get,
  keys,
  never,
  put,
  type StoreFactory,
  type SuiteOptions,
  text,
  withStore,
} from './store-suite.ts'

const absent = { when: { absent: true } } as const

async function refusesStreams(store: Store, options: { tier?: string; retainUntil?: Date }): Promise<void> {
  if (!store.putStream) return
  const stream = (async function* () {
    yield text('x')
  })()
  await expectCode(store.putStream('data/x', stream, { signal: never, ...options }), 'store-unsupported')
}

/** Conditions hold one after the other; what is not supported throws. */
export function conditionCases(factory: StoreFactory, { timeout = 180_000 }: SuiteOptions): void {
  describe('conditions', { timeout }, () => {
    test(
      'creates only what is absent',
      withStore(factory, async ({ store }) => {
        if (!store.features.createOnly) {
          await expectCode(put(store, 'data/x', text('x'), absent), 'store-unsupported')
          expect(await keys(store, '')).toEqual([])
          return
        }
        await put(store, 'manifests/one', text('first'), absent)
        const error = await expectCode(
          put(store, 'manifests/one', text('second'), absent),
          'store-condition-failed',
        )
        expect(error.retryable).toBe(false)
        expect(String(await get(store, 'manifests/one'))).toBe('first')
        await store.delete('manifests/one')
        await put(store, 'manifests/one', text('third'), absent)
        expect(String(await get(store, 'manifests/one'))).toBe('third')
      }),
    )

    test(
      'creates only what is absent from streams, too',
      withStore(factory, async ({ store }) => {
        if (!store.putStream) return void expect(store.putStream).toBeUndefined()
        const stream = async function* () {
          yield text('streamed')
        }
        const options = { signal: never, ...absent }
        if (!store.features.createOnly) {
          await expectCode(store.putStream('data/x', stream(), options), 'store-unsupported')
          return
        }
        await store.putStream('data/single', stream(), options)
        await expectCode(store.putStream('data/single', stream(), options), 'store-condition-failed')
        await expectCode(put(store, 'data/single', text('x'), absent), 'store-condition-failed')
        expect(String(await get(store, 'data/single'))).toBe('streamed')
      }),
    )

    test(
      'swaps only what is unchanged',
      withStore(factory, async ({ store }) => {
        if (!store.features.compareAndSwap) {
          await put(store, 'data/x', text('x'))
          const etag = (await store.stat('data/x'))?.etag ?? ''
          await expectCode(put(store, 'data/x', text('y'), { when: { etag } }), 'store-unsupported')
          expect(String(await get(store, 'data/x'))).toBe('x')
          return
        }
        const first = await put(store, 'leases/one', text('1'))
        const second = await put(store, 'leases/one', text('2'), { when: { etag: first.etag } })
        expect(second.etag).not.toBe(first.etag)
        await expectCode(
          put(store, 'leases/one', text('3'), { when: { etag: first.etag } }),
          'store-condition-failed',
        )
        const listedEtag = (await store.stat('leases/one'))?.etag ?? ''
        await put(store, 'leases/one', text('4'), { when: { etag: listedEtag } })
        expect(String(await get(store, 'leases/one'))).toBe('4')
        await put(store, 'leases/one', text('5'))
        await expectCode(
          put(store, 'leases/one', text('6'), { when: { etag: listedEtag } }),
          'store-condition-failed',
        )
        await store.delete('leases/one')
        await expectCode(
          put(store, 'leases/one', text('7'), { when: { etag: listedEtag } }),
          'store-condition-failed',
        )
        await expectCode(
          put(store, 'leases/none', text('8'), { when: { etag: '"x"' } }),
          'store-condition-failed',
        )
        expect(await keys(store, '')).toEqual([])
      }),
    )

    test(
      'throws for what it does not support',
      withStore(factory, async ({ store }) => {
        await put(store, 'data/there', text('x'))
        if (!store.features.objectLock) {
          const retainUntil = new Date(Date.now() + 60_000)
          await expectCode(put(store, 'data/x', text('x'), { retainUntil }), 'store-unsupported')
          await refusesStreams(store, { retainUntil })
        }
        if (!store.features.versions) {
          await expectCode(store.get('data/there', { signal: never, versionId: '1' }), 'store-unsupported')
          await expectCode(store.delete('data/there', { versionId: '1' }), 'store-unsupported')
        }
        await expectCode(put(store, 'data/x', text('x'), { tier: 'no such tier' }), 'store-unsupported')
        await refusesStreams(store, { tier: 'no such tier' })
        expect(await keys(store, '')).toEqual(['data/there'])
      }),
    )
  })
}
