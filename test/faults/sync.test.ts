import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import type { CommandContext } from '../../src/commands/context.ts'
import { sync } from '../../src/commands/sync.ts'
import { contextOf, copyOf } from '../e2e/in-process.ts'
import { workspace } from '../e2e/workspace.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { everyFault, forgetLeases, harmed, listedIds, troubles } from './trial.ts'

const backing = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const
const syncing = { depth: 'checksum', dryRun: false, onBusy: 'fail' } as const

/** The same context, with the store that is read from beside the one that has the faults. */
function beside(context: CommandContext, origin: MemoryStore): CommandContext {
  return {
    ...context,
    onlyDestinations: ['local'],
    drivers: {
      ...context.drivers,
      store: async (destination, mode, signal) =>
        destination.name === 'origin' ? origin : context.drivers.store(destination, mode, signal),
    },
  }
}

test('a sync, with every fault at every call of its target', { timeout: 180_000 }, async () => {
  const space = await workspace()
  space.configure({
    destinations: ['origin: {type: filesystem, path: origin}', 'local: {type: filesystem, path: local}'],
    to: 'origin, local',
    job: ['levels: {0: monthly, 1: otherwise}'],
  })
  const origin = createMemoryStore('origin')
  for (const content of ['full', 'increment']) {
    writeFileSync(space.path('source/a'), content)
    const context = { ...contextOf(space, { origin }), onlyDestinations: ['origin'] }
    expect((await backup(context, [], backing)).exitCode).toBe(0)
  }
  const all = await listedIds(origin)
  const before = copyOf(origin)
  const wrong: string[] = []
  let trials = 0
  // The target has the full one with a damaged object, and lacks the increment.
  const base = copyOf(origin)
  const [, increment = ''] = all
  for (const key of [...base.objects.keys()])
    if (key.includes(increment) || key.startsWith('leases/')) base.objects.delete(key)
  const key = [...base.objects.keys()].find((each) => /^data\/.*\/\d{8}-/.test(each)) ?? ''
  const { object, body } = base.objects.get(key) ?? { object: undefined, body: new Uint8Array() }
  if (object === undefined) throw new Error('there is no volume')
  base.objects.set(key, { object, body: Uint8Array.from(body, (byte, at) => (at === 300 ? byte ^ 1 : byte)) })
  for await (const { name, outcome, store } of everyFault(space, base, (context) =>
    sync(beside(context, origin), [], syncing),
  )) {
    trials += 1
    const complain = (what: string) => wrong.push(`${name}: exit ${outcome.exitCode}; ${what}`)
    if (harmed(before, origin).length > 0) complain('the source was changed')
    if (outcome.errors.some(({ code }) => code === 'internal')) complain('an internal error')
    const found = await troubles(space, store)
    if (outcome.exitCode === 0 && found.length > 0) complain(found.join())
    if (found.some((trouble) => trouble.includes(increment)))
      complain(`listed and not whole: ${found.join()}`)
    forgetLeases(store)
    const next = await sync(beside(contextOf(space, { local: store }), origin), [], syncing)
    if (next.exitCode !== 0) complain(`the next: ${next.errors.map(({ message }) => message).join()}`)
    if ((await listedIds(store)).join() !== all.join()) complain('the next did not copy all')
    const left = await troubles(space, store)
    if (left.length > 0) complain(`the next left ${left.join()}`)
  }
  expect(wrong).toEqual([])
  expect(trials).toBeGreaterThan(100)
})
