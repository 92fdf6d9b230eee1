import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { S3Settings } from '../../../src/stores/s3/config.ts'
import type { StoreFactory } from '../../conformance/store-suite.ts'
import { has } from '../../services/program.ts'
import type { S3Service } from '../../services/s3.ts'
import { open } from './open.ts'

let stores = 0

/**
 * Makes the stores of one conformance suite on one server, each under a prefix of its own; `contenders` says that other
 * processes compete as well, `needs` what is left out without which tools.
 */
export function storesOn(
  start: () => Promise<S3Service>,
  more: Partial<S3Settings> = {},
  { contenders = false, needs = [] }: { contenders?: boolean; needs?: readonly string[] } = {},
): StoreFactory {
  let service: S3Service
  let stateDirectory: string

  const isThere = has(...needs)
  beforeEach(({ skip }) => skip(!isThere, `needs ${needs.join(', ')}`))

  beforeAll(async () => {
    if (!isThere) return
    service = await start()
    stateDirectory = await mkdtemp(join(tmpdir(), 'holdfast-s3-state-'))
  })

  afterAll(async () => {
    await service?.stop()
    if (isThere) await rm(stateDirectory, { recursive: true, force: true })
  })

  return async () => {
    const settings = { ...service.settings, ...more, prefix: `store-${++stores}` }
    const openAgain = () => open(settings, { stateDirectory })
    const store = await openAgain()
    // What the bucket can do was tried under leases/; the suite begins with nothing.
    for await (const { key } of store.list('')) await store.delete(key)
    const secretAccessKey = service.secretAccessKey
    const argument = JSON.stringify({ settings: { ...settings, secretAccessKey }, stateDirectory })
    return {
      store,
      dispose: async () => {},
      reopen: openAgain,
      ...(contenders ? { process: { module: new URL('./open.ts', import.meta.url), argument } } : {}),
    }
  }
}
