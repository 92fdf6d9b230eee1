import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readProofs } from '../../src/catalog/proofs.ts'
import { backup } from '../../src/commands/backup.ts'
import { drill } from '../../src/commands/verify.ts'
import { contextOf } from '../e2e/in-process.ts'
import { workspace } from '../e2e/workspace.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { everyFault, harmed } from './trial.ts'

const backing = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

async function proofsOf(store: MemoryStore): Promise<string[]> {
  const { proofs } = await readProofs(store, 'tree', undefined, { signal: new AbortController().signal })
  return proofs.map(({ proof }) => proof.result)
}

test('a drill, with every fault at every call', { timeout: 180_000 }, async () => {
  const space = await workspace()
  const base = createMemoryStore('local')
  writeFileSync(space.path('source/a'), 'content')
  expect((await backup(contextOf(space, { local: base }), [], backing)).exitCode).toBe(0)
  const wrong: string[] = []
  let trials = 0
  let passed = 0
  for await (const { name, hit, outcome, store } of everyFault(space, base, (context) =>
    drill(context, [], {}),
  )) {
    trials += 1
    const complain = (what: string) => wrong.push(`${name}: exit ${outcome.exitCode}; ${what}`)
    const proofs = await proofsOf(store)
    if (outcome.exitCode === 0) {
      passed += 1
      if (proofs.join() !== 'passed') complain(`passed, with proofs ${proofs.join()}`)
    } else if (proofs.includes('passed') && !/^(put logs|put proofs|list proofs)\//.test(hit)) {
      complain('failed, with a proof that it passed')
    }
    if (outcome.errors.some(({ code }) => code === 'internal')) complain('an internal error')
    const lost = harmed(base, store)
    if (lost.length > 0) complain(`harmed ${lost.join()}`)
    const next = await drill(contextOf(space, { local: store }), [], {})
    if (next.exitCode !== 0) complain(`the next: ${next.errors.map(({ message }) => message).join()}`)
    if ((await proofsOf(store)).at(-1) !== 'passed') complain('the next left no proof')
  }
  expect(wrong).toEqual([])
  expect(trials).toBeGreaterThan(40)
  expect(passed).toBeGreaterThan(trials / 4)
})
