import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import type { StateCache } from '../../src/commands/context.ts'
import { contextOf } from '../e2e/in-process.ts'
import { workspace } from '../e2e/workspace.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'

const options = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

/** A cache that keeps everything, and gives what `tamper` makes of it. */
function cacheOf(tamper: (body: Uint8Array) => Uint8Array | undefined = (body) => body) {
  const kept = new Map<string, Uint8Array>()
  const cache: StateCache = {
    read: async (key) => {
      const body = kept.get(key)
      return body && tamper(body)
    },
    keep: async (key, body) => void kept.set(key, body),
  }
  return { cache, kept }
}

async function twice(cache: StateCache, between: (store: ReturnType<typeof createMemoryStore>) => void) {
  const space = await workspace()
  writeFileSync(space.path('source', 'letter.txt'), 'dear diary\n'.repeat(100))
  const store = createMemoryStore('local')
  const context = contextOf(space, { local: store }, { stateCache: cache })
  await backup(context, [], options)
  between(store)
  const { results } = await backup(context, [], options)
  return { store, results }
}

const dropState = (store: { objects: Map<string, unknown> }) => {
  for (const key of store.objects.keys()) if (key.startsWith('state/')) store.objects.delete(key)
}

describe('a cache of the state', () => {
  it('spares the store, and holds what the store does, encrypted', async () => {
    const { cache, kept } = cacheOf()
    const { store, results } = await twice(cache, dropState)
    expect(results).toMatchObject([{ level: 1 }])
    const [key = ''] = [...store.objects.keys()].filter((name) => name.startsWith('state/'))
    expect(kept.get(key)).toEqual(store.objects.get(key)?.body)
    expect(Buffer.from(kept.get(key) ?? []).toString('latin1')).toMatch(/^age-encryption.org\/v1\n/)
  })

  it.each([
    ['forged', (body: Uint8Array) => Uint8Array.from(body, (byte) => byte ^ 1)],
    ['cut short', (body: Uint8Array) => body.subarray(0, 10)],
    ['empty', () => undefined],
  ])('is not believed where it is %s: the store is', async (_, tamper) => {
    expect((await twice(cacheOf(tamper).cache, () => undefined)).results).toMatchObject([{ level: 1 }])
    // Without the store there is no state then, and the run is a full one.
    expect((await twice(cacheOf(tamper).cache, dropState)).results).toMatchObject([{ level: 0 }])
  })
})
