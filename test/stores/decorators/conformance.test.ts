import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../../../src/domain/store.ts'
import { systemClock as clock } from '../../../src/process/clock.ts'
import { withCounting } from '../../../src/stores/decorators/counting.ts'
import { createFaults, withFaults } from '../../../src/stores/decorators/fault.ts'
import { withRetry } from '../../../src/stores/decorators/retry.ts'
import { withThrottle } from '../../../src/stores/decorators/throttle.ts'
import { storeConformance } from '../../conformance/store-conformance.ts'
import { createMemoryStore } from '../../fakes/memory-store.ts'
import { openStore } from '../filesystem/open.ts'

const random = Math.random
const unlimited = { bytesPerSecond: 1e12, clock }

function stacked(store: Store): Store {
  return withRetry(withThrottle(withCounting(withFaults(store, createFaults(), { clock })), unlimited), {
    clock,
    random,
  })
}

function overMemory(name: string, decorate: (store: Store) => Store): void {
  storeConformance(name, async () => {
    const memory = createMemoryStore()
    return { store: decorate(memory), dispose: async () => {}, reopen: async () => decorate(memory) }
  })
}

overMemory('retry', (store) => withRetry(store, { clock, random }))
overMemory('throttle', (store) => withThrottle(store, unlimited))
overMemory('counting', withCounting)
overMemory('fault', (store) => withFaults(store, createFaults(), { clock }))

storeConformance(
  'retry over throttle over counting over fault over filesystem',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'holdfast-decorated-'))
    const open = async () => stacked(await openStore(root))
    return { store: await open(), reopen: open, dispose: () => rm(root, { recursive: true }) }
  },
  { listed: 500 },
)
