import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import {
  BlobServiceClient,
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { maskSecrets } from '../../../src/domain/secret.ts'
import { systemClock } from '../../../src/process/clock.ts'
import { azureConfig } from '../../../src/stores/azure/config.ts'
import { openAzureStore } from '../../../src/stores/azure/store.ts'
import { expectCode, keys, never, put, text } from '../../conformance/store-suite.ts'
import { type Azurite, startAzurite } from '../../services/azurite.ts'
import { type Meddler, startMeddler } from '../../services/meddler.ts'
import { openStore } from './open.ts'

let azurite: Azurite
let meddler: Meddler
let made = 0
let container: string

beforeAll(async () => {
  azurite = await startAzurite()
  meddler = await startMeddler(azurite.port)
})
afterAll(async () => {
  await meddler.stop()
  await azurite.stop()
})
beforeEach(() => {
  container = `errors-${made++}`
  meddler.meddle = () => 'pass'
  meddler.seen.length = 0
})

const place = () => ({ connection: azurite.connectionString, container })
const meddled = () => ({
  connection: azurite.connectionString.replace(`:${azurite.port}/`, `:${meddler.port}/`),
  container,
})
const service = () => BlobServiceClient.fromConnectionString(azurite.connectionString)

/** A SAS of the container with these rights, signed as the portal does it. */
function sasWith(rights: string): string {
  const key = new StorageSharedKeyCredential(azurite.account, azurite.key)
  const permissions = ContainerSASPermissions.parse(rights)
  const expiresOn = new Date(Date.now() + 3_600_000)
  return generateBlobSASQueryParameters({ containerName: container, permissions, expiresOn }, key).toString()
}

function withSas(rights: string, mode: 'read' | 'write' = 'write') {
  const settings = azureConfig.parse({
    type: 'azure',
    container,
    account: azurite.account,
    endpoint: azurite.endpoint,
    sas: sasWith(rights),
  })
  return openAzureStore('azure', settings, { clock: systemClock, mode, signal: never, environment: {} })
}

test('a wrong key is refused, and never shown', async () => {
  const connection = azurite.connectionString.replace('Eby8', 'AAAA')
  const store = await openStore({ connection, container })
  const error = await expectCode(put(store, 'x', text('x')), 'store-credentials')
  expect(error).toMatchObject({
    retryable: false,
    message: `azure refuses the credentials for devstoreaccount1/${container}`,
  })
  expect(error.hint).toContain('connection-string')
  const wrong = /AccountKey=([^;]+)/.exec(connection)?.[1] ?? ''
  expect(maskSecrets(`say ${wrong} and ${encodeURIComponent(wrong)}`)).toBe('say *** and ***')
})

test('a connection string that is none says so without quoting it', async () => {
  const garbage = 'AccountName=acme;AccountKey'
  const error = await expectCode(openStore({ connection: garbage, container }), 'store-credentials')
  expect(error.message).toBe('the connection string cannot be read')
  expect(JSON.stringify([error.hint, error.context, String(error.cause)])).not.toContain('acme')
})

test('who only reads does not make the container, who writes does, once', async () => {
  const reader = await openStore(place(), 'read')
  for (const attempt of [
    () => reader.stat('x'),
    () => reader.get('x', { signal: never }),
    () => keys(reader, ''),
  ]) {
    const error = await expectCode(attempt(), 'bucket-missing')
    expect(error.hint).toContain(`az storage container create --name ${container}`)
  }
  const writers = await Promise.all([openStore(place()), openStore(place()), openStore(place())])
  await Promise.all(writers.map((writer, at) => put(writer, `data/${at}`, text('x'))))
  expect(await reader.stat('data/0')).toMatchObject({ bytes: 1 })
  expect(await reader.stat('x')).toBeUndefined()
})

test('credentials that may not make the container say which command does', async () => {
  const error = await expectCode(put(await withSas('racwdl'), 'x', text('x')), 'bucket-missing')
  expect(error.message).toContain('may not be made')
  expect(error.hint).toContain('az storage container create')
})

test('a missing right is named: writing, deleting, reading, listing', async () => {
  await service().createContainer(container)
  const full = await openStore(place())
  await put(full, 'data/x', text('x'))
  const reading = await withSas('rl')
  const unwritable = await expectCode(put(reading, 'data/y', text('y')), 'store-unwritable')
  expect(unwritable.hint).toContain('blobs/write')
  expect((await expectCode(reading.delete('data/x'), 'store-unwritable')).hint).toContain('blobs/delete')
  expect(String(await buffer(await reading.get('data/x', { signal: never })))).toBe('x')
  const adding = await withSas('cl')
  expect(await put(adding, 'data/z', text('z'), { when: { absent: true } })).toMatchObject({ bytes: 1 })
  const unreadable = await expectCode(adding.get('data/x', { signal: never }), 'store-unreachable')
  expect(unreadable).toMatchObject({
    retryable: false,
    message: `may not read data/x in devstoreaccount1/${container}`,
  })
  await expectCode(keys(await withSas('r', 'read'), ''), 'store-unreachable')
})

test('a clock that is an hour off is told from a wrong key', async () => {
  meddler.meddle = () => ({
    status: 403,
    headers: {
      'x-ms-error-code': 'AuthenticationFailed',
      date: new Date(Date.now() - 3_600_000).toUTCString(),
    },
  })
  const store = await openStore(meddled(), 'read')
  const error = await expectCode(store.stat('x'), 'clock-skew')
  expect(error.message).toContain('60 minutes')
})

test('what cannot be reached may be later', async () => {
  const store = await openStore({ connection: azurite.connectionString.replace(/:\d+\//, ':1/'), container })
  const error = await expectCode(store.stat('x'), 'store-unreachable')
  expect(error).toMatchObject({ retryable: true, context: { system: 'ECONNREFUSED' } })
})

test.each([
  [503, 'ServerBusy', true],
  [500, 'InternalError', true],
  [429, 'TooManyRequests', true],
  [409, 'ContainerBeingDeleted', true],
  [400, 'InvalidUri', false],
])('answers %d %s, worth another attempt: %s', async (status, code, retryable) => {
  meddler.meddle = () => ({ status, headers: { 'x-ms-error-code': code } })
  const store = await openStore(meddled(), 'read')
  expect(await expectCode(store.stat('x'), 'store-unreachable')).toMatchObject({ retryable })
})

test('a certificate of nobody is not trusted', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-tls-'))
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')]
  const subject = ['-subj', '/CN=localhost', '-days', '1', '-nodes', '-newkey', 'rsa:2048']
  execFileSync('openssl', ['req', '-x509', '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' })
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const connection = azurite.connectionString
    .replace('BlobEndpoint=http:', 'BlobEndpoint=https:')
    .replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`)
  const store = await openStore({ connection, container }, 'read')
  const error = await expectCode(store.stat('x'), 'tls-failed')
  expect(error.hint).toContain('NODE_EXTRA_CA_CERTS')
  server.close()
  rmSync(directory, { recursive: true })
})

test('somebody else’s lease on a blob is no broken condition', async () => {
  const store = await openStore(place())
  const { etag } = await put(store, 'leases/x', text('x'))
  await service()
    .getContainerClient(container)
    .getBlobClient('leases/x')
    .getBlobLeaseClient()
    .acquireLease(-1)
  for (const attempt of [
    () => put(store, 'leases/x', text('y'), { when: { etag } }),
    () => store.delete('leases/x'),
  ]) {
    const error = await expectCode(attempt(), 'store-unwritable')
    expect(error.hint).toContain('az storage blob lease break --blob-name leases/x')
  }
})

test('what lies in the archive says so, and comes back when asked for', async () => {
  const store = await openStore(place())
  await put(store, 'data/old', text('x'), { tier: 'Archive' })
  expect(await store.stat('data/old')).toMatchObject({ tier: 'Archive' })
  const error = await expectCode(store.get('data/old', { signal: never }), 'object-archived')
  expect(error.hint).toContain('--thaw')
  const asked = { signal: never, days: 1 }
  expect(await store.thaw('data/old', asked)).toBe('under-way')
  expect(await store.thaw('data/old', asked)).toBe('ready')
  expect(String(await buffer(await store.get('data/old', { signal: never })))).toBe('x')
  await expectCode(store.thaw('data/none', asked), 'store-not-found')
})

test('a blob on its way out of the archive is still archived', async () => {
  const store = await openStore(place())
  await put(store, 'data/old', text('x'), { tier: 'Archive' })
  meddler.meddle = ({ method }) =>
    method === 'HEAD'
      ? {
          status: 200,
          headers: {
            etag: '"0x1"',
            'last-modified': new Date().toUTCString(),
            'x-ms-access-tier': 'Archive',
            'x-ms-archive-status': 'rehydrate-pending-to-hot',
          },
        }
      : { status: 409, headers: { 'x-ms-error-code': 'BlobBeingRehydrated' } }
  const thawing = await openStore(meddled(), 'read')
  expect(await thawing.thaw('data/old', { signal: never, days: 1 })).toBe('under-way')
  await expectCode(thawing.get('data/old', { signal: never }), 'object-archived')
})

test('a reply that breaks off is an error worth another attempt', async () => {
  const store = await openStore(place())
  await put(store, 'data/cut', new Uint8Array(300_000))
  meddler.meddle = () => ({ cutReplyAt: 100_000 })
  const cut = await openStore(meddled(), 'read')
  const body = await cut.get('data/cut', { signal: never })
  expect(await expectCode(buffer(body), 'store-unreachable')).toMatchObject({ retryable: true })
})

test('a service that never answers is given up on, and one that stops sending as well', async () => {
  meddler.meddle = () => 'never-answer'
  const hurried = {
    ...systemClock,
    sleep: (milliseconds: number, signal?: AbortSignal) => systemClock.sleep(milliseconds / 1000, signal),
  }
  const settings = azureConfig.parse({ type: 'azure', container, 'connection-string': meddled().connection })
  const opening = { clock: hurried, mode: 'read', signal: never, environment: {} } as const
  const store = await openAzureStore('azure', settings, opening)
  const error = await expectCode(store.stat('x'), 'store-unreachable')
  expect(error).toMatchObject({ retryable: true, message: expect.stringContaining('did not answer in time') })
})

test('bytes that changed on the way are refused, and may be sent again', async () => {
  meddler.meddle = ({ method }) =>
    method === 'PUT' ? { status: 400, headers: { 'x-ms-error-code': 'Md5Mismatch' } } : 'pass'
  await service().createContainer(container)
  const store = await openStore(meddled())
  expect(await expectCode(put(store, 'x', text('x')), 'store-checksum-mismatch')).toMatchObject({
    retryable: true,
  })
})

test('a reply with another MD5 is a lie', async () => {
  await service().createContainer(container)
  meddler.meddle = ({ method }) =>
    method === 'PUT'
      ? {
          status: 201,
          headers: {
            etag: '"0x1"',
            'last-modified': new Date().toUTCString(),
            'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==',
          },
        }
      : 'pass'
  await expectCode(put(await openStore(meddled()), 'x', text('x')), 'store-lied')
})
