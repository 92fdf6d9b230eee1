import { storeConformance } from '../conformance/store-conformance.ts'
import { createMemoryStore } from './memory-store.ts'

async function dispose(): Promise<void> {}

storeConformance('memory', async () => {
  const store = createMemoryStore()
  return { store, dispose, reopen: async () => store }
})

const bare = { createOnly: false, compareAndSwap: false, range: false, enforcesSha256: false }
storeConformance('memory without features', async () => ({ store: createMemoryStore('bare', bare), dispose }))
