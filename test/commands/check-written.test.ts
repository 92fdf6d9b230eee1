import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import { checkWritten } from '../../src/commands/check-written.ts'
import type { Store } from '../../src/domain/store.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import type { BackupResult } from '../../src/report/results.ts'
import { contextOf } from '../e2e/in-process.ts'
import { workspace } from '../e2e/workspace.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'

const options = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

/** A store as the role that only writes sees it: data and keys cannot be read. */
function writeOnly(store: MemoryStore): Store {
  return {
    ...store,
    get: async (key, getOptions) => {
      if (!/^(data|keys)\//.test(key)) return store.get(key, getOptions)
      throw new HoldfastError('store-unreachable', `the store does not let us read ${key}`)
    },
  }
}

async function written() {
  const space = await workspace()
  writeFileSync(space.path('source', 'letter.txt'), 'dear diary\n'.repeat(100))
  const store = createMemoryStore('local')
  const { results } = await backup(contextOf(space, { local: store }), [], options)
  return { space, store, results: results as BackupResult[] }
}

describe('the check of what was written', () => {
  it('reads it back', async () => {
    const { space, store, results } = await written()
    const outcome = await checkWritten(contextOf(space, { local: store }), results)
    expect(outcome).toMatchObject({
      exitCode: 0,
      results: [{ depth: 'checksum', result: 'passed', destination: 'local' }],
    })
  })

  it('goes by the listing where data may not be read, and says so', async () => {
    const { space, store, results } = await written()
    const context = contextOf(space, { local: writeOnly(store) })
    const outcome = await checkWritten(context, results)
    expect(outcome).toMatchObject({ exitCode: 0, results: [{ depth: 'exists', result: 'passed' }] })
    expect(context.events).toContainEqual(
      expect.objectContaining({ finding: expect.objectContaining({ code: 'not-read-back' }) }),
    )
  })

  it.each([
    ['read', (store: MemoryStore) => store],
    ['listed', writeOnly],
  ])('finds what is missing where it is %s', async (_, seen) => {
    const { space, store, results } = await written()
    const volumes = [...store.objects.keys()].filter((key) => /^data\/.*\/0+-/.test(key))
    expect(volumes.length).toBeGreaterThan(0)
    for (const key of volumes) store.objects.delete(key)
    const outcome = await checkWritten(contextOf(space, { local: seen(store) }), results)
    expect(outcome).toMatchObject({
      exitCode: 5,
      results: [{ result: 'failed' }],
      errors: [{ code: 'verification-failed' }],
    })
  })

  it('has nothing to say of what was not due, and fails where the destination is gone', async () => {
    const { space, store, results } = await written()
    const context = contextOf(space, { local: store })
    expect(await checkWritten(context, [{ job: 'tree', status: 'not-due' }])).toMatchObject({
      exitCode: 0,
      results: [],
    })
    store.objects.clear()
    expect(await checkWritten(context, results)).toMatchObject({
      exitCode: 1,
      errors: [{ code: 'repository-missing' }],
    })
  })
})
