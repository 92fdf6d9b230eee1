import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import { doctor } from '../../src/commands/doctor.ts'
import { verify } from '../../src/commands/verify.ts'
import type { Store } from '../../src/domain/store.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'
import { contextOf } from './in-process.ts'
import { workspace } from './workspace.ts'

const defaults = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

test('verify with an identity reads each manifest once', async () => {
  const space = await workspace()
  writeFileSync(space.path('source/a'), 'content')
  const memory = createMemoryStore('local')
  const fetched: string[] = []
  const watched: Store = {
    ...memory,
    get: (key, options) => {
      fetched.push(key)
      return memory.get(key, options)
    },
  }
  const context = contextOf(space, { local: watched })
  for (const level of [0, 1, 2]) {
    expect((await backup(context, [], { ...defaults, level })).errors).toEqual([])
  }
  // The listing of the newest backup is in the cache then, as those of the others are.
  await verify(context, [], { depth: 'exists' })
  fetched.length = 0
  const outcome = await verify(context, [], { depth: 'checksum' })
  expect(outcome.errors).toEqual([])
  expect(outcome.results).toHaveLength(3)
  const manifests = fetched.filter((key) => key.startsWith('manifests/'))
  expect(manifests).toHaveLength(3)
  expect(new Set(manifests).size).toBe(3)
})

test('doctor leaves at most one object where it may not delete, however often it asks', async () => {
  const space = await workspace()
  const memory = createMemoryStore('local')
  const keeping: Store = {
    ...memory,
    delete: () => Promise.reject(new HoldfastError('store-unwritable', 'may not delete', { hint: 'Never.' })),
  }
  const context = contextOf(space, { local: keeping })
  for (let time = 0; time < 3; time += 1) {
    const { results } = await doctor(context, [], 'backup')
    expect(JSON.stringify(results)).toContain('compare-and-swap')
    expect(JSON.stringify(results)).not.toContain('capability-missing')
  }
  expect([...memory.objects.keys()]).toEqual(['leases/_doctor.json'])
})
