import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { S3Settings } from '../../../src/stores/s3/config.ts'
import { bytes, expectCode, get, put, text } from '../../conformance/store-suite.ts'
import { has } from '../../services/program.ts'
import { clientOf, type S3Service, startMinio } from '../../services/s3.ts'
import { type ScriptedS3, startScriptedS3 } from '../../services/scripted-s3.ts'
import { never, open } from './open.ts'

describe.skipIf(!has('minio'))('settings of S3', () => {
  const hour = 3_600_000
  let minio: S3Service
  let scripted: ScriptedS3
  let stateDirectory: string

  beforeAll(async () => {
    stateDirectory = await mkdtemp(join(tmpdir(), 'holdfast-s3-settings-'))
    scripted = await startScriptedS3()
    const key = Buffer.from(bytes(32, 7)).toString('base64')
    minio = await startMinio({ lock: true, environment: { MINIO_KMS_SECRET_KEY: `holdfast:${key}` } })
  })

  afterAll(async () => {
    await scripted?.stop()
    await minio?.stop()
    await rm(stateDirectory, { recursive: true, force: true })
  })

  async function headerOf(more: Partial<S3Settings>, key: string, name: string): Promise<string | undefined> {
    const store = await open({ ...scripted.settings, ...more }, { stateDirectory })
    await put(store, key, text('x'))
    return scripted.asked.at(-1)?.headers[name]
  }

  describe('what a put says', () => {
    test('the storage class for data only', async () => {
      const storageClass = 'STANDARD_IA'
      expect(await headerOf({ storageClass }, 'data/x', 'x-amz-storage-class')).toBe('STANDARD_IA')
      for (const key of ['manifests/x', 'keys/x', 'leases/x', 'holdfast.json']) {
        expect(await headerOf({ storageClass }, key, 'x-amz-storage-class')).toBeUndefined()
      }
      const store = await open({ ...scripted.settings, storageClass }, { stateDirectory })
      const stored = await put(store, 'data/x', text('x'), { tier: 'GLACIER_IR' })
      expect([stored.tier, scripted.asked.at(-1)?.headers['x-amz-storage-class']]).toEqual([
        'GLACIER_IR',
        'GLACIER_IR',
      ])
      // A class that only this vendor has is known because it is configured.
      const own = await open({ ...scripted.settings, storageClass: 'ONE_DISK' }, { stateDirectory })
      expect((await put(own, 'data/x', text('x'), { tier: 'ONE_DISK' })).tier).toBe('ONE_DISK')
    })

    test('one hash, and nothing that costs a second one or a connection', async () => {
      await headerOf({}, 'data/x', 'host')
      const { headers } = scripted.asked.at(-1) ?? { headers: {} as Record<string, string> }
      expect(headers['x-amz-content-sha256']).toMatch(/^[0-9a-f]{64}$/)
      expect(headers).not.toHaveProperty('expect')
      expect(headers).not.toHaveProperty('x-amz-checksum-crc32')
      expect(headers).not.toHaveProperty('x-amz-trailer')
      expect(headers).not.toHaveProperty('content-md5')
    })

    test('the bucket in the host name where it is so configured', async () => {
      const settings = {
        ...scripted.settings,
        pathStyle: false,
        endpoint: scripted.endpoint.replace('127.0.0.1', 'localhost'),
      }
      // Such a name is looked for before anything is sent, and here nobody knows it.
      const attempt = open({ ...settings, prefix: 'virtual' }, { stateDirectory })
      expect((await expectCode(attempt, 'store-unreachable')).message).toContain('scripted.localhost')
    })
  })

  describe('encryption at rest', () => {
    test.each(['AES256', 'aws:kms'] as const)('%s', async (serverSideEncryption) => {
      const kms = serverSideEncryption === 'aws:kms' ? { kmsKeyId: 'holdfast' } : {}
      const settings = {
        ...minio.settings,
        prefix: serverSideEncryption.replace(':', '-'),
        serverSideEncryption,
        ...kms,
      }
      const store = await open(settings, { stateDirectory })
      const { etag } = await put(store, 'leases/x', text('x'))
      await put(store, 'leases/x', text('y'), { when: { etag } })
      const stream = (async function* () {
        yield bytes(17 * 1024 * 1024)
      })()
      await store.putStream?.('data/big', stream, { signal: never, estimate: 1, when: { absent: true } })
      const { sdk, client } = await clientOf(minio)
      for (const key of ['leases/x', 'data/big']) {
        const command = new sdk.HeadObjectCommand({ Bucket: minio.bucket, Key: `${settings.prefix}/${key}` })
        const head = await client.send(command)
        expect(head.ServerSideEncryption).toBe(serverSideEncryption)
        if (kms.kmsKeyId) expect(head.SSEKMSKeyId).toContain('holdfast')
      }
      expect((await get(store, 'data/big')).length).toBe(17 * 1024 * 1024)
    })
  })

  describe('Object Lock', () => {
    const locked = (mode: 'governance' | 'compliance') =>
      open({ ...minio.settings, prefix: mode, objectLock: { mode, for: hour } }, { stateDirectory })

    test.each(['governance', 'compliance'] as const)(
      '%s holds what stays, and nothing that changes',
      async (mode) => {
        const store = await locked(mode)
        expect(store.features).toMatchObject({ objectLock: true, versions: true })
        const stored = await put(store, 'data/x', text('x'))
        const left = Number(stored.retainUntil) - Date.now()
        expect(left).toBeGreaterThan(hour - 5000)
        expect(left).toBeLessThan(hour + 5000)
        expect((await store.stat('data/x'))?.retainUntil).toEqual(stored.retainUntil)
        await expectCode(store.delete('data/x', { versionId: stored.versionId ?? '' }), 'held')
        for (const key of ['leases/x.json', 'holds/job/id.json']) {
          const free = await put(store, key, text('x'))
          expect(free.retainUntil).toBeUndefined()
          await store.delete(key, { versionId: free.versionId ?? '' })
        }
        const later = new Date((Math.ceil(Date.now() / 1000) + 7200) * 1000)
        expect((await put(store, 'data/y', text('y'), { retainUntil: later })).retainUntil).toEqual(later)
        const soon = new Date(Date.now() + 1000)
        expect(
          Number((await put(store, 'data/z', text('z'), { retainUntil: soon })).retainUntil),
        ).toBeGreaterThan(Number(soon))
      },
    )

    test('objects from streams are held, too', async () => {
      const store = await locked('governance')
      const stream = (async function* () {
        yield bytes(17 * 1024 * 1024)
      })()
      const stored = await store.putStream?.('data/big', stream, { signal: never, estimate: 1 })
      expect((await store.stat('data/big'))?.retainUntil).toEqual(stored?.retainUntil)
      await expectCode(store.delete('data/big', { versionId: stored?.versionId ?? '' }), 'held')
    })

    test('a bucket without it says what to change', async () => {
      const plain = await startMinio()
      try {
        const objectLock = { mode: 'governance', for: hour } as const
        const store = await open({ ...plain.settings, objectLock }, { stateDirectory })
        const error = await expectCode(put(store, 'data/x', text('x')), 'store-unsupported')
        expect(error.hint).toContain('Object Lock')
      } finally {
        await plain.stop()
      }
    })
  })
})
