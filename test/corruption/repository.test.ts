import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import { restore } from '../../src/commands/restore.ts'
import { drill, verify } from '../../src/commands/verify.ts'
import { contextOf, copyOf } from '../e2e/in-process.ts'
import { type Workspace, workspace } from '../e2e/workspace.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { describeTree, randomNumbers } from '../fixtures/odd-tree.ts'
import { treeDifferences } from '../fixtures/tree-difference.ts'
import { damage } from './damage.ts'
import { kindNames } from './kinds.ts'

const soak = process.env.HOLDFAST_SOAK === '1'
const damages = soak ? 1_000 : 160
const backing = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

interface Life {
  readonly space: Workspace
  readonly store: MemoryStore
  /** Another life of the same repository, for replays. */
  readonly older: MemoryStore
  /** Each backup's tree, by id. */
  readonly trees: ReadonlyMap<string, Map<string, string>>
}

async function run(space: Workspace, store: MemoryStore): Promise<string> {
  const outcome = await backup(contextOf(space, { local: store }), [], backing)
  expect(outcome.errors).toEqual([])
  return (outcome.results[0] as { id: string }).id
}

/** A signed chain of two levels with volumes that do not compress, drilled; and one that was there before. */
async function live(): Promise<Life> {
  const space = await workspace()
  const signing = [
    `  key: ${space
      .read('keys/backup-signing.key')
      .split('\n')
      .find((line) => line !== '' && !line.startsWith('#'))}`,
    `  trust: ["${space.keys.backupSigning}"]`,
  ]
  space.configure({ job: ['levels: {0: monthly, 1: otherwise}'], top: ['signing:', ...signing] })
  const older = createMemoryStore('local')
  writeFileSync(space.path('source/a'), randomBytes(5000))
  await run(space, older)
  expect((await drill(contextOf(space, { local: older }), [], {})).exitCode).toBe(0)
  const store = copyOf(older)
  for (const key of store.objects.keys()) {
    if (key !== 'holdfast.json' && key !== 'RESTORE.md') store.objects.delete(key)
  }
  const trees = new Map<string, Map<string, string>>()
  mkdirSync(space.path('source/sub'))
  writeFileSync(space.path('source/a'), randomBytes(30_000))
  writeFileSync(space.path('source/sub/b'), randomBytes(300))
  trees.set(await run(space, store), describeTree(space.source))
  writeFileSync(space.path('source/sub/b'), 'changed')
  writeFileSync(space.path('source/sub/c'), randomBytes(20_000))
  trees.set(await run(space, store), describeTree(space.source))
  expect((await drill(contextOf(space, { local: store }), [], {})).exitCode).toBe(0)
  return { space, store, older, trees }
}

async function tryRestore(
  { space, trees }: Life,
  store: MemoryStore,
  id: string,
): Promise<string | undefined> {
  const target = space.path('restored')
  rmSync(target, { recursive: true, force: true })
  const context = contextOf(space, { local: store })
  const outcome = await restore(context, id, {
    to: target,
    include: [],
    overwrite: false,
    force: false,
    dryRun: false,
  }).catch((error: unknown) => ({ exitCode: 1, errors: [error] }))
  if (outcome.exitCode !== 0) return undefined
  const differences = treeDifferences(describeTree(target), trees.get(id) ?? new Map())
  return differences.length === 0 ? 'equal' : `WRONG: ${differences.join()}`
}

test('no false alarm: what nobody damaged verifies, lists and restores', { timeout: 60_000 }, async () => {
  const life = await live()
  const { space, store, trees } = life
  for (const depth of ['exists', 'checksum', 'contents', 'restore'] as const) {
    const outcome = await verify(contextOf(space, { local: store }), [], { depth })
    expect(outcome.errors).toEqual([])
  }
  for (const id of trees.keys()) expect(await tryRestore(life, store, id)).toBe('equal')
})

test('every damage to any object is found, and no wrong tree is ever restored', {
  timeout: soak ? 3_600_000 : 300_000,
}, async () => {
  const life = await live()
  const { space, store, older, trees } = life
  const random = randomNumbers(7)
  const wrong: string[] = []
  const tried = new Map<string, number>()
  for (let number = 0; [...tried.values()].reduce((sum, count) => sum + count, 0) < damages; number += 1) {
    const copy = copyOf(store)
    const done = damage(copy, older, number, random)
    if (done === undefined) continue
    tried.set(done.kind, (tried.get(done.kind) ?? 0) + 1)
    rmSync(space.path('state', 'cache'), { recursive: true, force: true })
    const context = contextOf(space, { local: copy })
    const verified = await verify(context, [], { depth: 'checksum' })
    if (verified.exitCode === 0) wrong.push(`${done.what}: verify found nothing`)
    for (const id of trees.keys()) {
      const restored = await tryRestore(life, copy, id)
      if (restored?.startsWith('WRONG')) wrong.push(`${done.what}: ${restored}`)
    }
  }
  expect(wrong).toEqual([])
  expect([...tried.keys()].sort()).toEqual([...kindNames].sort())
})
