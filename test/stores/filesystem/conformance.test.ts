import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeConformance } from '../../conformance/store-conformance.ts'
import { openStore } from './open.ts'

storeConformance('filesystem', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'holdfast-store-'))
  const root = join(directory, 'made/by the store')
  return {
    store: await openStore(root),
    dispose: () => rm(directory, { recursive: true }),
    reopen: () => openStore(root),
    process: { module: new URL('./open.ts', import.meta.url), argument: root },
  }
})
