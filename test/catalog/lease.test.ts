import { describe, expect, test } from 'vitest'
import { acquireLease } from '../../src/catalog/lease.ts'
import { currentOwner } from '../../src/catalog/lease-owner.ts'
import { sha256Of } from '../../src/catalog/object-io.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { leaseScene, outcome, remote, settle, ttl } from './lease-fixture.ts'

const lost = expect.objectContaining({ code: 'lease-lost' })

describe('a lease', () => {
  test('is one object that is freed, never deleted, and whose token only grows', async () => {
    const { acquire, record, store } = leaseScene()
    const first = await acquire('a')
    expect(first).toMatchObject({ scope: 'job~app', token: 1, exclusive: true })
    expect(record()).toMatchObject({ owner: remote('a'), token: 1, state: 'held', beat: 0 })
    await first.release()
    await first.release()
    expect(record()).toMatchObject({ state: 'free', token: 1 })
    const second = await acquire('b')
    expect(second.token).toBe(2)
    expect([...store.objects.keys()]).toEqual(['leases/job~app.json'])
    await second.release()
  })

  test('has one holder of 16 that want it at once, and then the next', async () => {
    const { clock, contend } = leaseScene()
    const all = Array.from({ length: 16 }, (_, i) => outcome(contend(`host-${i}`)))
    for (let round = 1; round <= 16; round++) {
      await clock.advance(5_000)
      const holders = all.filter((one) => one.value && !one.value.signal.aborted)
      expect(holders).toHaveLength(round)
      const newest = holders.find((one) => one.value?.token === round)
      newest?.value?.assertHeld()
      await newest?.value?.release()
    }
  })

  test('is kept by beats for as long as it takes', async () => {
    const { acquire, clock, record } = leaseScene()
    const lease = await acquire('a')
    await clock.advance(20 * ttl)
    lease.assertHeld()
    expect(record().beat).toBe(80)
    expect(lease.storeTime()).toEqual(clock.now())
    await lease.release()
    expect(() => lease.assertHeld()).toThrow(lost)
    const { beat } = record()
    await clock.advance(10 * ttl)
    expect(record().beat).toBe(beat)
  })

  test('is taken over after the time-to-live without a beat, and its holder has stopped before', async () => {
    const { acquire, clock, contend, store } = leaseScene()
    let cut = false
    const flaky: typeof store = {
      ...store,
      put: async (...args) => {
        if (cut) throw new HoldfastError('store-unreachable', 'cut off', { retryable: true })
        return store.put(...args)
      },
    }
    const frozen = await acquire('a', {}, flaky)
    cut = true
    const next = outcome(contend('b'))
    await clock.advance(50_000)
    expect(frozen.signal.reason).toEqual(lost)
    expect(() => frozen.assertHeld()).toThrow(lost)
    expect(next.done).toBe(false)
    await clock.advance(15_000)
    expect(next.value?.token).toBe(2)
    cut = false
    await frozen.release()
    next.value?.assertHeld()
    await clock.advance(ttl)
    next.value?.assertHeld()
    await next.value?.release()
  })

  test('that rides outages is in doubt, not lost, until it beats again', async () => {
    const { acquire, clock, store } = leaseScene()
    let cut = false
    const flaky: typeof store = {
      ...store,
      put: async (...args) => {
        if (cut) throw new HoldfastError('store-unreachable', 'cut off', { retryable: true })
        return store.put(...args)
      },
    }
    const lease = await acquire('a', { ridesOutages: true }, flaky)
    await lease.confirm(new AbortController().signal)
    cut = true
    await clock.advance(5 * ttl)
    expect(lease.signal.aborted).toBe(false)
    const confirmed = outcome(lease.confirm(new AbortController().signal))
    await clock.advance(ttl)
    expect(confirmed.done).toBe(false)
    cut = false
    await clock.advance(20_000)
    expect(confirmed).toMatchObject({ done: true })
    expect(confirmed.error).toBeUndefined()
    lease.assertHeld()
    await lease.release()
    await expect(lease.confirm(new AbortController().signal)).rejects.toEqual(lost)
  })

  test('that rides outages is lost when someone else took it meanwhile, and when the store stays away', async () => {
    const { acquire, clock, store } = leaseScene()
    let cut = true
    const flaky: typeof store = {
      ...store,
      put: async (...args) => {
        if (cut) throw new HoldfastError('store-unreachable', 'cut off', { retryable: true })
        return store.put(...args)
      },
    }
    cut = false
    const first = await acquire('a', { ridesOutages: true }, flaky)
    cut = true
    const second = acquire('b')
    await clock.advance(2 * ttl)
    expect((await second).token).toBe(2)
    expect(first.signal.aborted).toBe(false)
    cut = false
    await clock.advance(ttl)
    expect(first.signal.reason).toEqual(lost)
    await expect(first.confirm(new AbortController().signal)).rejects.toEqual(lost)
    await (await second).release()

    const third = await acquire('c', { ridesOutages: true }, flaky)
    cut = true
    const confirmed = outcome(
      (async () => clock.advance(2 * ttl))().then(() => third.confirm(new AbortController().signal)),
    )
    await clock.advance(20 * ttl)
    expect(confirmed.error).toEqual(lost)
  })

  test('survives an outage that ends in time', async () => {
    const { acquire, clock, store } = leaseScene()
    let cut = false
    const lease = await acquire(
      'a',
      {},
      {
        ...store,
        put: async (...args) => {
          if (cut) throw new HoldfastError('store-unreachable', 'cut off', { retryable: true })
          return store.put(...args)
        },
      },
    )
    await clock.advance(15_000)
    cut = true
    await clock.advance(40_000)
    cut = false
    await clock.advance(3 * ttl)
    lease.assertHeld()
    expect(lease.signal.aborted).toBe(false)
    await lease.release()
  })

  test('is not believed by a holder that was frozen, before any timer has fired', async () => {
    const { acquire, clock } = leaseScene()
    const lease = await acquire('a')
    clock.jump(ttl)
    expect(() => lease.assertHeld()).toThrow(lost)
    expect(lease.signal.reason).toEqual(lost)
  })

  test('is lost at the next beat when someone took it by force', async () => {
    const { acquire, clock, store, record } = leaseScene()
    const lease = await acquire('a')
    const foreign = Buffer.from(JSON.stringify({ ...record(), nonce: 'another', token: 9 }))
    await store.put('leases/job~app.json', foreign, {
      signal: new AbortController().signal,
      sha256: sha256Of(foreign),
    })
    await clock.advance(15_000)
    expect(lease.signal.reason).toEqual(lost)
    await lease.release()
    expect(record()).toMatchObject({ nonce: 'another', state: 'held' })
  })

  test('is got, kept and freed by writes that landed although their retry says otherwise', async () => {
    const { acquire, clock, store, record } = leaseScene()
    let lies = 0
    const retrying: typeof store = {
      ...store,
      put: async (key, body, options) => {
        await store.put(key, body, options)
        if (++lies % 2 === 0) return (await store.stat(key)) as never
        throw new HoldfastError('store-condition-failed', 'the second try met the first')
      },
    }
    const lease = await acquire('a', {}, retrying)
    await clock.advance(3 * ttl)
    lease.assertHeld()
    await lease.release()
    expect(record()).toMatchObject({ state: 'free', token: 1 })
  })

  test('goes on after an own beat that landed after all', async () => {
    const { acquire, clock, store, record } = leaseScene()
    let lateOnes = 0
    const lease = await acquire(
      'a',
      {},
      {
        ...store,
        put: async (key, body, options) => {
          const object = await store.put(key, body, options)
          if (options.when && 'etag' in options.when && lateOnes++ % 3 === 0) {
            throw new HoldfastError('store-unreachable', 'the answer got lost', { retryable: true })
          }
          return object
        },
      },
    )
    await clock.advance(10 * ttl)
    lease.assertHeld()
    expect(lateOnes).toBeGreaterThan(10)
    while (lateOnes % 3 !== 1) await clock.advance(1_000)
    await lease.release()
    expect(record()).toMatchObject({ state: 'free', token: 1 })
  })

  test('is not had at a store whose conditions never hold', async () => {
    const { clock, contend, store } = leaseScene()
    let puts = 0
    const odd: typeof store = {
      ...store,
      put: async (key, body, options) => {
        puts += 1
        const other = Buffer.from(Buffer.from(body).toString().replace('"beat":0', `"beat":${puts}`))
        await store.put(key, other, { signal: options.signal, sha256: sha256Of(other) })
        throw new HoldfastError('store-condition-failed', 'never')
      },
    }
    const refused = outcome(contend('a', {}, odd))
    await clock.advance(1_000)
    expect(refused.error).toMatchObject({ code: 'store-condition-failed' })
    expect(puts).toBe(5)
  })

  test('that cannot be released lets its caller go after five seconds', async () => {
    const { acquire, clock, store } = leaseScene()
    let hangs = false
    const lease = await acquire(
      'a',
      {},
      {
        ...store,
        put: (...args) => (hangs ? new Promise(() => undefined) : store.put(...args)),
      },
    )
    hangs = true
    await clock.advance(15_000)
    const released = outcome(lease.release())
    await clock.advance(4_900)
    expect(released.done).toBe(false)
    await clock.advance(200)
    expect(released.error).toMatchObject({ code: 'timeout' })
  })
})

