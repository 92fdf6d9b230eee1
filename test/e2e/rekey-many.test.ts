import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import { generateKeys } from '../../src/commands/keygen.ts'
import { rekey } from '../../src/commands/rekey.ts'
import type { Store } from '../../src/domain/store.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'
import { contextOf } from './in-process.ts'
import { workspace } from './workspace.ts'

const count = 100
const options = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

interface Call {
  readonly what: 'put' | 'get' | 'delete'
  readonly key: string
}

/** Notes every write and read; from `dieAt` on no wrap is read or written any more. */
function noting(store: Store, calls: Call[], dieAt = Number.POSITIVE_INFINITY): Store {
  const note = (what: Call['what'], key: string) => {
    // It gives its lease back: the process of this test goes on living, and nobody would take it over at once.
    if (calls.length >= dieAt && key.startsWith('keys/')) throw new Error('died')
    calls.push({ what, key })
  }
  return {
    ...store,
    async put(key, body, given) {
      note('put', key)
      return store.put(key, body, given)
    },
    async get(key, given) {
      note('get', key)
      return store.get(key, given)
    },
    async delete(key, given) {
      note('delete', key)
      return store.delete(key, given)
    },
  }
}

test('100 backups at two destinations: at most 3 PUTs a backup, no data read, and a run that died goes on', {
  timeout: 300_000,
}, async () => {
  const space = await workspace()
  const destinations = ['one: {type: filesystem, path: /one}', 'two: {type: filesystem, path: /two}']
  const source = ['type: command', 'run: [date, +%N]']
  const shape = { destinations, source }
  space.configure({ ...shape, to: 'one' })
  const stores = { one: createMemoryStore('one'), two: createMemoryStore('two') }
  for (let made = 0; made < count; made += 1) {
    const ran = await backup(contextOf(space, stores), ['tree'], options)
    expect(ran.errors).toEqual([])
  }
  // As if each run had written to both: half the time.
  for (const [key, value] of stores.one.objects) stores.two.objects.set(key, value)
  const next = await generateKeys(space.path('new'), new Date())
  writeFileSync(space.path('both.txt'), `${space.read('keys/identity.txt')}${space.read('new/identity.txt')}`)
  space.configure({ ...shape, to: 'one, two', encryption: [`recipients: [${next.recipient}]`] })
  const identityFile = space.path('both.txt')

  const calls: Call[] = []
  const broken = { one: noting(stores.one, calls, 240), two: noting(stores.two, calls) }
  const died = await rekey(contextOf(space, broken, { identityFile }), [], { dropOld: true, onBusy: 'fail' })
  expect(died.errors).toHaveLength(1)
  expect(died.results).toMatchObject([
    { destination: 'one', failed: expect.any(Number) },
    { destination: 'two', added: count, failed: 0 },
  ])
  const others = { one: noting(stores.one, calls), two: noting(stores.two, calls) }
  const ran = await rekey(contextOf(space, others, { identityFile }), [], { dropOld: true, onBusy: 'fail' })
  expect(ran.errors).toEqual([])
  expect(ran.results).toMatchObject(
    ['one', 'two'].map((destination) => ({ destination, backups: count, proven: count, failed: 0 })),
  )

  const puts = calls.filter(({ what, key }) => what === 'put' && !key.startsWith('leases/'))
  expect(puts.every(({ key }) => /^keys\/tree\/[^/]+\/2\.age$/.test(key))).toBe(true)
  const perBackup = Map.groupBy(puts, ({ key }) => key.split('/')[2])
  expect(perBackup.size).toBe(count)
  // One at each destination, although the first run died.
  expect(Math.max(...[...perBackup.values()].map(({ length }) => length))).toBe(2)
  expect(calls.filter(({ what, key }) => what === 'get' && /^(?:data|state)\//.test(key))).toEqual([])
  for (const store of [stores.one, stores.two]) {
    const wraps = [...store.objects.keys()].filter((key) => key.startsWith('keys/'))
    expect(wraps).toHaveLength(count)
    expect(wraps.every((key) => key.endsWith('/2.age'))).toBe(true)
  }
})
