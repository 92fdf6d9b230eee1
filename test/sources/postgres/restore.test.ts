import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import type { ChainLink, RestoreOptions, RestoreResult, RestoreTarget } from '../../../src/domain/source.ts'
import { createPostgresSource } from '../../../src/sources/postgres/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { backUpStreams, type StreamsBackup } from '../../fakes/capture-streams.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres, type PostgresMajor } from '../../services/postgres-installation.ts'
import { postgresSettings } from './settings.ts'

const cluster = [
  'create role shop_owner nologin',
  "create role clerk login password 'clerk-password-1'",
  'grant shop_owner to clerk',
  'create database shop owner shop_owner',
  'create database "ware house"',
]
const shop = `
  create schema sales;
  create type sales.state as enum ('new', 'paid');
  create table items (id int primary key generated always as identity, name text not null, price numeric);
  insert into items (name, price) select 'item ' || n, n / 7.0 from generate_series(1, 500) n;
  create table sales.orders (id serial primary key, item int references items, state sales.state default 'new');
  insert into sales.orders (item) select 1 + n % 500 from generate_series(1, 300) n;
  create index orders_item on sales.orders (item);
  create table log (at date, what text) partition by range (at);
  create table log_2025 partition of log for values from ('2025-01-01') to ('2026-01-01');
  insert into log values ('2025-05-05', 'spring');
  create view cheap as select * from items where price < 3;
  alter table items owner to shop_owner;
  grant select on items to clerk;`

type Given = Omit<Parameters<typeof postgresSettings>[0], 'url'>

