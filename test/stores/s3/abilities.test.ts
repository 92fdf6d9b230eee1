import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { put, text } from '../../conformance/store-suite.ts'
import { createInstantClock } from '../../fakes/instant-clock.ts'
import { has } from '../../services/program.ts'
import { type S3Service, startMinio, startRcloneServe, startVersitygw } from '../../services/s3.ts'
import { faithful, type ScriptedS3, startScriptedS3, xmlError } from '../../services/scripted-s3.ts'
import { open } from './open.ts'

describe.skipIf(!has('versitygw', 'minio', 'rclone'))('what a bucket can do', () => {
  const day = 86_400_000
  const all = { createOnly: true, compareAndSwap: true, enforcesSha256: true, range: true }
  const none = { createOnly: false, compareAndSwap: false, enforcesSha256: false, range: true }

  let stateDirectory: string

  beforeEach(async () => {
    stateDirectory = await mkdtemp(join(tmpdir(), 'holdfast-s3-abilities-'))
  })

  afterEach(async () => {
    await rm(stateDirectory, { recursive: true, force: true })
  })

  async function on(
    start: () => Promise<S3Service>,
    work: (service: S3Service) => Promise<void>,
  ): Promise<void> {
    const service = await start()
    try {
      await work(service)
    } finally {
      await service.stop()
    }
  }

  /** What is remembered of the only place. */
  async function remembered(): Promise<Record<string, unknown>> {
    const directory = join(stateDirectory, 'stores')
    const [file = 'none', ...others] = await readdir(directory)
    expect(others).toEqual([])
    return JSON.parse(await readFile(join(directory, file), 'utf8')).abilities
  }

  describe('found out', () => {
    const everything = {
      createOnly: true,
      completeCreateOnly: true,
      ifMatch: 'quoted',
      enforcesSha256: true,
      checksumHeader: true,
    }

    test.each([
      ['versitygw', startVersitygw, { ...everything, versions: false }],
      ['MinIO with versions', () => startMinio({ versioning: true }), { ...everything, versions: true }],
      [
        'rclone serve',
        startRcloneServe,
        {
          createOnly: false,
          completeCreateOnly: false,
          ifMatch: 'none',
          enforcesSha256: false,
          versions: false,
        },
      ],
    ])('%s', (_name, start, expected) =>
      on(start, async ({ settings }) => {
        await open(settings, { stateDirectory })
        expect(await remembered()).toMatchObject(expected)
      }),
    )

    test('sixteen at once do not mislead one another', () =>
      on(startVersitygw, async ({ settings }) => {
        const states = Array.from({ length: 16 }, (_, at) => join(stateDirectory, String(at)))
        const stores = await Promise.all(states.map((each) => open(settings, { stateDirectory: each })))
        expect(stores.map(({ features }) => features)).toEqual(Array(16).fill(expect.objectContaining(all)))
      }))
  })

  describe('remembered', () => {
    const clock = createInstantClock()
    let server: ScriptedS3

    beforeEach(async () => {
      server = await startScriptedS3()
      server.script = faithful(server.objects)
    })

    afterEach(() => server.stop())

    const opened = async (mode: 'read' | 'write' | 'probe', more = {}) => {
      server.asked.length = 0
      const store = await open({ ...server.settings, ...more }, { stateDirectory, clock, mode })
      return {
        features: store.features,
        requests: server.asked.length,
        writes: server.asked.filter(({ method }) => method !== 'GET').length,
      }
    }

    test('for a week, for one bucket and prefix', async () => {
      expect((await opened('write')).writes).toBeGreaterThan(0)
      expect(await opened('write')).toMatchObject({ features: all, requests: 0 })
      expect(await opened('read')).toMatchObject({ features: all, requests: 0 })
      expect((await opened('write', { prefix: 'other' })).writes).toBeGreaterThan(0)
      clock.advance(8 * day)
      expect((await opened('write')).writes).toBeGreaterThan(0)
    })

    test('until doctor looks again', async () => {
      await opened('write')
      server.script = () => undefined
      expect((await opened('write')).features).toMatchObject(all)
      expect((await opened('probe')).features).toMatchObject(none)
      expect((await opened('write')).features).toMatchObject(none)
    })

    test('not at all by who only reads: nothing is written, and nothing believed', async () => {
      expect(await opened('read')).toMatchObject({ features: none, writes: 0 })
      expect(server.objects.size).toBe(0)
      server.script = ({ query }) =>
        query.has('versioning')
          ? { body: '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>' }
          : undefined
      expect((await opened('read')).features).toMatchObject({ ...none, versions: true })
      server.script = ({ query }) => (query.has('versioning') ? xmlError(403, 'AccessDenied') : undefined)
      expect((await opened('read')).features).toMatchObject({ ...none, versions: false })
    })

    test('by nothing that is damaged, and without a state directory a run goes on', async () => {
      await opened('write')
      const directory = join(stateDirectory, 'stores')
      const [file = ''] = await readdir(directory)
      for (const damage of ['', '{}', '{"at":"2030-01-01T00:00:00.000Z"', '[1]']) {
        await writeFile(join(directory, file), damage)
        expect((await opened('write')).writes).toBeGreaterThan(0)
      }
      await rm(stateDirectory, { recursive: true })
      await writeFile(stateDirectory, 'a file in its place')
      expect((await opened('write')).features).toMatchObject(all)
    })

    test('leaves a bounded number of small objects where it may not delete', async () => {
      for (let round = 0; round < 20; round++) await opened('probe')
      const found = [...server.objects.keys()]
      expect(found.every((key) => /^leases\/_probe\/\d{3}\.json$/.test(key))).toBe(true)
      expect(found.length).toBeLessThanOrEqual(256)
      await put(await open(server.settings, { stateDirectory, clock }), 'data/x', text('x'))
      expect(server.objects.has('data/x')).toBe(true)
    })

    test('passing trouble says nothing of what a store can do', async () => {
      const usual = server.script
      let asked = 0
      server.script = (request, serve) =>
        asked++ % 3 === 1 ? xmlError(503, 'SlowDown') : usual(request, serve)
      const store = open(server.settings, { stateDirectory, clock })
      await expect(store).rejects.toMatchObject({ code: 'store-unreachable', retryable: true })
      server.script = (request, serve) =>
        asked++ < 40 && asked % 30 === 0 ? xmlError(503, 'SlowDown') : usual(request, serve)
      expect((await opened('write')).features).toMatchObject(all)
    })
  })
})
