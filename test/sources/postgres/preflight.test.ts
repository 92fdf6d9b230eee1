import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresSource } from '../../../src/sources/postgres/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres, unprivileged } from '../../services/postgres-installation.ts'
import { freePort, has } from '../../services/program.ts'
import { type GivenSettings, postgresSettings } from './settings.ts'

describe.skipIf(!hasPostgres(15))('what is found before a dump', () => {
  let server: PostgresService
  beforeAll(async () => {
    server = await startPostgres()
    await server.query('create database shop')
    await server.query(
      `create role backup login password 'secret-of-backup';
      create table items (id int); create table "Odd Name" (id serial); create table hidden (id int);
      alter table hidden enable row level security; select lo_create(0)`,
      'shop',
    )
  })
  afterAll(() => server?.stop())

  const url = () => `postgres://backup:secret-of-backup@127.0.0.1:${server.port}/shop`
  const find = (given: Partial<GivenSettings> = {}) =>
    createPostgresSource(postgresSettings({ url: url(), ...given })).preflight(sourceContext())
  const errors = async (given?: Partial<GivenSettings>) =>
    (await find(given)).filter(({ severity }) => severity === 'error')

  it('names what the user may not read, with the statement that mends it', async () => {
    expect((await find()).map(({ code }) => code)).toContain('roles-without-passwords')
    const before = await errors()
    expect(before.map(({ code }) => code)).toEqual(['database-rights', 'database-rights', 'database-rights'])
    expect(before[0]).toMatchObject({
      message: 'backup may not read 4 tables or sequences that the dump has in it',
      command: 'grant pg_read_all_data to "backup";',
      names: expect.arrayContaining(['public.items', 'public."Odd Name"', 'public."Odd Name_id_seq"']),
    })
    expect(before[2]?.message).toBe('backup may not read 1 large objects')
    expect(await errors({ tables: ['items'] })).toHaveLength(1)
    for (const { command } of before) await server.query(command ?? '', 'shop')
    // Who may read all data may read the passwords of roles as well.
    expect((await find()).map(({ code }) => code)).toEqual(['server-reached', 'tool-found'])
  })

  it('asks for large objects that only others may read, and for a database that is closed', async () => {
    await server.query('create database closed')
    await server.query('revoke connect on database closed from public')
    await expect(errors({ url: url().replace('/shop', '/closed') })).resolves.toMatchObject([
      {
        code: 'database-rights',
        message: expect.stringMatching(/does not let backup into closed$/),
        hint: 'Let its owner run `grant connect on database "closed" to "backup"`.',
      },
    ])
    await server.query('grant connect on database closed to backup')
    await server.query('select lo_create(41); grant select on large object 41 to pg_monitor', 'closed')
    await expect(errors({ url: url().replace('/shop', '/closed') })).resolves.toMatchObject([
      { code: 'database-rights', message: 'backup may not read 1 large objects' },
    ])
    await server.query('grant pg_monitor to backup')
    expect(await errors({ url: url().replace('/shop', '/closed') })).toEqual([])
  })

  it.each<[string, () => Partial<GivenSettings>, string]>([
    ['a wrong password', () => ({ url: url().replace('secret-of', 'no') }), 'database-login'],
    ['an unknown database', () => ({ url: url().replace('/shop', '/none') }), 'database-unreachable'],
    ['a database that is not there', () => ({ databases: ['shop', 'none'] }), 'usage'],
    ['nobody listening', () => ({ url: 'postgres://x@127.0.0.1:1/x' }), 'database-unreachable'],
    ['a name of nothing', () => ({ url: 'postgres://x@db.invalid/x' }), 'database-unreachable'],
    ['TLS that the server has not', () => ({ url: `${url()}?sslmode=require` }), 'tls-failed'],
    ['an unknown parameter', () => ({ url: `${url()}?colour=red` }), 'usage'],
    ['an unknown service', () => ({ url: 'postgres:///?service=none' }), 'usage'],
  ])('says what is wrong with %s, and never the password', async (_, given, code) => {
    const found = await errors(given())
    expect(found).toMatchObject([{ code, hint: expect.stringMatching(/\.$/) }])
    expect(JSON.stringify(found)).not.toContain('secret-of-backup')
  })

  it.runIf(has('pgbouncer'))('refuses a pooler, in the session mode as well', async () => {
    const directory = fs.mkdtempSync(join(tmpdir(), 'holdfast-bouncer-'))
    const port = await freePort()
    const file = join(directory, 'pgbouncer.ini')
    fs.writeFileSync(join(directory, 'users'), '"backup" "secret-of-backup"\n')
    fs.writeFileSync(
      file,
      `[databases]
shop = host=127.0.0.1 port=${server.port} dbname=shop
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${join(directory, 'users')}
pool_mode = session
`,
    )
    fs.chmodSync(directory, 0o755)
    const [command = 'pgbouncer', ...prefix] = [...(unprivileged()?.prefix ?? []), 'pgbouncer']
    const bouncer = spawn(command, [...prefix, file], { stdio: 'ignore', env: { PATH: process.env.PATH } })
    const ended = once(bouncer, 'exit')
    try {
      const codes = async () =>
        (await errors({ url: url().replace(`:${server.port}/`, `:${port}/`) })).map(({ code }) => code)
      await expect.poll(codes).toEqual(['database-pooled'])
    } finally {
      bouncer.kill('SIGKILL')
      await ended
      fs.rmSync(directory, { recursive: true })
    }
  })
})
