import { afterAll, beforeAll } from 'vitest'
import { storeConformance } from '../../conformance/store-conformance.ts'
import { type Azurite, startAzurite } from '../../services/azurite.ts'
import { openStore } from './open.ts'

let azurite: Azurite
let made = 0

beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(() => azurite.stop())

storeConformance('azure', async () => {
  const place = {
    connection: azurite.connectionString,
    container: `conformance-${made++}`,
    prefix: 'made/by the store',
  }
  return {
    store: await openStore(place),
    dispose: async () => undefined,
    reopen: () => openStore(place),
    process: { module: new URL('./open.ts', import.meta.url), argument: JSON.stringify(place) },
  }
})
