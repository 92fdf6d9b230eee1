import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import { asHoldfastError } from '../../src/commands/outcome.ts'
import { restore } from '../../src/commands/restore.ts'
import type { Store, ThawState } from '../../src/domain/store.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { describeTree } from '../fixtures/odd-tree.ts'
import { contextOf } from './in-process.ts'
import { type Workspace, workspace } from './workspace.ts'

const backing = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

/** A store whose objects under `archived` must be asked for `rounds` times before they can be read. */
function archive(
  memory: MemoryStore,
  archived: RegExp,
  rounds: number,
): Store & { readonly asked: Set<string> } {
  const asked = new Set<string>()
  const times = new Map<string, number>()
  const isReady = (key: string) => !archived.test(key) || (times.get(key) ?? 0) > rounds
  return {
    ...memory,
    asked,
    async get(key, options) {
      if (isReady(key)) return memory.get(key, options)
      throw new HoldfastError('object-archived', `${key} lies in an archive`)
    },
    async thaw(key): Promise<ThawState> {
      asked.add(key)
      times.set(key, (times.get(key) ?? 0) + 1)
      return isReady(key) ? 'ready' : 'under-way'
    },
  }
}

async function backedUp(): Promise<{ space: Workspace; memory: MemoryStore }> {
  const space = await workspace()
  space.write('source/file', 'frozen words')
  const memory = createMemoryStore('local')
  const outcome = await backup(contextOf(space, { local: memory }), [], backing)
  expect(outcome.errors).toEqual([])
  space.write('source/more', 'and some more')
  expect((await backup(contextOf(space, { local: memory }), [], backing)).errors).toEqual([])
  return { space, memory }
}

function tryRestore(space: Workspace, store: Store, thaw: boolean) {
  const options = { to: space.path('back'), include: [], overwrite: false, force: false, dryRun: false, thaw }
  return restore(contextOf(space, { local: store }), 'tree', options).catch(asHoldfastError)
}

test('what is archived is an error, is asked for with --thaw, and restored when it is there', async () => {
  const { space, memory } = await backedUp()
  const store = archive(memory, /^data\//, 2)
  expect(await tryRestore(space, store, false)).toMatchObject({ code: 'object-archived', exitStatus: 1 })
  expect(store.asked.size).toBe(0)

  const data = [...memory.objects.keys()].filter((key) => key.startsWith('data/'))
  for (let round = 0; round < 2; round++) {
    const error = await tryRestore(space, store, true)
    expect(error).toMatchObject({ code: 'object-archived', exitStatus: 1 })
    const { message, hint, context } = error as HoldfastError
    expect(message).toContain(`${data.length} of `)
    expect(hint).toContain('same command again')
    expect(context).toMatchObject({ waiting: data.length })
  }
  expect([...store.asked]).toEqual(expect.arrayContaining(data))
  expect(await tryRestore(space, store, true)).toMatchObject({ exitCode: 0 })
  expect(describeTree(space.path('back'))).toEqual(describeTree(space.source))
})

test('keys that are archived are asked for as well', async () => {
  const { space, memory } = await backedUp()
  const store = archive(memory, /^keys\//, 0)
  expect(await tryRestore(space, store, false)).toMatchObject({ code: 'object-archived' })
  expect(await tryRestore(space, store, true)).toMatchObject({ exitCode: 0 })
})

test('a store without archives says so', async () => {
  const { space, memory } = await backedUp()
  expect(await tryRestore(space, memory, true)).toMatchObject({ code: 'store-unsupported', exitStatus: 1 })
})