describe('a busy lease', () => {
  test('fails once its remote holder has shown that it lives, and says who it is', async () => {
    const { acquire, clock, contend } = leaseScene()
    const lease = await acquire('db-1')
    const refused = outcome(contend('b', { onBusy: 'fail' }))
    await clock.advance(16_000)
    expect(refused.error).toMatchObject({
      code: 'busy',
      exitStatus: 6,
      message: expect.stringMatching(/^job~app is held by db-1, process 812, https:\/\/ci\/db-1 since 2026-/),
      hint: expect.stringContaining('--on-busy wait'),
      context: { scope: 'job~app', host: 'db-1', pid: 812 },
    })
    await lease.release()
  })

  test('is taken over by one that would fail, when its remote holder is dead', async () => {
    const { clock, contend, store } = leaseScene()
    const abandoned = leaseScene()
    await abandoned.acquire('runner-1')
    for (const [key, kept] of abandoned.store.objects) store.objects.set(key, kept)
    const next = outcome(contend('runner-2', { onBusy: 'fail' }))
    await clock.advance(ttl + 3_000)
    expect(next.value?.token).toBe(2)
  })

  test('is skipped without an error', async () => {
    const { acquire, clock, contend } = leaseScene()
    const lease = await acquire('a')
    const skipped = outcome(contend('b', { onBusy: 'skip' }))
    await clock.advance(16_000)
    expect(skipped).toEqual({ done: true, value: undefined })
    await lease.release()
  })

  test('is waited for with one notice, up to the limit', async () => {
    const { acquire, clock, contend } = leaseScene()
    const lease = await acquire('a')
    const waitedFor: string[] = []
    const onWait = (holder: { owner: { host: string } }) => waitedFor.push(holder.owner.host)
    const tired = outcome(contend('b', { waitLimitMs: 31_000, onWait }))
    await clock.advance(30_500)
    expect(tired.done).toBe(false)
    await clock.advance(600)
    expect(tired.error).toMatchObject({ code: 'busy', message: expect.stringContaining('still after 31 s') })
    expect(waitedFor).toEqual(['a'])
    await lease.release()
  })

  test('is no longer waited for once the run is cancelled', async () => {
    const { acquire, clock, contend } = leaseScene()
    const lease = await acquire('a')
    const cancel = new AbortController()
    const waiting = outcome(contend('b', { signal: cancel.signal }))
    await clock.advance(3_000)
    cancel.abort(new HoldfastError('interrupted', 'interrupted'))
    await settle()
    expect(waiting.error).toMatchObject({ code: 'interrupted' })
    await lease.release()
  })

  test('fails at once for a living process of this machine, and is taken over at once from a dead one', async () => {
    const { clock, contend, acquire } = leaseScene()
    const neighbour = { ...(await currentOwner()), pid: 1 }
    let dead = false
    await acquire('x', { owner: neighbour })
    const refused = outcome(contend('b', { onBusy: 'fail', isDead: async () => dead }))
    await expect.poll(() => refused.error).toMatchObject({ code: 'busy' })
    dead = true
    const next = outcome(contend('b', { isDead: async () => dead }))
    await settle()
    expect(next.value?.token).toBe(2)
    await clock.advance(0)
  })

  test('that this very process lost track of is watched, not refused for ever', async () => {
    const { clock, contend, store } = leaseScene()
    const before = leaseScene()
    await before.acquire('self', { owner: await currentOwner() })
    for (const [key, kept] of before.store.objects) store.objects.set(key, kept)
    const again = outcome(contend('self', { owner: await currentOwner(), onBusy: 'fail' }))
    await expect
      .poll(async () => {
        await clock.advance(2_000)
        return again.value?.token
      })
      .toBe(2)
  })

  test('whose object is no lease says what to delete', async () => {
    const { contend, store } = leaseScene()
    for (const text of ['', '{}', '{"owner":1}', 'x'.repeat(100_000)]) {
      const object = { key: 'leases/job~app.json', bytes: text.length, etag: '"1"', modified: new Date(0) }
      store.objects.set(object.key, { object, body: Buffer.from(text) })
      await expect(contend('a')).rejects.toMatchObject({ code: 'object-damaged' })
    }
  })

  test('cannot have any name', async () => {
    const { store, clock } = leaseScene()
    const options = {
      clock,
      owner: remote('a'),
      onBusy: 'fail',
      signal: new AbortController().signal,
    } as const
    await expect(acquireLease(store, '../x', options)).rejects.toMatchObject({ code: 'internal' })
  })
})
