import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import type { HoldfastError } from '../../../src/errors/error.ts'
import type { S3Settings } from '../../../src/stores/s3/config.ts'
import { expectCode, get, keys, put, text } from '../../conformance/store-suite.ts'
import { createInstantClock } from '../../fakes/instant-clock.ts'
import { makeCertificate } from '../../services/certificate.ts'
import { addMinioUser } from '../../services/minio-user.ts'
import { has } from '../../services/program.ts'
import { type S3Service, startMinio, startVersitygw } from '../../services/s3.ts'
import { type ScriptedS3, startScriptedS3, xmlError } from '../../services/scripted-s3.ts'
import { open } from './open.ts'

describe.skipIf(!has('versitygw', 'minio', 'mc', 'openssl'))('what is wrong at S3', () => {
  const clock = createInstantClock()
  const services: Record<string, S3Service> = {}
  let scripted: ScriptedS3
  let directory: string

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'holdfast-s3-errors-'))
    scripted = await startScriptedS3()
    services.versitygw = await startVersitygw()
    services.minio = await startMinio()
  })

  afterAll(async () => {
    await scripted?.stop()
    for (const service of Object.values(services)) await service.stop()
    await rm(directory, { recursive: true, force: true })
  })

  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })

  let states = 0

  /** What a run says that opens a store and writes, or reads. */
  async function failure(settings: S3Settings, mode: 'read' | 'write' = 'write'): Promise<HoldfastError> {
    const stateDirectory = join(directory, `state-${++states}`)
    const attempt = open(settings, { stateDirectory, clock, mode }).then(async (store) => {
      if (mode === 'read') await get(store, 'holdfast.json')
      else await put(store, 'data/x', text('x'))
    })
    const error = await attempt.then(
      () => undefined,
      (reason: HoldfastError) => reason,
    )
    expect(error?.hint).toMatch(/[.?]$/)
    expect(JSON.stringify([error?.message, error?.hint, error?.context])).not.toMatch(/secret-3f9c/)
    return error as HoldfastError
  }

  const settingsOf = (name: string, more: Partial<S3Settings> = {}): S3Settings => ({
    ...(services[name] as S3Service).settings,
    ...more,
  })

  describe.each(['versitygw', 'minio'])('%s', (name) => {
    test.each(['read', 'write'] as const)('wrong keys, to %s', async (mode) => {
      const unknown = await failure(settingsOf(name, { accessKeyId: 'nobody-we-know' }), mode)
      expect(unknown).toMatchObject({ code: 'store-credentials', exitStatus: 1, retryable: false })
      expect(unknown.hint).toContain('access-key-id')
      const secretAccessKey = new Secret('not-the-secret-at-all')
      const wrong = await failure(settingsOf(name, { secretAccessKey }), mode)
      expect(wrong).toMatchObject({ code: 'store-credentials', retryable: false })
      expect(wrong.hint).toContain('secret-access-key')
    })

    test('no such bucket, whatever is done first', async () => {
      for (const mode of ['read', 'write'] as const) {
        const error = await failure(settingsOf(name, { bucket: 'no-such-bucket' }), mode)
        expect(error).toMatchObject({ code: 'bucket-missing', retryable: false })
        expect(error.message).toContain('no-such-bucket')
      }
      const store = await open(settingsOf(name, { bucket: 'no-such-bucket' }), {
        stateDirectory: join(directory, 'none'),
        mode: 'dry-run',
      }).catch(() => undefined)
      if (store) await expectCode(store.stat('holdfast.json'), 'bucket-missing')
    })

    test('a clock that is two hours off', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7_200_000 })
      const error = await failure(settingsOf(name))
      expect(error).toMatchObject({ code: 'clock-skew', retryable: false })
      expect(error.hint).toContain('NTP')
    })
  })

  test('another region', async () => {
    const error = await failure(settingsOf('versitygw', { region: 'eu-west-7' }))
    expect(error).toMatchObject({ code: 'region-wrong', retryable: false })
    expect(error.hint).toContain('us-east-1')
  })

  test('an object in a bucket that is gone is not just absent', async () => {
    const store = await open(scripted.settings, { stateDirectory: join(directory, 'gone'), clock })
    expect(await store.stat('holdfast.json')).toBeUndefined()
    scripted.script = () => xmlError(404, 'NoSuchBucket')
    await expectCode(store.stat('holdfast.json'), 'bucket-missing')
    scripted.script = () => undefined
  })

  test('nobody said who we are', async () => {
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE'])
      vi.stubEnv(name, undefined)
    vi.stubEnv('HOME', directory)
    const { accessKeyId: _, secretAccessKey: __, ...settings } = settingsOf('versitygw')
    const error = await failure(settings)
    expect(error).toMatchObject({ code: 'store-credentials', retryable: false })
    expect(error.hint).toContain('AWS_ACCESS_KEY_ID')
  })

  test('a bucket in another region answers 301', async () => {
    scripted.script = () => ({
      ...xmlError(301, 'PermanentRedirect'),
      headers: { 'x-amz-bucket-region': 'eu-central-1' },
    })
    const error = await failure(scripted.settings)
    expect(error).toMatchObject({ code: 'region-wrong', retryable: false })
    expect(error.hint).toContain('eu-central-1')
    scripted.script = () => undefined
  })

  test.each([
    ['ExpiredToken', 400, 'store-credentials'],
    ['InvalidStorageClass', 400, 'store-unsupported'],
    ['QuotaExceeded', 400, 'disk-full'],
    ['KMS.DisabledException', 400, 'store-unwritable'],
    ['InvalidBucketName', 400, 'bucket-missing'],
    ['SomethingNobodyKnows', 400, 'store-unreachable'],
  ])('%s is %s %s', async (code, status, expected) => {
    const store = await open(scripted.settings, { stateDirectory: join(directory, 'known'), clock })
    scripted.script = () => xmlError(status, code)
    const error = await expectCode(put(store, 'data/x', text('x')), expected as 'store-unreachable')
    expect(error.retryable).toBe(false)
    scripted.script = () => undefined
  })

  describe('rights', () => {
    const bucket = 'arn:aws:s3:::backups'

    test('to read only', async () => {
      const user = await addMinioUser(services.minio as S3Service, 'reader', [
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: [bucket, `${bucket}/*`] },
      ])
      const stateDirectory = join(directory, 'reader')
      const store = await open(user.settings, { stateDirectory, clock })
      expect(store.features).toMatchObject({ createOnly: false, versions: false })
      const error = await expectCode(put(store, 'data/x', text('x')), 'store-unwritable')
      expect(error).toMatchObject({ retryable: false, exitStatus: 1 })
      expect(error.hint).toContain('s3:PutObject')
      expect((await expectCode(store.delete('data/x'), 'store-unwritable')).hint).toContain('s3:DeleteObject')
      expect(await keys(store, 'manifests/')).toEqual([])
      expect(await store.stat('data/none')).toBeUndefined()
    })

    test('to write only', async () => {
      const user = await addMinioUser(services.minio as S3Service, 'writer', [
        { Effect: 'Allow', Action: ['s3:PutObject'], Resource: [`${bucket}/*`] },
      ])
      const store = await open(user.settings, { stateDirectory: join(directory, 'writer'), clock })
      expect(store.features).toMatchObject({ createOnly: true, compareAndSwap: true, enforcesSha256: true })
      await put(store, 'data/written', text('x'), { when: { absent: true } })
      const error = await expectCode(get(store, 'data/written'), 'store-unreachable')
      expect(error.hint).toContain('s3:GetObject')
      expect((await expectCode(keys(store, ''), 'store-unreachable')).hint).toContain('s3:ListBucket')
      await expectCode(store.stat('data/written'), 'store-unreachable')
    })
  })

  describe('the way there', () => {
    test('a certificate that nobody vouches for', async () => {
      const certificate = await makeCertificate(directory)
      const service = await startVersitygw({ certificate })
      try {
        const error = await failure(service.settings)
        expect(error).toMatchObject({ code: 'tls-failed', retryable: false })
        expect(error.hint).toContain('NODE_EXTRA_CA_CERTS')
      } finally {
        await service.stop()
      }
    })

    test('a port that speaks no TLS', async () => {
      const { endpoint } = services.versitygw as S3Service
      const error = await failure(settingsOf('versitygw', { endpoint: endpoint.replace('http:', 'https:') }))
      expect(error).toMatchObject({ code: 'tls-failed', retryable: false })
      expect(error.hint).toContain('http://')
    })

    test('a port where nobody listens, a name that nobody knows', async () => {
      const refused = await failure(settingsOf('versitygw', { endpoint: 'http://127.0.0.1:9' }))
      expect(refused).toMatchObject({ code: 'store-unreachable', retryable: true })
      const unknown = await failure(settingsOf('versitygw', { endpoint: 'http://no-such-host.invalid' }))
      expect(unknown.code).toBe('store-unreachable')
      expect(unknown.hint).toContain('no-such-host.invalid')
    })
  })
})
