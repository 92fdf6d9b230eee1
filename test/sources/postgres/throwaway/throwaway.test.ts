import { chmod, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DrillServer } from '../../../../src/domain/drill.ts'
import { Secret } from '../../../../src/domain/secret.ts'
import type { SourceContext } from '../../../../src/domain/source.ts'
import { dockerClient } from '../../../../src/process/docker/client.ts'
import { removeKeptContainers } from '../../../../src/process/docker/labels.ts'
import { processToken } from '../../../../src/process/running-process.ts'
import { openSession } from '../../../../src/sources/postgres/connection/session.ts'
import { openDockerServer } from '../../../../src/sources/postgres/throwaway/docker.ts'
import { openLocalServer } from '../../../../src/sources/postgres/throwaway/local.ts'
import { openThrowaway } from '../../../../src/sources/postgres/throwaway/open.ts'
import type { ThrowawayServer } from '../../../../src/sources/postgres/throwaway/server.ts'
import { sourceContext } from '../../../fakes/capture.ts'
import { type Docker, startDocker } from '../../../services/docker.ts'
import { type PostgresService, startPostgres } from '../../../services/postgres.ts'
import { hasPostgres } from '../../../services/postgres-installation.ts'
import { loadServiceImage } from '../../../services/service-images.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'holdfast-throwaway-'))
  await chmod(directory, 0o711)
  await mkdir(join(directory, 'scratch'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const contextOf = (environment: Readonly<Record<string, string>> = {}): SourceContext => {
  const context = sourceContext()
  return {
    ...context,
    stateDirectory: join(directory, 'state'),
    environment: { ...context.environment, DOCKER_HOST: 'unix:///nonexistent', ...environment },
  }
}

const needs = (major = 15) => ({ major, bytes: 1000, scratch: join(directory, 'scratch') })

async function ask(server: ThrowawayServer, sql: string): Promise<unknown> {
  const session = await openSession(server.settings, contextOf())
  try {
    return Object.values((await session.query(sql))[0] ?? {})[0]
  } finally {
    await session.close()
  }
}

/** Uses a throwaway server, and leaves nothing of it. */
async function using(
  wanted: DrillServer | undefined,
  use: (server: ThrowawayServer) => Promise<void>,
  context = contextOf(),
  parts: Partial<ReturnType<typeof needs>> & { systemIdentifier?: string; preload?: string[] } = {},
): Promise<void> {
  const server = await openThrowaway(wanted, { ...needs(), ...parts }, context)
  try {
    await use(server)
  } finally {
    await server.remove()
  }
}

describe.runIf(hasPostgres(15))('a server of this host', () => {
  it('answers on a socket of its own, as a superuser, and leaves nothing', async () => {
    let socket = ''
    await using({ type: 'local' }, async (server) => {
      expect(server).toMatchObject({ kind: 'local', major: 15, version: expect.stringMatching(/^15\.\d+$/) })
      socket = server.settings.places[0]?.host ?? ''
      expect((await stat(socket)).mode & 0o777).toBe(0o700)
      expect(await ask(server, "select current_setting('is_superuser')")).toBe('on')
      expect(await ask(server, "select current_setting('listen_addresses')")).toBe('')
      expect(
        await ask(server, 'create table t (i int); insert into t values (1); select count(*) from t'),
      ).toBe('1')
    })
    await expect(stat(socket)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await readdir(join(directory, 'scratch'))).toEqual([])
    expect(await readdir(join(directory, 'state', 'throwaway'))).toEqual([])
  })

  it('is taken where there is no Docker', async () => {
    await using(undefined, async (server) => expect(server.kind).toBe('local'))
  })

  it('does without a library that it lacks, so that the extension can be named', async () => {
    await using(
      { type: 'local' },
      async (server) => expect(await ask(server, 'show shared_preload_libraries')).toBe(''),
      contextOf(),
      { preload: ['no_such_library'] },
    )
  })

  it('says what its log says when it does not start', async () => {
    const opened = openLocalServer({ ...needs(), preload: ['no_such_library'] }, contextOf())
    await expect(opened).rejects.toMatchObject({
      code: 'server-not-started',
      message: expect.stringContaining('no_such_library'),
    })
    expect(await readdir(join(directory, 'scratch'))).toEqual([])
  })

  it('names what is installed where the major is not', async () => {
    await expect(openThrowaway({ type: 'local' }, needs(99), contextOf())).rejects.toMatchObject({
      code: 'tool-missing',
      message: expect.stringMatching(/server of 99 or newer is needed, and only .*15\.\d+/),
      hint: expect.stringContaining('postgresql-99'),
    })
  })

  it('says how much room it needs', async () => {
    const bytes = 2 ** 60
    await expect(openThrowaway({ type: 'local' }, { ...needs(), bytes }, contextOf())).rejects.toMatchObject({
      code: 'scratch-too-small',
      hint: expect.stringContaining('scratch-dir'),
    })
  })

  it('finds a place for itself where its user may not enter the scratch directory', async () => {
    await chmod(directory, 0o700)
    await using({ type: 'local' }, async (server) => expect(await ask(server, 'select 1')).toBe(1))
    expect(await readdir(join(directory, 'scratch'))).toEqual([])
  })

  it('is ended by a cancel', async () => {
    const controller = new AbortController()
    const context = { ...contextOf(), signal: controller.signal }
    const server = await openThrowaway({ type: 'local' }, needs(), context)
    const socket = server.settings.places[0]?.host ?? ''
    controller.abort(new Error('enough'))
    await server.remove()
    await expect(stat(socket)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('a container', () => {
  let docker: Docker
  beforeAll(async () => {
    docker = await startDocker({ bridge: true })
    await loadServiceImage(docker, 'postgres', 'postgres:15', 15)
  })
  afterAll(() => docker.stop())

  const names = async () => (await docker.run(['ps', '--all', '--quiet'])).stdout

  it('is of the image of the major, is reached by the loopback, and goes', async () => {
    await using(
      undefined,
      async (server) => {
        expect(server).toMatchObject({ kind: 'docker', major: 15, name: 'postgres:15' })
        expect(server.settings.places[0]?.host).toBe('127.0.0.1')
        expect(await ask(server, "select current_setting('fsync')")).toBe('off')
      },
      contextOf(docker.environment),
    )
    expect(await names()).toBe('')
  })

  it('stays for its keeper, by a URL, until it is removed by the id', async () => {
    const client = dockerClient(contextOf(docker.environment))
    const keeper = {
      id: 'abc123',
      owner: await processToken(),
      note: async () => undefined,
      take: () => undefined,
    }
    const server = await openDockerServer(
      'postgres:{major}',
      { ...needs(), keeper },
      contextOf(docker.environment),
    )
    const url = server.urlOf?.('postgres').reveal() ?? ''
    const { hostname, password, port } = new URL(url)
    expect({ hostname, port: Number(port) }).toEqual({
      hostname: '127.0.0.1',
      port: server.settings.places[0]?.port,
    })
    expect(password).toBe(server.settings.password?.reveal())
    expect(await removeKeptContainers(client, 'abc124')).toBe(0)
    expect(await names()).not.toBe('')
    expect(await removeKeptContainers(client, 'abc123')).toBe(1)
    expect(await names()).toBe('')
  })

  it('says what it printed when it does not start', async () => {
    const opened = openDockerServer(
      'postgres:{major}',
      { ...needs(), preload: ['no_such_library'] },
      contextOf(docker.environment),
    )
    await expect(opened).rejects.toMatchObject({
      code: 'server-not-started',
      message: expect.stringContaining('no_such_library'),
    })
    expect(await names()).toBe('')
  })

  it('must not be older than the backup', async () => {
    const opened = openThrowaway(
      { type: 'image', image: 'postgres:15' },
      needs(17),
      contextOf(docker.environment),
    )
    await expect(opened).rejects.toMatchObject({
      code: 'server-too-old',
      message: expect.stringMatching(/^postgres:15 is PostgreSQL 15\.\d+, the backup needs 17 or newer$/),
    })
    expect(await names()).toBe('')
  })

  it('cannot be had: says so', async () => {
    const docker = openThrowaway({ type: 'docker' }, needs(), contextOf())
    await expect(docker).rejects.toMatchObject({ code: 'docker-unavailable' })
  })
})

describe.runIf(hasPostgres(15))('a server by its URL', () => {
  let service: PostgresService
  beforeAll(async () => {
    service = await startPostgres()
  })
  afterAll(() => service.stop())
  const byUrl = (): DrillServer => ({ type: 'url', url: new Secret(service.url()) })

  it('is used as it is', async () => {
    await using(byUrl(), async (server) => {
      expect(server).toMatchObject({ kind: 'url', major: 15, name: `127.0.0.1:${service.port}` })
      const name = await server.databaseFor('shop')
      expect(name).toMatch(/^holdfast_drill_[0-9a-f]{8}_\d+_\d+_\d+$/)
      expect(await server.databaseFor('shop')).toBe(name)
      expect(await server.databaseFor('other')).not.toBe(name)
      await ask(server, `create database ${name}`)
    })
    expect(await service.query("select 1 from pg_database where datname like 'holdfast%'")).toEqual([])
  })

  it('is refused when it is the server of the backup', async () => {
    const [row] = await service.query('select system_identifier::text as id from pg_control_system()')
    const opened = openThrowaway(byUrl(), { ...needs(), systemIdentifier: String(row?.id) }, contextOf())
    await expect(opened).rejects.toMatchObject({ code: 'server-is-source', exitStatus: 7 })
  })

  it('is refused when any of its databases holds tables', async () => {
    await service.query('create database shop')
    await service.query('create table orders (i int)', 'shop')
    await expect(openThrowaway(byUrl(), needs(), contextOf())).rejects.toMatchObject({
      code: 'server-not-empty',
      exitStatus: 7,
      message: expect.stringContaining('shop holds public.orders'),
    })
    await service.query('drop database shop')
  })

  it('loses what a killed drill left, and keeps what another one works on', async () => {
    const token = (await processToken()).replaceAll('-', '_')
    const dead = `holdfast_drill_${token.replace(/_\d+_/, '_4194300_')}_1`
    const alive = `holdfast_drill_${token}_1`
    for (const name of [dead, alive]) await service.query(`create database ${name}`)
    await service.query('create table t (i int)', alive)
    await using(byUrl(), async () => undefined)
    const rows = await service.query("select datname from pg_database where datname like 'holdfast%'")
    expect(rows).toEqual([{ datname: alive }])
    await service.query(`drop database ${alive}`)
  })
})
