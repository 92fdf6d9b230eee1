import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/domain/store.ts'
import { hasCode } from '../../src/errors/error.ts'
import { type Attempt, startContenders } from './contenders.ts'
import {
  get,
  type Opened,
  put,
  type StoreFactory,
  type SuiteOptions,
  text,
  withStore,
} from './store-suite.ts'

const contenders = 16
const rounds = 6

type Contest = (attempts: readonly Attempt[]) => Promise<readonly boolean[]>

async function attempt(store: Store, { key, body, etag }: Attempt): Promise<boolean> {
  try {
    await put(store, key, text(body), { when: etag === undefined ? { absent: true } : { etag } })
    return true
  } catch (error) {
    if (hasCode(error, 'store-condition-failed')) return false
    throw error
  }
}

/** Every round all contenders want the same; exactly one gets it, and its bytes are what stays. */
async function compete(store: Store, contest: Contest): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const key = `manifests/round-${round}`
    await settle(store, key, `round ${round}`, undefined, contest)
    if (!store.features.compareAndSwap) continue
    for (let swap = 0; swap < 3; swap++) {
      // Other bytes each time: an etag may be a hash, and the same bytes once more would leave it as it is.
      await settle(store, key, `round ${round} swap ${swap}`, (await store.stat(key))?.etag, contest)
    }
  }
}

async function settle(store: Store, key: string, round: string, etag: string | undefined, contest: Contest) {
  const bodies = Array.from({ length: contenders }, (_, at) => `${round} contender ${at}`)
  const attempts = bodies.map((body) => ({ key, body, ...(etag === undefined ? {} : { etag }) }))
  const won = await contest(attempts)
  expect(won.filter(Boolean)).toHaveLength(1)
  expect(String(await get(store, key))).toBe(bodies[won.indexOf(true)])
}

async function openAll({ store, reopen }: Opened): Promise<Store[]> {
  return Promise.all(Array.from({ length: contenders }, () => reopen?.() ?? store))
}

/** Sixteen want the same at once. */
export function contestCases(factory: StoreFactory, { timeout = 180_000 }: SuiteOptions): void {
  describe('contests', { timeout }, () => {
    test(
      `has one winner among ${contenders} in this process`,
      withStore(factory, async (opened) => {
        if (!opened.store.features.createOnly)
          return void expect(opened.store.features.createOnly).toBe(false)
        const stores = await openAll(opened)
        await compete(opened.store, (attempts) =>
          Promise.all(attempts.map((each, at) => attempt(stores[at] as Store, each))),
        )
      }),
    )

    test(
      `loses no update of ${contenders} that swap until they succeed`,
      withStore(factory, async (opened) => {
        const { store } = opened
        if (!store.features.compareAndSwap) return void expect(store.features.compareAndSwap).toBe(false)
        await put(store, 'leases/counter', text('0'))
        await Promise.all((await openAll(opened)).map((each) => increment(each)))
        expect(String(await get(store, 'leases/counter'))).toBe(String(contenders))
      }),
    )

    test(
      `has one winner among ${contenders} processes`,
      withStore(factory, async (opened) => {
        const { store, process: elsewhere } = opened
        if (!elsewhere || !store.features.createOnly)
          return void expect(opened).not.toHaveProperty('process.other')
        const others = await startContenders(elsewhere, contenders)
        try {
          await compete(store, (attempts) => others.contest(attempts))
        } finally {
          await others.stop()
        }
      }),
    )
  })
}

async function increment(store: Store): Promise<void> {
  for (;;) {
    const before = await store.stat('leases/counter')
    const value = Number(await get(store, 'leases/counter'))
    const swap = { key: 'leases/counter', body: String(value + 1), etag: before?.etag ?? '' }
    if (await attempt(store, swap)) return
  }
}
