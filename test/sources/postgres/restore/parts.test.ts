import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../../../src/domain/secret.ts'
import type { ChainLink, RestoreOptions, RestoreResult } from '../../../../src/domain/source.ts'
import { createPostgresSource } from '../../../../src/sources/postgres/source.ts'
import { sourceContext } from '../../../fakes/capture.ts'
import { backUpStreams } from '../../../fakes/capture-streams.ts'
import { type PostgresService, startPostgres } from '../../../services/postgres.ts'
import { hasPostgres } from '../../../services/postgres-installation.ts'
import { postgresSettings } from '../settings.ts'

const schema = `
  create schema a;
  create role guard;
  create table parent (id int, x text);
  create table child (y text) inherits (parent);
  insert into child values (1, 'of the backup', 'y');
  create table log (at date, what text, primary key (at, what)) partition by range (at);
  create table log_2025 partition of log for values from ('2025-01-01') to ('2026-01-01') partition by list (what);
  create table log_2025_spring partition of log_2025 for values in ('spring');
  create table a.log_2026 partition of log for values from ('2026-01-01') to ('2027-01-01');
  create index on log (what);
  insert into log values ('2025-05-05', 'spring'), ('2026-06-06', 'summer');
  create view cheap as select * from parent;
  create view "che""aper" as select * from cheap;
  create materialized view numbers as select count(*) as n from log;
  create table grouped (id int primary key, v text);
  create view groups as select id, v from grouped group by id;
  create table policed (id int primary key);
  insert into policed values (1), (2);
  alter table policed enable row level security;
  create policy own on policed to guard using (true);
  create table "line
break" (id int); insert into "line
break" values (5);`

describe.runIf(hasPostgres(15))('a restore of parts', () => {
  let server: PostgresService
  let target: PostgresService
  let directory: string
  let link: ChainLink

  beforeAll(async () => {
    ;[server, target] = await Promise.all([startPostgres(), startPostgres()])
    await server.query('create database shop')
    await server.query(schema, 'shop')
    directory = await mkdtemp(join(tmpdir(), 'holdfast-pg-parts-'))
    await chmod(directory, 0o711)
    await mkdir(join(directory, 'state'))
    const settings = postgresSettings({ url: server.url('shop'), globals: false })
    link = (await backUpStreams(createPostgresSource(settings), join(directory, 'backup'))).link
  })
  afterAll(async () => {
    await Promise.all([server?.stop(), target?.stop()])
    await rm(directory, { recursive: true, force: true })
  })
  beforeEach(() => target.query('create database part'))
  afterEach(() => target.query('drop database part with (force)'))

  const restore = (options: Partial<RestoreOptions>): Promise<RestoreResult> =>
    createPostgresSource(undefined).restore(
      { ...sourceContext(), stateDirectory: join(directory, 'state'), scratch: directory },
      [link],
      {
        include: [],
        overwrite: false,
        target: { type: 'database', url: new Secret(target.url('part')), name: 'env:TARGET' },
        ...options,
      },
    )
  const value = async (sql: string) => Object.values((await target.query(sql, 'part'))[0] ?? {})[0]
  const asides = () => value("select count(*)::int from pg_namespace where nspname ~ '^holdfast_aside'")

  it('brings a partition back alone, and says that it is no part of anything', async () => {
    const result = await restore({ tables: ['log_2025'] })
    expect(result.warnings).toMatchObject([
      { code: 'parts-left-out', names: expect.arrayContaining(['TABLE ATTACH log_2025']) },
    ])
    expect(await value('select what from log_2025')).toBe('spring')
    expect(await value("select count(*)::int from pg_inherits where inhparent = 'log_2025'::regclass")).toBe(
      1,
    )
    expect(await value("select count(*)::int from pg_index where indrelid = 'log_2025'::regclass")).toBe(2)
    const more = await restore({ include: ['a'] })
    expect(more.warnings).toMatchObject([{ code: 'parts-left-out' }])
    expect(await value('select what from a.log_2026')).toBe('summer')
  })

  it('begins nothing where a view or heir would lack what it needs', async () => {
    await expect(restore({ tables: ['child'] })).rejects.toMatchObject({
      code: 'restore-failed',
      message: 'public.child needs public.parent, which part does not have',
      hint: expect.stringContaining('Restore public.parent as well'),
    })
    await target.query("create table child (mine text); insert into child values ('mine')", 'part')
    await expect(restore({ tables: ['child'], overwrite: true })).rejects.toThrow(/needs public.parent/)
    expect(await value('select mine from child')).toBe('mine')
    await target.query('drop table child; create table parent (id int, x text)', 'part')
    await restore({ tables: ['child', 'cheap'] })
    expect(await value('select x from cheap')).toBe('of the backup')
    await expect(restore({ tables: ['groups'] })).rejects.toThrow(/groups.* needs public.grouped/)
    expect((await restore({ tables: ['groups', 'grouped'] })).warnings).toEqual([])
  })

  it('replaces views and materialized views too', async () => {
    const tables = ['log', 'parent', 'cheap', 'che"aper', 'numbers']
    await restore({ tables })
    await target.query('insert into log values ($$2025-01-01$$, $$spring$$)', 'part')
    const result = await restore({ tables, overwrite: true })
    expect(result.warnings).toMatchObject([{ code: 'safety-dump' }])
    expect(await value('select count(*)::int from log')).toBe(2)
    expect(await value('select n::int from numbers')).toBe(2)
    expect(await value('select count(*)::int from "che""aper"')).toBe(1)
    expect(await asides()).toBe(0)
  })

  it('finds a name with a line break, and what stands in its way', async () => {
    await restore({ tables: ['line\nbreak'] })
    expect(await value('select id from "line\nbreak"')).toBe(5)
    await expect(restore({ tables: ['line\nbreak'] })).rejects.toMatchObject({ code: 'target-not-empty' })
    await target.query('update "line\nbreak" set id = 6', 'part')
    await restore({ tables: ['public.line\nbreak'], overwrite: true })
    expect(await value('select id from "line\nbreak"')).toBe(5)
  })

  it('puts back what was there when the backup does not load', async () => {
    await target.query(
      `create table policed (id serial primary key, mine text); insert into policed (mine) values ('mine');
       create index mine on policed (mine)`,
      'part',
    )
    const failing = restore({ tables: ['policed'], overwrite: true })
    await expect(failing).rejects.toMatchObject({
      code: 'restore-failed',
      message: expect.stringContaining('role "guard" does not exist'),
      hint: expect.stringContaining('--include globals'),
    })
    expect(await value('select mine from policed')).toBe('mine')
    expect(await value("insert into policed (mine) values ('more') returning id")).toBe(2)
    expect(await value("select to_regclass('mine')::text")).toBe('mine')
    expect(await asides()).toBe(0)
    await target.query('drop table policed', 'part')
    await expect(restore({ tables: ['policed'] })).rejects.toMatchObject({ code: 'restore-failed' })
    expect(await value("select to_regclass('policed')")).toBe(null)
  })

  it('replaces nothing that something else depends on', async () => {
    await restore({ tables: ['grouped'] })
    await target.query('create view mine as select * from grouped', 'part')
    await expect(restore({ tables: ['grouped'], overwrite: true })).rejects.toMatchObject({
      code: 'restore-failed',
      message: expect.stringContaining('they cannot be replaced'),
    })
    expect(await value('select count(*)::int from mine')).toBe(0)
    expect(await asides()).toBe(0)
  })
})
