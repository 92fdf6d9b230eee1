import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../../src/process/clock.ts'
import { azureConfig } from '../../../src/stores/azure/config.ts'
import { openAzureStore } from '../../../src/stores/azure/store.ts'
import { containerOf, containerSas } from '../../services/azure-sas.ts'
import { type Azurite, startAzurite } from '../../services/azurite.ts'

let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(() => azurite.stop())

const { signal } = new AbortController()
const optionsFor = (body: Uint8Array) => ({
  signal,
  sha256: createHash('sha256').update(body).digest('hex'),
})

async function opened(letters: string) {
  const container = `rights-${letters}`
  await containerOf(azurite, container).create()
  const settings = azureConfig.parse({
    type: 'azure',
    container,
    account: azurite.account,
    endpoint: azurite.endpoint,
    sas: containerSas(azurite, container, letters),
  })
  return openAzureStore('box', settings, { clock: systemClock, mode: 'write', signal, environment: {} })
}

test('who may create and not replace is told that something is there, and of nothing else that it is', async () => {
  const store = await opened('rcl')
  const body = Buffer.from('one')
  const absent = { ...optionsFor(body), when: { absent: true } } as const
  await store.put('manifests/a', body, absent)
  await expect(store.put('manifests/a', body, absent)).rejects.toMatchObject({
    code: 'store-condition-failed',
  })
  await expect(store.put('manifests/a', body, optionsFor(body))).rejects.toMatchObject({
    code: 'store-unwritable',
    context: { status: 403 },
  })
  const etag = (await store.stat('manifests/a'))?.etag ?? ''
  await expect(store.put('manifests/a', body, { ...optionsFor(body), when: { etag } })).rejects.toMatchObject(
    {
      code: 'store-unwritable',
    },
  )
})

test('who may not create at all is told so, whether something is there or not', async () => {
  const store = await opened('rl')
  const body = Buffer.from('one')
  const absent = { ...optionsFor(body), when: { absent: true } } as const
  await expect(store.put('manifests/a', body, absent)).rejects.toMatchObject({ code: 'store-unwritable' })
})
