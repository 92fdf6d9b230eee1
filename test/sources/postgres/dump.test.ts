import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPostgresSource } from '../../../src/sources/postgres/source.ts'
import { backUp, sourceContext } from '../../fakes/capture.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres, postgresPrograms } from '../../services/postgres-installation.ts'
import { type GivenSettings, postgresSettings } from './settings.ts'
import { dumpAll } from './streams.ts'

describe.skipIf(!hasPostgres(15))('a dump of PostgreSQL 15', () => {
  let server: PostgresService
  let work: string

  beforeAll(async () => {
    server = await startPostgres()
    for (const name of ['shop', 'My "shop" é']) {
      await server.query(`create database "${name.replaceAll('"', '""')}"`)
      await server.query(
        `create table items (id int primary key, name text); insert into items select n, 'item ' || n from generate_series(1, 1000) n;
        create schema old; create table old.items (id int); insert into old.items values (1);
        create table "Mixed.Case" (id int); insert into "Mixed.Case" values (1), (2);
        create view seen as select * from items`,
        name,
      )
    }
  })
  afterAll(() => server?.stop())
  beforeEach(() => {
    work = fs.mkdtempSync(join(tmpdir(), 'holdfast-pg-dump-'))
  })
  afterEach(() => fs.rmSync(work, { recursive: true }))

  const dump = (given: Partial<GivenSettings> = {}, url = server.url('shop')) =>
    dumpAll(work, { url, globals: false, ...given })
  const listing = (file = '') =>
    execFileSync(join(server.programs, 'pg_restore'), ['--list', file], { encoding: 'utf8' })

  it('is an archive that pg_restore reads, over TCP with a password and by the socket', async () => {
    for (const url of [server.url('shop'), server.socketUrl('shop')]) {
      const { files, description, mediaTypes, result } = await dump({}, url)
      expect(listing(files.dump)).toContain('TABLE DATA public items')
      expect(description).toMatchObject({
        type: 'postgres',
        method: 'dump',
        serverMajor: 15,
        restoreNeedsMajor: 15,
        systemIdentifier: expect.stringMatching(/^\d+$/),
      })
      expect(mediaTypes).toEqual({ dump: 'application/vnd.postgresql.custom' })
      expect(result).toMatchObject({ evidence: 'snapshot', tables: 3 })
    }
  })

  it('is text with its last words', async () => {
    const { files } = await dump({ format: 'plain' })
    const text = fs.readFileSync(files.dump ?? '', 'utf8')
    expect(text).toContain('COPY public.items')
    expect(text).toContain('PostgreSQL database dump complete')
  })

  it('is a directory in a tar archive, by several workers through scratch space that is empty afterwards', async () => {
    const { files, mediaTypes } = await dump({ format: 'directory', jobs: 2 })
    expect(mediaTypes).toEqual({ dump: 'application/x-tar' })
    const out = join(work, 'out')
    fs.mkdirSync(out)
    execFileSync('tar', ['--extract', `--file=${files.dump}`, `--directory=${out}`])
    expect(listing(out)).toContain('TABLE DATA public items')
    expect(fs.readdirSync(work).sort()).toEqual(['dump', 'out'])
  })

  it('has a stream for each database and one for the roles, and says what shows one state', async () => {
    const given = { databases: ['*shop*'], globals: true }
    const { files, fingerprint, description } = await dump(given, server.url('postgres'))
    expect(Object.keys(files).sort()).toEqual(['dump-My "shop" é', 'dump-shop', 'globals'])
    expect(fs.readFileSync(files.globals ?? '', 'utf8')).toContain('CREATE ROLE postgres')
    expect(description).toMatchObject({ databases: 2, rolePasswords: true })
    expect(JSON.stringify(description)).not.toContain('shop')
    expect(fingerprint.databases.map(({ database, stream }) => [database, stream])).toEqual([
      ['My "shop" é', 'dump-My "shop" é'],
      ['shop', 'dump-shop'],
    ])
    expect(fingerprint.snapshots.map(({ streams }) => streams)).toEqual([
      ['dump-My "shop" é'],
      ['dump-shop'],
      ['globals'],
    ])
    expect(fingerprint.roles).toContainEqual(expect.objectContaining({ name: 'postgres' }))
    await expect(dump({ databases: ['none'] })).rejects.toMatchObject({
      code: 'usage',
      message: 'the server has no database none',
    })
  })

  it.each<[string, Partial<GivenSettings>, string[], string[]]>([
    ['schemas', { schemas: ['old'] }, ['old.items'], []],
    ['excluded schemas', { 'exclude-schemas': ['o*'] }, ['public."Mixed.Case"', 'public.items'], []],
    ['tables', { tables: ['items', '"Mixed.Case"'] }, ['public."Mixed.Case"', 'public.items'], []],
    ['qualified tables', { tables: ['*.it?ms'] }, ['old.items', 'public.items'], []],
    ['excluded tables', { 'exclude-tables': ['public.*'] }, ['old.items'], []],
    [
      'table data',
      { 'exclude-table-data': ['items'] },
      ['old.items', 'public."Mixed.Case"'],
      ['public.items'],
    ],
  ])('fingerprints just what the choice of %s dumps', async (_, given, tables, skipped) => {
    const { files, fingerprint } = await dump(given)
    const [found] = fingerprint.databases
    expect(found?.tables.map(({ name }) => name).sort()).toEqual(tables)
    expect(found?.skipped.map(({ name }) => name)).toEqual(skipped)
    const data = [...listing(files.dump).matchAll(/TABLE DATA (\S+) (\S+) /g)].map(([, schema, name]) =>
      name === 'Mixed.Case' ? `${schema}."${name}"` : `${schema}.${name}`,
    )
    expect(data.sort()).toEqual(tables)
  })

  it('refuses choices that pg_dump would not heed, and names that are nothing', async () => {
    await expect(dump({ schemas: ['old'], tables: ['items'] })).rejects.toMatchObject({ code: 'usage' })
    await expect(dump({ tables: ['no_such'] })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('no matching tables were found'),
    })
  })

  it('goes no further than it is told to look', async () => {
    const counts = (await dump({ fingerprint: 'counts' })).result
    expect(counts).toMatchObject({ evidence: 'load-only', tables: 3 })
    const none = (await dump({ fingerprint: 'none' })).fingerprint.databases[0]
    expect(none).toMatchObject({ depth: 'none', tables: [], creation: { encoding: 'UTF8' } })
    const sample = (await dump({ fingerprint: 'sample' })).fingerprint.databases[0]
    const items = sample?.tables.find(({ name }) => name === 'public.items')
    expect(items).toMatchObject({
      depth: 'sample',
      rows: 1000,
      hash: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    expect(items?.sampled).toBeGreaterThan(0)
    expect(items?.sampled).toBeLessThan(60)
  })

  it('says what did not fit into the budget', async () => {
    const { fingerprint, findings, result } = await dump({ budget: '0s' })
    expect(fingerprint.databases[0]?.fellBack).toContain('not everything fitted')
    expect(fingerprint.databases[0]?.skipped).toHaveLength(3)
    expect(findings).toMatchObject([{ code: 'fingerprint-incomplete', severity: 'warning' }])
    expect(result.tables).toBe(0)
  })

  it.skipIf(!hasPostgres(17))(
    'takes the next newer client where its own is not there, and says what a restore needs',
    async () => {
      const programs = postgresPrograms(17) ?? ''
      const context = sourceContext()
      const path = `${programs}:${context.environment.PATH}`
      // The directory of a major is looked through whatever PATH says: with both there, its own is taken.
      const own = await dumpAll(
        work,
        { url: server.url('shop'), globals: false },
        { environment: { PATH: path } },
      )
      expect(own.description).toMatchObject({ restoreNeedsMajor: 15 })
      const newer = await startPostgres({ major: 17 })
      try {
        const source = createPostgresSource(postgresSettings({ url: newer.url(), globals: false }))
        const { link } = await backUp(source, join(work, 'newer'), { environment: { PATH: path } })
        expect(link.description).toMatchObject({ serverMajor: 17, restoreNeedsMajor: 17 })
        const without = backUp(source, join(work, 'without'), { environment: { PATH: '/usr/bin:/bin' } })
        await expect(without).rejects.toMatchObject({
          code: 'database-client-missing',
          message: expect.stringContaining('pg_dump 17 or newer is needed, and this host has 15'),
          hint: expect.stringContaining('postgresql-client-17'),
        })
      } finally {
        await newer.stop()
      }
    },
  )
})
