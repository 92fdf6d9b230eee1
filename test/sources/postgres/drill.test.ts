import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DrillCheck, DrillCopy, DrillOptions, DrillResult } from '../../../src/domain/drill.ts'
import { Secret } from '../../../src/domain/secret.ts'
import type { ChainLink } from '../../../src/domain/source.ts'
import { runTool } from '../../../src/process/run-tool.ts'
import type { ServerFingerprint } from '../../../src/sources/fingerprint.ts'
import { createPostgresSource } from '../../../src/sources/postgres/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { backUpStreams, type StreamsBackup } from '../../fakes/capture-streams.ts'
import { startDocker } from '../../services/docker.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { loadServiceImage } from '../../services/service-images.ts'
import { postgresSettings } from './settings.ts'

const schema = `
  create role shop_owner nologin;
  create role clerk login password 'clerk-password-1';
  grant shop_owner to clerk;
  create database shop owner shop_owner;`
const tables = `
  create table items (id int primary key generated always as identity, name text not null, price numeric);
  insert into items (name, price) select 'item ' || n, n / 7.0 from generate_series(1, 500) n;
  create table orders (id serial primary key, item int references items, at timestamptz default now());
  insert into orders (item) select 1 + n % 500 from generate_series(1, 300) n;
  create index orders_at on orders (at);
  alter table items owner to shop_owner;
  alter table orders enable row level security;
  create policy own on orders to clerk using (true);`