describe.runIf(hasPostgres(15))('a restore of dumps', () => {
  let server: PostgresService
  let target: PostgresService
  let directory: string

  beforeAll(async () => {
    ;[server, target] = await Promise.all([startPostgres(), startPostgres()])
    for (const statement of cluster) await server.query(statement)
    await server.query(shop, 'shop')
    await server.query('create table shelves (i int); insert into shelves values (7)', 'ware house')
  })
  afterAll(() => Promise.all([server?.stop(), target?.stop()]))
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'holdfast-pg-restore-'))
    await chmod(directory, 0o711)
    await mkdir(join(directory, 'state'))
  })
  afterEach(async () => {
    await rm(directory, { recursive: true, force: true })
    const names = await target.query(
      "select datname::text from pg_database where not datistemplate and datname <> 'postgres'",
    )
    for (const { datname } of names) await target.query(`drop database "${datname}" with (force)`)
    for (const role of ['clerk', 'shop_owner']) await target.query(`drop role if exists ${role}`)
  })

  const backUp = (given: Given = {}, database = 'shop'): Promise<StreamsBackup> =>
    backUpStreams(
      createPostgresSource(postgresSettings({ url: server.url(database), ...given })),
      join(directory, 'backup'),
    )

  function restore(
    link: ChainLink,
    to: RestoreTarget | string,
    options: Partial<RestoreOptions> = {},
    given: Given = {},
  ): Promise<RestoreResult> {
    const context = sourceContext()
    const place: RestoreTarget =
      typeof to === 'string' ? { type: 'database', url: new Secret(to), name: 'env:TARGET' } : to
    return createPostgresSource(postgresSettings({ url: server.url('shop'), ...given })).restore(
      { ...context, stateDirectory: join(directory, 'state'), scratch: directory },
      [link],
      { include: [], overwrite: false, target: place, ...options },
    )
  }

  const value = async (sql: string, database = 'shop', of = target) =>
    Object.values((await of.query(sql, database))[0] ?? {})[0]
  const codes = ({ warnings }: RestoreResult) => warnings.map(({ code }) => code)

  it('makes a database under another name, owned by who is there, and looks at it', async () => {
    for (const format of ['custom', 'plain'] as const) {
      await target.query('create role shop_owner')
      await target.query('create role clerk')
      const { link } = await backUp({ format })
      const result = await restore(link, target.url('copy of shop'))
      expect(result.warnings).toEqual([])
      expect(await value('select count(*) from items', 'copy of shop')).toBe('500')
      expect(await value('select reltuples from pg_class where relname = $$items$$', 'copy of shop')).toBe(
        500,
      )
      expect(await value("select tableowner from pg_tables where tablename = 'items'", 'copy of shop')).toBe(
        'shop_owner',
      )
      await target.query('drop database "copy of shop"')
      await target.query('drop role clerk')
      await target.query('drop role shop_owner')
    }
  })

  it('does without owners that are not there, and says so', async () => {
    const { link } = await backUp()
    const result = await restore(link, target.url('shop'))
    expect(result.warnings).toMatchObject([{ code: 'owner-missing', names: ['shop_owner'] }])
    expect(await value("select tableowner from pg_tables where tablename = 'items'")).toBe('postgres')
  })

  it('brings back all databases with their roles, whose passwords stay where they are', async () => {
    await target.query("create role clerk login password 'another-one-2'")
    const hash = "select rolpassword from pg_authid where rolname = 'clerk'"
    const before = await value(hash, 'postgres')
    const { link } = await backUp({ databases: ['shop', 'ware house'] })
    const url = target.url('x').replace(/\/x$/, '')
    const result = await restore(link, url)
    expect(codes(result)).toEqual(['roles-kept'])
    expect(await value('select i from shelves', 'ware house')).toBe(7)
    expect(await value("select pg_get_userbyid(datdba)::text from pg_database where datname = 'shop'")).toBe(
      'shop_owner',
    )
    expect(await value(hash, 'postgres')).toBe(before)
    expect(await value("select pg_has_role('clerk', 'shop_owner', 'member')", 'postgres')).toBe(true)
    const again = await restore(link, url, { overwrite: true })
    expect(codes(again)).toEqual(['safety-dump', 'safety-dump'])
    expect(await value(hash, 'postgres')).toBe(await value(hash, 'postgres', server))
  })

  it('begins nothing where one of several databases is in use', async () => {
    const { link } = await backUp({ databases: ['shop', 'ware house'] })
    await target.query('create database "ware house"')
    await target.query('create table mine (i int)', 'ware house')
    await expect(restore(link, target.url('x').replace(/\/x$/, ''))).rejects.toMatchObject({
      code: 'target-not-empty',
      message: 'the database ware house holds public.mine',
    })
    const made =
      "select 1 from pg_database where datname = 'shop' union select 2 from pg_roles where rolname = 'clerk'"
    expect(await value(made, 'postgres')).toBeUndefined()
  })

  it('refuses a database that holds something, and replaces it only after a safety dump', async () => {
    const { link } = await backUp({ globals: false })
    await target.query('create database shop')
    await target.query('create table mine (i int); insert into mine values (1)', 'shop')
    await target.query("alter database shop set work_mem = '7MB'")
    await target.query('revoke connect on database shop from public')
    await expect(restore(link, target.url('shop'))).rejects.toMatchObject({
      code: 'target-not-empty',
      exitStatus: 7,
      message: 'the database shop holds public.mine',
    })
    expect(await value('select i from mine')).toBe(1)
    const busy = await target.connect('shop')
    const result = await restore(link, target.url('shop'), { overwrite: true })
    await busy.end().catch(() => undefined)
    expect(codes(result)).toEqual(['owner-missing', 'safety-dump'])
    const [file] = await readdir(join(directory, 'state', 'safety'))
    expect(result.warnings[1]?.message).toContain(file)
    expect((await stat(join(directory, 'state', 'safety', file ?? ''))).mode & 0o777).toBe(0o600)
    expect((await readFile(join(directory, 'state', 'safety', file ?? ''))).toString('latin1')).toContain(
      'mine',
    )
    expect(await value('select count(*) from items')).toBe('500')
    expect(await value("select to_regclass('mine')")).toBe(null)
    expect(await value('show work_mem')).toBe('7MB')
    expect(await value("select has_database_privilege('pg_monitor', 'shop', 'connect')")).toBe(false)
    expect(await value('select count(*) from pg_database where not datistemplate', 'postgres')).toBe('2')
  })

  it('gives a new database the settings, rights and comment of the old one', async () => {
    for (const statement of [
      'create database "odd ""one"""',
      `alter database "odd ""one""" set search_path = 'Its Own', public`,
      `alter database "odd ""one""" set "app.secret" = 'it''s \\ that'`,
      `alter role clerk in database "odd ""one""" set work_mem = '9MB'`,
      'alter database "odd ""one""" connection limit 7',
      `comment on database "odd ""one""" is 'it''s ours'`,
      'revoke all on database "odd ""one""" from public',
      'grant connect on database "odd ""one""" to clerk with grant option',
    ]) {
      await server.query(statement)
    }
    const { link } = await backUp({ format: 'plain' }, 'odd "one"')
    try {
      await target.query('create role clerk login')
      const result = await restore(link, target.url('new'))
      expect(result.warnings).toEqual([])
      expect(await value('show search_path', 'new')).toBe('"Its Own", public')
      expect(await value('show app.secret', 'new')).toBe("it's \\ that")
      const facts = `select datconnlimit || ' ' || shobj_description(oid, 'pg_database') || ' ' || datacl::text
        from pg_database where datname = 'new'`
      expect(await value(facts, 'new')).toBe("7 it's ours {postgres=CTc/postgres,clerk=c*/postgres}")
      expect(await value('select setconfig::text from pg_db_role_setting where setrole <> 0', 'new')).toBe(
        '{work_mem=9MB}',
      )
      await target.query('drop database new')
      await target.query('drop role clerk')
      const without = await restore(link, target.url('new'))
      expect(without.warnings).toMatchObject([
        { code: 'database-settings', names: ['role "clerk" does not exist'] },
      ])
      expect(await value("select has_database_privilege('pg_monitor', 'new', 'connect')", 'new')).toBe(false)
    } finally {
      await server.query('drop database "odd ""one"""')
    }
  })

  it('leaves what is there alone when the backup does not load', async () => {
    const { link, fileOf } = await backUp({ globals: false })
    await target.query('create database shop')
    await target.query('create table mine (i int)', 'shop')
    const whole = await readFile(fileOf('dump'))
    const half: ChainLink = { ...link, open: () => Readable.from([whole.subarray(0, whole.length / 2)]) }
    await expect(restore(half, target.url('shop'), { overwrite: true })).rejects.toMatchObject({
      code: 'restore-failed',
    })
    expect(await value("select to_regclass('mine')::text")).toBe('mine')
    expect(await value('select count(*) from pg_database where not datistemplate', 'postgres')).toBe('2')
    await expect(restore(half, target.url('fresh'))).rejects.toMatchObject({ code: 'restore-failed' })
    expect(await value("select 1 from pg_database where datname = 'fresh'", 'postgres')).toBeUndefined()
  })

  it('says that the server went away, rather than blame the dump', async () => {
    const { link, fileOf } = await backUp({ globals: false })
    const whole = await readFile(fileOf('dump'))
    const cut = `select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = 'cut' and application_name = 'holdfast'`
    let opened = 0
    const open = () => {
      opened += 1
      if (opened < 3) return link.open('dump')
      return Readable.from(
        (async function* () {
          yield whole.subarray(0, whole.length - 100)
          await expect.poll(() => value(cut, 'postgres')).not.toBe('0')
          yield whole.subarray(whole.length - 100)
        })(),
      )
    }
    await expect(restore({ ...link, open }, target.url('cut'))).rejects.toMatchObject({
      code: 'database-unreachable',
      message: expect.stringContaining('the server went away'),
    })
    expect(await value("select 1 from pg_database where datname = 'cut'", 'postgres')).toBeUndefined()
  })

  it('leaves nothing of a new database when it is cancelled', async () => {
    const { link, fileOf } = await backUp({ globals: false })
    const whole = await readFile(fileOf('dump'))
    const stop = new AbortController()
    let opened = 0
    const open = () => {
      opened += 1
      // Its list and its script are read first.
      if (opened < 3) return link.open('dump')
      return Readable.from(
        (async function* () {
          yield whole.subarray(0, whole.length - 100)
          await expect
            .poll(() => value("select 1 from pg_database where datname = 'fresh'", 'postgres'))
            .toBe(1)
          stop.abort(new Error('stopped by hand'))
          yield whole.subarray(whole.length - 100)
        })(),
      )
    }
    const restoring = createPostgresSource(undefined).restore(
      {
        ...sourceContext(),
        signal: stop.signal,
        stateDirectory: join(directory, 'state'),
        scratch: directory,
      },
      [{ ...link, open }],
      {
        include: [],
        overwrite: false,
        target: { type: 'database', url: new Secret(target.url('fresh')), name: 'env:TARGET' },
      },
    )
    await expect(restoring).rejects.toThrow('stopped by hand')
    expect(await value("select 1 from pg_database where datname = 'fresh'", 'postgres')).toBeUndefined()
  })

  it('fills an empty database with several workers', async () => {
    const { link } = await backUp({ globals: false })
    await target.query('create database shop')
    await restore(link, target.url('shop'), {}, { jobs: 2 })
    expect(await value('select count(*) from sales.orders')).toBe('300')
    expect(await readdir(directory)).toEqual(['backup', 'state'])
  })

  it('brings back one table with all that is its own', async () => {
    const { link } = await backUp({ globals: false })
    await target.query('create database shop')
    const result = await restore(link, target.url('shop'), { tables: ['sales.orders'] })
    expect(result.warnings).toMatchObject([
      { code: 'parts-left-out', names: ['FK CONSTRAINT orders orders_item_fkey'] },
    ])
    expect(await value('select count(*) from sales.orders')).toBe('300')
    expect(await value("select to_regclass('sales.orders_item')::text")).toBe('sales.orders_item')
    expect(await value('insert into sales.orders (item) values (1) returning id')).toBe(301)
    expect(await value("select to_regclass('items')")).toBe(null)

    await restore(link, target.url('shop'), { tables: ['items', 'log'] })
    expect(await value('select what from log')).toBe('spring')
    await expect(restore(link, target.url('shop'), { tables: ['log', 'items'] })).rejects.toMatchObject({
      code: 'target-not-empty',
      message: 'the database shop has public.items, public.log, public.log_2025',
    })
    await target.query('delete from items', 'shop')
    const replaced = await restore(link, target.url('shop'), { tables: ['items'], overwrite: true })
    expect(codes(replaced)).toContain('safety-dump')
    expect(await value('select count(*) from items')).toBe('500')

    await expect(restore(link, target.url('shop'), { tables: ['nowhere'] })).rejects.toMatchObject({
      code: 'path-not-found',
      message: 'the backup has no nowhere',
      hint: expect.stringContaining('sales.orders'),
    })
  })

  it('takes a dump in directory format, whole and in parts', async () => {
    const { link } = await backUp({ format: 'directory', globals: false })
    await restore(link, target.url('shop'), {}, { jobs: 2 })
    expect(await value('select count(*) from sales.orders')).toBe('300')
    await target.query('create database part')
    await restore(link, target.url('part'), { tables: ['items'] })
    expect(await value('select count(*) from items', 'part')).toBe('500')
    expect((await readdir(directory)).sort()).toEqual(['backup', 'state'])
  })

  it('brings back one schema', async () => {
    const { link } = await backUp({ globals: false })
    await target.query('create database shop')
    await restore(link, target.url('shop'), { include: ['sal*'] })
    expect(await value('select count(*) from sales.orders')).toBe('300')
    expect(await value("select to_regclass('items')")).toBe(null)
  })

  it('writes files', async () => {
    const { link, fileOf } = await backUp({ databases: ['shop', 'ware house'] })
    const files = join(directory, 'files')
    await restore(link, { type: 'directory', path: files })
    expect(await readdir(files)).toEqual(['globals.sql', 'shop.dump', 'ware%20house.dump'].sort())
    await expect(restore(link, { type: 'file', path: join(directory, 'one') })).rejects.toMatchObject({
      code: 'usage',
      message: 'a file holds one of shop, ware house, globals',
    })
    await restore(link, { type: 'file', path: join(directory, 'one') }, { include: ['ware house'] })
    expect(await readFile(join(directory, 'one'))).toEqual(await readFile(fileOf('dump-ware house')))
    const chunks: Buffer[] = []
    const stream = new Writable({
      write(chunk: Buffer, _, done) {
        chunks.push(Buffer.from(chunk))
        done()
      },
    })
    await restore(link, { type: 'stdout', stream }, { include: ['globals'] })
    expect(Buffer.concat(chunks).toString()).toContain('CREATE ROLE clerk')
  })

  it('says what does not fit together', async () => {
    const { link } = await backUp({ databases: ['shop', 'ware house'], globals: false })
    await expect(restore(link, target.url('elsewhere'))).rejects.toMatchObject({
      code: 'usage',
      message: 'the backup holds shop, ware house, and the URL names elsewhere',
    })
    await restore(link, target.url('ware house'))
    expect(await value('select i from shelves', 'ware house')).toBe(7)
    await expect(restore(link, { type: 'dataset', dataset: 'tank' })).rejects.toMatchObject({ code: 'usage' })
    const plain = await backUp({ format: 'plain' })
    await expect(restore(plain.link, target.url('shop'), { tables: ['items'] })).rejects.toMatchObject({
      code: 'usage',
      message: 'a plain dump has no parts to choose from',
    })
  })

  it.runIf(hasPostgres(17))('warns of a server that is older than the one of the backup', async () => {
    const newer = await startPostgres({ major: 17 })
    try {
      await newer.query('create table items (i int); insert into items values (3)')
      const settings = postgresSettings({ url: newer.url(), globals: false })
      const { PATH = '' } = process.env
      const environment = { ...sourceContext().environment, PATH: `${newer.programs}:${PATH}` }
      const source = createPostgresSource(settings)
      const { link } = await backUpStreams(source, join(directory, 'backup'), environment)
      const result = await source.restore(
        { ...sourceContext(), environment, stateDirectory: join(directory, 'state'), scratch: directory },
        [link],
        {
          include: [],
          overwrite: false,
          target: { type: 'database', url: new Secret(target.url('older')), name: 'env:TARGET' },
        },
      )
      expect(result.warnings).toMatchObject([
        {
          code: 'server-older',
          message: expect.stringMatching(/^the backup is of PostgreSQL 17, and the server is 15\./),
        },
      ])
      expect(await value('select i from items', 'older')).toBe(3)
    } finally {
      await newer.stop()
    }
  })

  for (const major of [17, 18] as const satisfies readonly PostgresMajor[]) {
    it.runIf(hasPostgres(major))(`goes into PostgreSQL ${major}`, async () => {
      const newer = await startPostgres({ major })
      try {
        for (const format of ['custom', 'plain'] as const) {
          const { link } = await backUp({ format })
          const url = newer.url(format === 'custom' ? 'shop' : 'other')
          await newer.query('create role shop_owner; create role clerk').catch(() => undefined)
          expect((await restore(link, url)).warnings).toEqual([])
        }
        expect(await value('select count(*) from items', 'shop', newer)).toBe('500')
        expect(await value('select count(*) from sales.orders', 'other', newer)).toBe('300')
      } finally {
        await newer.stop()
      }
    })
  }
})
