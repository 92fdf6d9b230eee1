import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPostgresSource } from '../../../src/sources/postgres/source.ts'
import { backUp } from '../../fakes/capture.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { postgresSettings } from './settings.ts'

describe.skipIf(!hasPostgres(15))('a dump of PostgreSQL 15', () => {
  let server: PostgresService
  let work: string

  beforeAll(async () => {
    server = await startPostgres()
    await server.query('create database shop')
    await server.query(
      "create table items (id int primary key, name text); insert into items select n, 'item ' || n from generate_series(1, 1000) n",
      'shop',
    )
  })
  afterAll(() => server?.stop())
  beforeEach(() => {
    work = fs.mkdtempSync(join(tmpdir(), 'holdfast-pg-dump-'))
  })
  afterEach(() => fs.rmSync(work, { recursive: true }))

  type Given = Omit<Parameters<typeof postgresSettings>[0], 'url'>
  const source = (given: Given = {}, url = server.url('shop')) =>
    createPostgresSource(postgresSettings({ url, globals: false, ...given }))
  const dump = (given?: Given, url?: string) => backUp(source(given, url), join(work, 'dump'))
  const listing = (file: string) =>
    execFileSync(join(server.programs, 'pg_restore'), ['--list', file], { encoding: 'utf8' })

  it('is an archive that pg_restore reads, over TCP with a password and by the socket', async () => {
    for (const url of [server.url('shop'), server.socketUrl('shop')]) {
      const { file, level, link } = await dump({}, url)
      expect(level).toBe(0)
      expect(listing(file)).toContain('TABLE DATA public items')
      expect(link.description).toMatchObject({
        type: 'postgres',
        method: 'dump',
        serverMajor: 15,
        restoreNeedsMajor: 15,
        systemIdentifier: expect.stringMatching(/^\d+$/),
      })
      expect(link.streams).toMatchObject([{ name: 'dump', mediaType: 'application/vnd.postgresql.custom' }])
    }
  })

  it('is text with its last words', async () => {
    const { file } = await dump({ format: 'plain' })
    const text = fs.readFileSync(file, 'utf8')
    expect(text).toContain('COPY public.items')
    expect(text).toContain('PostgreSQL database dump complete')
  })
})
