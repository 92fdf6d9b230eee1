import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { storeConformance } from '../../conformance/store-conformance.ts'
import { type S3Service, startVersitygw } from '../../services/s3.ts'
import { open } from './open.ts'

let service: S3Service
let stateDirectory: string
let stores = 0

beforeAll(async () => {
  service = await startVersitygw()
  stateDirectory = await mkdtemp(join(tmpdir(), 'holdfast-s3-state-'))
})

afterAll(async () => {
  await service?.stop()
  await rm(stateDirectory, { recursive: true, force: true })
})

storeConformance('s3', async () => {
  const prefix = `store-${++stores}`
  const settings = { ...service.settings, prefix }
  const openAgain = () => open(settings, { stateDirectory })
  const store = await openAgain()
  // The bucket was tried by writing under leases/; the suite begins with nothing.
  for await (const { key } of store.list('')) await store.delete(key)
  return {
    store,
    dispose: async () => {},
    reopen: openAgain,
    process: {
      module: new URL('./open.ts', import.meta.url),
      argument: JSON.stringify({
        settings: { ...settings, secretAccessKey: service.secretAccessKey },
        stateDirectory,
      }),
    },
  }
})