describe.runIf(hasPostgres(15))('a drill of dumps', () => {
  let server: PostgresService
  let directory: string

  beforeAll(async () => {
    server = await startPostgres()
    for (const statement of schema.split(';').filter((text) => text.trim() !== ''))
      await server.query(statement)
    await server.query(tables, 'shop')
    await server.query('create database nothing')
  })
  afterAll(() => server?.stop())
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'holdfast-pg-drill-'))
    await chmod(directory, 0o711)
    await mkdir(join(directory, 'scratch'))
  })
  afterEach(() => rm(directory, { recursive: true, force: true }))

  type Given = Omit<Parameters<typeof postgresSettings>[0], 'url'>
  const backUp = (given: Given = {}): Promise<StreamsBackup> =>
    backUpStreams(
      createPostgresSource(postgresSettings({ url: server.url('shop'), ...given })),
      join(directory, 'backup'),
    )

  function drill(
    link: ChainLink,
    options: Partial<DrillOptions> = {},
    environment: Readonly<Record<string, string>> = { DOCKER_HOST: 'unix:///nonexistent' },
  ): Promise<DrillResult> {
    const context = sourceContext()
    return createPostgresSource(undefined).drill(
      {
        ...context,
        stateDirectory: join(directory, 'state'),
        environment: { ...context.environment, ...environment },
      },
      [link],
      { scratch: join(directory, 'scratch'), server: { type: 'local' }, ...options },
    )
  }

  const failed = (checks: readonly DrillCheck[]) => checks.filter(({ result }) => result !== 'passed')

  it('restores it with its roles into a server of its own, and leaves nothing', {
    timeout: 180_000,
  }, async () => {
    for (const format of ['custom', 'plain', 'directory'] as const) {
      const { link } = await backUp({ format })
      const { checks, tables, bytes, versions } = await drill(link)
      expect(failed(checks)).toEqual([])
      expect(tables).toBe(2)
      expect(bytes).toBeGreaterThan(10_000)
      expect(versions?.server).toMatch(/^\d+\.\d+$/)
    }
    expect(await readdir(join(directory, 'scratch'))).toEqual([])
    expect(await readdir(join(directory, 'state', 'throwaway'))).toEqual([])
  })

  it('lets a person ask the copy', async () => {
    const { link } = await backUp()
    const seen: string[] = []
    const inspect = async ({ query, environment, directory: cwd }: DrillCopy): Promise<DrillCheck[]> => {
      seen.push((await query?.('select count(*) from items')) ?? '')
      const { PATH = '' } = process.env
      const { stdout } = await runTool({
        command: 'psql',
        args: ['-XAtc', 'select count(*) from orders'],
        environment: { PATH: `${server.programs}:${PATH}`, ...environment },
        cwd,
        signal: new AbortController().signal,
      })
      seen.push(stdout.toString().trim())
      await expect(query?.('select * from nowhere')).rejects.toMatchObject({
        code: 'check-query-failed',
        message: expect.stringContaining('nowhere'),
      })
      return [{ name: 'mine', result: 'failed', expected: '1', found: '2' }]
    }
    const { checks } = await drill(link, { inspect })
    expect(seen).toEqual(['500', '300'])
    expect(failed(checks)).toEqual([{ name: 'mine', result: 'failed', expected: '1', found: '2' }])
  })

  it('has the search path of the original, and none of its limits', async () => {
    await server.query('alter database shop set search_path = sales')
    await server.query("alter database shop set statement_timeout = '7s'")
    try {
      const { link } = await backUp({ fingerprint: 'counts' })
      const asked: string[] = []
      const inspect = async ({ query }: DrillCopy): Promise<DrillCheck[]> => {
        for (const name of ['search_path', 'statement_timeout'])
          asked.push((await query?.(`show ${name}`)) ?? '')
        return []
      }
      expect(failed((await drill(link, { inspect })).checks)).toEqual([])
      expect(asked).toEqual(['sales', '0'])
    } finally {
      await server.query('alter database shop reset all')
    }
  })

  it('fails for a dump that was altered, cut short, or holds nothing', async () => {
    const { link, fileOf } = await backUp()
    const whole = await readFile(fileOf('dump'))
    const at = whole.indexOf('item 250')
    await writeFile(
      fileOf('dump'),
      Buffer.concat([whole.subarray(0, at), Buffer.from('ITEM'), whole.subarray(at + 4)]),
    )
    expect(failed((await drill(link)).checks)).toContainEqual(
      expect.objectContaining({ name: 'stream dump', result: 'failed' }),
    )
    await writeFile(fileOf('dump'), whole.subarray(0, whole.length / 2))
    expect(failed((await drill(link)).checks)).toContainEqual(
      expect.objectContaining({ name: expect.stringMatching(/^restore /), result: 'failed' }),
    )
    const empty = await backUp({ databases: ['nothing'] })
    expect(failed((await drill(empty.link)).checks)).toEqual([
      { name: 'tables', result: 'failed', expected: 'at least 1', found: '0' },
    ])
  })

  it('names each table that is missing or differs, in one row alone', async () => {
    const before = await backUp()
    await server.query("update items set name = 'ITEM 77' where id = 77; drop table orders", 'shop')
    const { link } = await backUp()
    await server.query(
      "update items set name = 'item 77' where id = 77; create table orders (id serial primary key, item int)",
      'shop',
    )
    const mixed = { ...link, fingerprint: before.link.fingerprint }
    const { checks, evidence } = await drill(mixed)
    expect(evidence).toBe('snapshot')
    expect(failed(checks)).toEqual(
      expect.arrayContaining([
        {
          name: 'table public.items',
          result: 'failed',
          expected: expect.stringMatching(/^500 rows, [0-9a-f]{32}$/),
          found: expect.stringMatching(/^500 rows, [0-9a-f]{32}: values differ$/),
        },
        { name: 'table public.orders', result: 'failed', expected: expect.any(String), found: 'absent' },
      ]),
    )
    expect(checks.filter(({ name }) => name === 'restore shop')).toMatchObject([{ result: 'passed' }])
  })

  it('names an extension that the server lacks, and where it comes from', async () => {
    const { link } = await backUp()
    const fingerprint = structuredClone(link.fingerprint) as ServerFingerprint
    const [database] = fingerprint.databases
    const extensions = [{ name: 'postgis', version: '3.4.0' }]
    const { checks } = await drill({
      ...link,
      fingerprint: { ...fingerprint, databases: [{ ...database, extensions }] },
    })
    expect(failed(checks)).toMatchObject([
      {
        name: 'extension postgis',
        expected: '3.4.0',
        found: expect.stringMatching(
          /does not have it: install postgresql-\d+-postgis-3 there, or set verify.server/,
        ),
      },
      { name: 'tables', found: '0' },
    ])
  })

  it('makes databases of its own on a server that is given, and removes them with their roles', async () => {
    const service = await startPostgres()
    try {
      const { link } = await backUp({ databases: ['shop', 'nothing'] })
      const { checks, tables } = await drill(link, {
        server: { type: 'url', url: new Secret(service.url()) },
      })
      expect(failed(checks)).toEqual([])
      expect(tables).toBe(2)
      const left = await service.query(
        "select datname::text as name from pg_database where not datistemplate union all select rolname::text from pg_roles where rolname !~ '^pg_' order by 1",
      )
      expect(left).toEqual([{ name: 'postgres' }, { name: 'postgres' }])
    } finally {
      await service.stop()
    }
  })

  it.runIf(hasPostgres(17))(
    'uses the clients of the container where this host has none that are new enough',
    { timeout: 240_000 },
    async () => {
      const docker = await startDocker({ bridge: true })
      const newer = await startPostgres({ major: 17 })
      try {
        await loadServiceImage(docker, 'postgres', 'postgres:17', 17)
        await newer.query('create table notes (id int primary key, text text)')
        await newer.query("insert into notes select n, 'note ' || n from generate_series(1, 100) n")
        const PATH = `${newer.programs}:${process.env.PATH}`
        for (const format of ['custom', 'directory', 'plain'] as const) {
          const source = createPostgresSource(postgresSettings({ url: newer.url(), format }))
          const { link } = await backUpStreams(source, join(directory, 'backup'), { PATH })
          expect(link.description).toMatchObject({ restoreNeedsMajor: 17 })
          const { checks, versions } = await drill(link, { server: { type: 'docker' } }, docker.environment)
          expect(failed(checks)).toEqual([])
          expect(versions?.client).toMatch(/^pg_restore of holdfast-postgres-/)
        }
        expect((await docker.run(['ps', '--all', '--quiet'])).stdout).toBe('')
      } finally {
        await Promise.all([newer.stop(), docker.stop()])
      }
    },
  )

  it('is inconclusive where there is no place for a server, and says why', async () => {
    const { link } = await backUp()
    const { checks } = await drill(link, { server: { type: 'docker' } })
    expect(checks).toMatchObject([
      { name: 'server', result: 'inconclusive', found: expect.stringContaining('docker cannot be reached') },
    ])
    const future = { ...link, description: { ...link.description, restoreNeedsMajor: 99 } }
    expect((await drill(future)).checks).toMatchObject([
      { name: 'server', result: 'inconclusive', found: expect.stringContaining('server of 99 or newer') },
    ])
  })

  it('is inconclusive where initdb fails: nothing of the backup was looked at', async () => {
    const { link } = await backUp()
    const tools = await mkdtemp(join(tmpdir(), 'holdfast-pg-initdb-'))
    try {
      await chmod(tools, 0o755)
      const script = `#!/bin/sh
if [ "$1" = --version ]; then echo 'initdb (PostgreSQL) 15.99'; exit; fi
echo 'initdb: error: could not create directory: No space left on device' >&2
exit 1
`
      await writeFile(join(tools, 'initdb'), script, { mode: 0o755 })
      const { checks } = await drill(link, {}, { PATH: `${tools}:${process.env.PATH}` })
      expect(checks).toMatchObject([
        {
          name: 'server',
          result: 'inconclusive',
          found: expect.stringMatching(/initdb 15\.99 exited with status 1: .*No space left/),
        },
      ])
    } finally {
      await rm(tools, { recursive: true, force: true })
    }
  })

  it('refuses the very server of the backup, whatever it is called', async () => {
    const { link } = await backUp()
    const url = new Secret(server.socketUrl())
    await expect(drill(link, { server: { type: 'url', url } })).rejects.toMatchObject({
      code: 'server-is-source',
      exitStatus: 7,
    })
  })
})
