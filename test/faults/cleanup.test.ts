import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import { cleanup } from '../../src/commands/cleanup.ts'
import { contextOf } from '../e2e/in-process.ts'
import { workspace } from '../e2e/workspace.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { everyFault, forgetLeases, listedIds, troubles } from './trial.ts'

const backing = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const
const cleaning = { dryRun: false, exclusive: false, force: false, onBusy: 'fail' } as const

function makeOld(store: MemoryStore): void {
  const modified = new Date(Date.now() - 3 * 24 * 3_600_000)
  for (const [key, { object, body }] of store.objects) {
    if (!key.startsWith('leases/')) store.objects.set(key, { object: { ...object, modified }, body })
  }
}

const dataOf = (store: MemoryStore, id: string) =>
  [...store.objects.keys()].filter((key) => key.includes(id) && /^(data|keys|state)\//.test(key))

test('a cleanup, with every fault at every call', { timeout: 180_000 }, async () => {
  const space = await workspace()
  space.configure({ job: ['levels: {0: otherwise}', 'retention: {keep-last: 1}'] })
  const base = createMemoryStore('local')
  for (const content of ['dead', 'old', 'kept']) {
    writeFileSync(space.path('source/a'), content)
    expect((await backup(contextOf(space, { local: base }), [], backing)).exitCode).toBe(0)
  }
  const [dead = '', old = '', kept = ''] = (await listedIds(base)).sort(
    (a, b) => timeOf(base, a) - timeOf(base, b),
  )
  base.objects.delete(`manifests/tree/${dead}.json`)
  makeOld(base)
  const wrong: string[] = []
  let trials = 0
  for await (const { name, outcome, store } of everyFault(space, base, (context) =>
    cleanup(context, [], cleaning),
  )) {
    trials += 1
    const complain = (what: string) => wrong.push(`${name}: exit ${outcome.exitCode}; ${what}`)
    const ids = await listedIds(store)
    if (!ids.includes(kept)) complain('the kept one is gone')
    const found = await troubles(space, store)
    if (found.length > 0) complain(found.join())
    if (outcome.exitCode !== 0 && outcome.errors.some(({ code }) => code === 'internal'))
      complain('an internal error')
    forgetLeases(store)
    const next = await cleanup(contextOf(space, { local: store }), [], cleaning)
    if (next.exitCode !== 0) complain(`the next: ${next.errors.map(({ message }) => message).join()}`)
    if ((await listedIds(store)).join() !== kept) complain('the next left more than the kept one')
    // A tombstone that a liar swallowed leaves its garbage to be judged by its age once more.
    const left = [dead, old].flatMap((id) => dataOf(store, id))
    if (left.length > 0) complain(`left ${left.join()}`)
    if (dataOf(store, kept).length !== dataOf(base, kept).length) complain('the kept one lost objects')
  }
  expect(wrong).toEqual([])
  expect(trials).toBeGreaterThan(100)
})

function timeOf(store: MemoryStore, id: string): number {
  return [...store.objects.keys()].indexOf(`manifests/tree/${id}.json`)
}
