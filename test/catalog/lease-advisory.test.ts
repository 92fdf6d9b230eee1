import { describe, expect, test } from 'vitest'
import { HoldfastError } from '../../src/errors/error.ts'
import { leaseScene, outcome, ttl } from './lease-fixture.ts'

const weak = { createOnly: false, compareAndSwap: false }

describe('a lease on a store without conditions', () => {
  test('is a lock object of its own, deleted at the end, and not exclusive', async () => {
    const { acquire, store } = leaseScene(weak)
    const lease = await acquire('a')
    expect(lease).toMatchObject({ exclusive: false, token: 1 })
    expect([...store.objects.keys()]).toEqual([
      expect.stringMatching(/^leases\/job~app\/[0-9a-f-]{36}\.json$/),
    ])
    lease.assertHeld()
    await lease.release()
    expect(store.objects.size).toBe(0)
  })

  test('has one holder of 8 that want it at once, and then the next', async () => {
    const { clock, contend } = leaseScene(weak)
    const all = Array.from({ length: 8 }, (_, i) => outcome(contend(`host-${i}`)))
    const seen = new Set<string>()
    for (let round = 0; round < 8; round++) {
      await clock.advance(60_000)
      const holders = all.filter((one) => one.value && !seen.has(String(all.indexOf(one))))
      expect(holders).toHaveLength(1)
      for (const one of holders) {
        seen.add(String(all.indexOf(one)))
        one.value?.assertHeld()
        await one.value?.release()
      }
    }
  })

  test('is kept by beats, refused to others, and skipped', async () => {
    const { acquire, clock, contend } = leaseScene(weak)
    const lease = await acquire('a')
    const refused = outcome(contend('b', { onBusy: 'fail' }))
    const skipped = outcome(contend('c', { onBusy: 'skip' }))
    await clock.advance(5 * ttl)
    lease.assertHeld()
    expect(refused.error).toMatchObject({ code: 'busy' })
    expect(skipped).toEqual({ done: true, value: undefined })
    await lease.release()
  })

  test('is taken over from a holder without beats, which learns of it', async () => {
    const { acquire, clock, contend, store } = leaseScene(weak)
    const silent = await acquire('a', { beatMs: 10 * ttl })
    const next = outcome(contend('b'))
    await clock.advance(ttl + 10_000)
    expect(silent.signal.aborted).toBe(true)
    expect(next.value).toMatchObject({ token: 2 })
    expect(store.objects.size).toBe(1)
    await silent.release()
    next.value?.assertHeld()
    await next.value?.release()
  })

  test('is lost at the next beat when its object was deleted', async () => {
    const { acquire, clock, store } = leaseScene(weak)
    const lease = await acquire('a')
    store.objects.clear()
    await clock.advance(15_000)
    expect(lease.signal.reason).toMatchObject({ code: 'lease-lost' })
    expect(store.objects.size).toBe(0)
  })

  test('is freed by a role that may not delete', async () => {
    const { acquire, store } = leaseScene(weak)
    const readWrite: typeof store = {
      ...store,
      delete: async () => {
        throw new HoldfastError('store-unwritable', 'access denied')
      },
    }
    const first = await acquire('a', {}, readWrite)
    await first.release()
    expect(store.objects.size).toBe(1)
    const second = await acquire('b', {}, readWrite)
    expect(second.token).toBe(2)
    await second.release()
    await (await acquire('c')).release()
    expect(store.objects.size).toBe(0)
  })

  test('withdraws a lock object whose write was slow', async () => {
    const { acquire, clock, contend, store } = leaseScene(weak)
    let slow = true
    const late = outcome(
      contend(
        'a',
        {},
        {
          ...store,
          put: async (...args) => {
            if (slow) await clock.sleep(20_000)
            slow = false
            return store.put(...args)
          },
        },
      ),
    )
    await clock.advance(1_000)
    const quick = await acquire('b')
    await clock.advance(50_000)
    expect(late.done).toBe(false)
    quick.assertHeld()
    await quick.release()
    await clock.advance(20_000)
    late.value?.assertHeld()
    expect(late.value?.token).toBeGreaterThan(0)
    await late.value?.release()
  })
})
