import { rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import { verify } from '../../src/commands/verify.ts'
import { systemClock } from '../../src/process/clock.ts'
import { createFaults, withFaults } from '../../src/stores/decorators/fault.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { contextOf, copyOf } from './in-process.ts'
import { type Workspace, workspace } from './workspace.ts'

const backing = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

async function backedUp(times: number): Promise<{ space: Workspace; store: MemoryStore; ids: string[] }> {
  const space = await workspace()
  space.configure({ job: ['levels: {0: monthly, 1: otherwise}'] })
  const store = createMemoryStore('local')
  const ids: string[] = []
  for (let time = 0; time < times; time += 1) {
    writeFileSync(space.path('source', `file${time}`), `content ${time}`)
    const { errors, results } = await backup(contextOf(space, { local: store }), [], backing)
    expect(errors).toEqual([])
    ids.push((results[0] as { id: string }).id)
  }
  return { space, store, ids }
}

test('a manifest that is lost while its data is there is named; cleanup takes the rest after a day', async () => {
  const space = await workspace()
  writeFileSync(space.path('source', 'file'), 'content')
  expect((await space.run(['backup'])).exitCode).toBe(0)
  writeFileSync(space.path('source', 'other'), 'content')
  expect((await space.run(['backup'])).exitCode).toBe(0)
  const [manifest = ''] = space.keysUnder('manifests/').slice(-1)
  const id = manifest.replace(/^.*\/|\.json$/g, '')
  rmSync(space.path('repository', manifest))
  const found = await space.run(['verify', '--json'])
  expect(found.exitCode).toBe(5)
  expect(found.json.errors).toMatchObject([{ code: 'object-missing', context: { key: manifest, id } }])
  const young = await space.run(['cleanup', '--dry-run', '--json'])
  expect(young.json.results[0].garbage).toEqual([])
  const old = await space.run(['cleanup', '--dry-run', '--json'], {
    env: { HOLDFAST_NOW: new Date(Date.now() + 26 * 3_600_000).toISOString() },
  })
  expect(old.json.results[0].garbage).toMatchObject([{ key: `data/tree/${id}` }])
  // A run that died left no log that says success.
  rmSync(space.path('repository', 'logs', 'tree', `${id}.json`))
  const died = await space.run(['verify', '--json'])
  expect(died.exitCode).toBe(0)
  expect(died.json.warnings.map(({ code }) => code)).toEqual(['run-without-manifest'])
})

test('a parent that is lost shows in every verification of its children', async () => {
  const { space, store, ids } = await backedUp(2)
  store.objects.delete(`manifests/tree/${ids[0]}.json`)
  const context = contextOf(space, { local: store })
  const outcome = await verify(context, [], { depth: 'exists' })
  expect(outcome.exitCode).toBe(5)
  expect(outcome.results).toMatchObject([
    { id: ids[1], result: 'failed', checks: [{}, {}, { name: 'chain', found: 'a parent is missing' }] },
  ])
  const named = await verify(context, [ids[1] ?? ''], { depth: 'checksum' })
  expect(named.errors.map(({ code }) => code)).toEqual(['chain-broken'])
})

test('the parts of a sample hold each object once, and together find what the whole finds', async () => {
  const { space, store } = await backedUp(3)
  const volumes = [...store.objects.keys()].filter((key) => /\/tree\/0/.test(key))
  for (const key of volumes) {
    const kept = store.objects.get(key)
    if (kept) kept.body[kept.body.length - 1] = (kept.body.at(-1) ?? 0) ^ 1
  }
  const look = async (sample?: { part: number | 'today'; of: number }) => {
    const context = contextOf(space, { local: store })
    const options = {
      depth: 'checksum',
      ...(sample && { sample: sample as { part: number; of: number } }),
    } as const
    const { results } = await verify(context, [], options)
    const each = results as { damaged: string[]; checks: { name: string; expected: string }[] }[]
    return {
      damaged: each.flatMap(({ damaged }) => damaged).sort(),
      objects: each
        .flatMap(({ checks }) => checks.filter(({ name }) => name === 'objects'))
        .reduce((sum, { expected }) => sum + Number.parseInt(expected, 10), 0),
    }
  }
  const whole = await look()
  expect(whole.damaged).toEqual(volumes.sort())
  const parts = await Promise.all([1, 2, 3, 4].map((part) => look({ part, of: 4 })))
  expect(parts.flatMap(({ damaged }) => damaged).sort()).toEqual(whole.damaged)
  expect(parts.reduce((sum, { objects }) => sum + objects, 0)).toBe(whole.objects)
  expect(parts.every(({ objects }) => objects < whole.objects)).toBe(true)
  const today = await look({ part: 'today', of: 4 })
  expect(parts).toContainEqual(today)
})

test('--sample takes a part or today, and nothing else', async () => {
  const space = await workspace()
  writeFileSync(space.path('source', 'file'), 'content')
  expect((await space.run(['backup'])).exitCode).toBe(0)
  expect((await space.run(['verify', '--sample', 'today/7'])).exitCode).toBe(0)
  for (const wrong of ['0/3', '4/3', 'today', 'today/0', 'tomorrow/3', '3'])
    expect((await space.run(['verify', '--sample', wrong])).exitCode).toBe(2)
})

test('a destination that lies is found by verify, whatever it lies about', { timeout: 60_000 }, async () => {
  const { space, store } = await backedUp(2)
  const lies = [
    ['wrong sizes in listings', 'exists', 'list', /^data\//],
    ['bodies with a flipped bit', 'checksum', 'get', /^data\/.*\/tree\/0/],
    ['bodies of lists of volumes with a flipped bit', 'checksum', 'get', /\/volumes-/],
    ['manifests with a flipped bit', 'checksum', 'get', /^manifests\//],
    ['wrapped keys with a flipped bit', 'checksum', 'get', /^keys\//],
  ] as const
  for (const [what, depth, method, key] of lies) {
    rmSync(space.path('state', 'cache'), { recursive: true, force: true })
    const faults = createFaults()
    faults.on(method, { key, times: 1000 }).lie()
    const lying = withFaults(copyOf(store), faults, { clock: systemClock })
    const { exitCode, errors } = await verify(contextOf(space, { local: lying }), [], { depth })
    faults.verifyAllExercised()
    expect({ what, exitCode, found: errors.length > 0 }).toEqual({ what, exitCode: 5, found: true })
  }
  // Objects that are denied: listings without them, and no answer when asked for one by one.
  const denying = copyOf(store)
  const [denied = ''] = [...denying.objects.keys()].filter((key) => /\/tree\/0/.test(key))
  denying.objects.delete(denied)
  const { exitCode, results } = await verify(contextOf(space, { local: denying }), [], { depth: 'exists' })
  expect(exitCode).toBe(5)
  expect((results as { damaged: string[] }[]).flatMap(({ damaged }) => damaged)).toEqual([denied])
})
