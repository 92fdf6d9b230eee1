import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createPostgresSource } from '../../../src/sources/postgres/source.ts'
import { sourceConformance } from '../../conformance/source-conformance.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { postgresSettings } from './settings.ts'

let server: PostgresService

const things =
  "create table things (id int primary key, name text); insert into things select n, 'thing ' || n from generate_series(1, 20000) n"

beforeAll(async () => {
  server = await startPostgres({ settings: { allow_system_table_mods: 'on' } })
  for (const name of ['shop', 'torn', 'locked']) {
    await server.query(`create database ${name}`)
    await server.query(things, name)
  }
  // A value that cannot be shown any more: a dump meets it behind the whole of the first table.
  await server.query(
    "create type mood as enum ('ok', 'gone'); create table torn (id int, mood mood); insert into torn values (1, 'gone')",
    'torn',
  )
  await server.query("delete from pg_enum where enumlabel = 'gone'", 'torn')
  const blocker = await server.connect('locked')
  await blocker.query('begin; lock table things in access exclusive mode')
})
afterAll(() => server?.stop())

const sourceOf = (database: string) =>
  createPostgresSource(postgresSettings({ url: server.url(database), globals: false }))

sourceConformance('postgres', async () => ({
  source: sourceOf('shop'),
  failing: sourceOf('torn'),
  slow: sourceOf('locked'),
  repeats: 'fingerprint',
  isRestored: async (target) =>
    execFileSync(join(server.programs, 'pg_restore'), ['--file=-', target], { encoding: 'utf8' }).includes(
      '20000\tthing 20000\n',
    ),
}))
