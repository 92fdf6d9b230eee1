import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import { restore } from '../../src/commands/restore.ts'
import type { RestoreResultRecord } from '../../src/report/results.ts'
import { displayPath } from '../../src/sources/directory/byte-paths.ts'
import { contextOf, copyOf } from '../e2e/in-process.ts'
import { type Workspace, workspace } from '../e2e/workspace.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { describeTree, makeOddTree, randomNumbers } from '../fixtures/odd-tree.ts'
import { damage } from './damage.ts'

const soak = process.env.HOLDFAST_SOAK === '1'
const rounds = soak ? 500 : 12
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
  readonly older: MemoryStore
  readonly trees: ReadonlyMap<string, Map<string, string>>
}

/** A chain of three levels over a tree of odd things, and another life of it for replays. */
async function live(): Promise<Life> {
  const space = await workspace()
  space.configure({ job: ['levels: {0: monthly, 1: otherwise}'] })
  const trees = new Map<string, Map<string, string>>()
  const run = async (store: MemoryStore, level: number) => {
    const outcome = await backup(contextOf(space, { local: store }), [], { ...backing, level })
    expect(outcome.errors).toEqual([])
    trees.set((outcome.results[0] as { id: string }).id, describeTree(space.source))
  }
  makeOddTree(space.source, { files: 60, seed: 4 })
  const older = createMemoryStore('local')
  await run(older, 0)
  trees.clear()
  const store = copyOf(older)
  for (const key of store.objects.keys()) if (key !== 'holdfast.json') store.objects.delete(key)
  mkdirSync(space.path('source/zz'))
  for (const level of [0, 1, 2]) {
    writeFileSync(space.path('source/zz/changes'), randomBytes(3000))
    writeFileSync(space.path(`source/zz/new${level}`), randomBytes(30_000))
    await run(store, level)
  }
  return { space, store, older, trees }
}

/** What is wrong with what a salvage of one backup made, in words. */
async function flaws(
  { space, trees }: Life,
  store: MemoryStore,
  id: string,
  ended: string[] = [],
): Promise<string[]> {
  rmSync(space.path('state', 'cache'), { recursive: true, force: true })
  const to = space.path('out')
  rmSync(to, { recursive: true, force: true })
  const options = { to, include: [], overwrite: false, force: false, salvage: true, dryRun: false }
  const outcome = await restore(contextOf(space, { local: store }), id, options).catch(
    (error: Error) => error,
  )
  if (outcome instanceof Error) return existsSync(to) ? [`failed and left something: ${outcome.message}`] : []
  const { lostFile } = outcome.results[0] as RestoreResultRecord
  const lines = lostFile === undefined ? [] : readFileSync(lostFile, 'utf8').trim().split('\n')
  ended.push(lines.length === 0 ? 'whole' : 'partly')
  const lost = new Set(lines.map((line) => (JSON.parse(line) as { path: string }).path))
  const nameless = [...lost].some((path) => path.endsWith('without a name'))
  const found = describeTree(to)
  const wrong: string[] = []
  const truth = trees.get(id) ?? new Map<string, string>()
  for (const [path, what] of found) {
    if (truth.get(path) !== what && !lost.has(displayPath(path)))
      wrong.push(`${displayPath(path)} is ${what}, not ${truth.get(path)}`)
  }
  for (const path of truth.keys()) {
    if (!found.has(path) && !lost.has(displayPath(path)) && !nameless)
      wrong.push(`${displayPath(path)} is not named`)
  }
  for (const path of lost) {
    const named = [...truth.keys()].some((each) => displayPath(each) === path)
    if (!named && !path.endsWith('without a name')) wrong.push(`${path} was never there`)
  }
  return wrong
}

test('whatever is damaged, a salvage brings back only what is right and names all the rest', {
  timeout: soak ? 3_600_000 : 300_000,
}, async () => {
  const life = await live()
  const random = randomNumbers(23)
  const wrong: string[] = []
  const ended: string[] = []
  for (const id of life.trees.keys()) expect(await flaws(life, copyOf(life.store), id)).toEqual([])
  for (let round = 0; round < rounds; round += 1) {
    const copy = copyOf(life.store)
    const done: string[] = []
    for (let number = 0; number < 3; number += 1) {
      // All ways, and all kinds but the repository's own file, without which nothing is found, and proofs.
      const what = damage(
        copy,
        life.older,
        10 * Math.floor(random() * 8) + 1 + Math.floor(random() * 8),
        random,
      )?.what
      if (what !== undefined) done.push(what)
    }
    const ids = [...life.trees.keys()]
    for (const flaw of await flaws(life, copy, ids[round % ids.length] ?? '', ended))
      wrong.push(`${done.join('; ')}: ${flaw}`)
  }
  expect(wrong.slice(0, 10)).toEqual([])
  expect(ended).toContain('whole')
  expect(ended).toContain('partly')
})
