import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isTokenGone } from '../../src/process/running-process.ts'
import { type PostgresService, startPostgres } from '../services/postgres.ts'
import { hasPostgres } from '../services/postgres-installation.ts'
import { type Workspace, workspace } from './workspace.ts'

describe.runIf(hasPostgres(15))('PostgreSQL by the command line', () => {
  let server: PostgresService
  let target: PostgresService

  beforeAll(async () => {
    ;[server, target] = await Promise.all([startPostgres(), startPostgres()])
    await server.query('create database shop')
    await server.query(
      `create table items (id int primary key, name text);
       insert into items select n, 'item ' || n from generate_series(1, 20000) n;
       create table users (id int); insert into users values (1), (2)`,
      'shop',
    )
  })
  afterAll(() => Promise.all([server?.stop(), target?.stop()]))

  /** A job `tree` of the shop, and the environment for it. */
  async function shop(verify: string) {
    const space = await workspace()
    space.configure({ source: ['type: postgres', 'url: ${DB_URL}'], job: [`verify: ${verify}`] })
    const env = {
      DB_URL: server.url('shop'),
      TARGET: target.url('restored'),
      DOCKER_HOST: 'unix:///nonexistent',
      TMPDIR: '/tmp',
    }
    const run = (...args: string[]) => space.run([...args, '--json', '--yes'], { env })
    const withIdentity = (...args: string[]) => run(...args, '--identity', space.identity)
    expect((await run('backup')).json).toMatchObject({ exitCode: 0, errors: [] })
    return { space, env, run, withIdentity }
  }

  it('is backed up, drilled to a proof that retention counts, and restored', {
    timeout: 240_000,
  }, async () => {
    const { withIdentity, run } = await shop(
      '{server: local, checks: [{sql: "select count(*) from users", min: 1}, {run: [psql, -XAtc, "select count(*) from items"], equals: 20000}]}',
    )
    const drill = await withIdentity('drill')
    expect(drill.json.errors).toEqual([])
    const [result] = drill.json.results
    expect(result).toMatchObject({ result: 'passed', evidence: 'snapshot', rtoSeconds: expect.any(Number) })
    expect(result.checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'table public.items', result: 'passed' }),
        expect.objectContaining({ name: 'select count(*) from users', result: 'passed', found: '2' }),
      ]),
    )
    expect((await run('list')).json.results).toMatchObject([{ proven: true }])

    const restored = await withIdentity('restore', 'tree', '--to', 'env:TARGET')
    expect(restored.json).toMatchObject({ errors: [], exitCode: 0, results: [{ target: 'env:TARGET' }] })
    expect(await target.query('select count(*) from items', 'restored')).toEqual([{ count: '20000' }])
    await target.query('drop table users', 'restored')
    const table = await withIdentity('restore', 'tree', '--to', 'env:TARGET', '--table', 'users')
    expect(table.json.exitCode).toBe(0)
    expect(await target.query('select count(*) from users', 'restored')).toEqual([{ count: '2' }])
    const again = await withIdentity('restore', 'tree', '--to', 'env:TARGET')
    expect(again.json).toMatchObject({ exitCode: 7, errors: [{ code: 'target-not-empty' }] })
    for (const { stdout, stderr } of [drill, restored, table, again]) {
      expect(stdout + stderr).not.toContain(server.password)
    }
  })

  it('fails a drill with what is wrong, and says when there is no verdict', {
    timeout: 240_000,
  }, async () => {
    const { withIdentity, space } = await shop(
      '{server: local, checks: [{sql: "select count(*) from users", min: 3}]}',
    )
    const drill = await withIdentity('drill')
    expect(drill.json).toMatchObject({
      exitCode: 5,
      results: [{ result: 'failed' }],
      errors: [
        {
          code: 'verification-failed',
          message: expect.stringContaining('select count(*) from users failed'),
        },
      ],
    })
    space.write('holdfast.yml', space.read('holdfast.yml').replace('server: local', 'server: docker'))
    const nowhere = await withIdentity('drill')
    expect(nowhere.json).toMatchObject({
      exitCode: 5,
      results: [{ result: 'inconclusive', checks: [{ name: 'server', result: 'inconclusive' }] }],
      errors: [{ code: 'drill-inconclusive', message: expect.stringContaining('docker cannot be reached') }],
    })
  })

  /** The notes of what a killed run would leave. */
  function notes(space: Workspace): { servers: string[]; directories: string[] }[] {
    const folder = join(space.root, 'state', 'throwaway')
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  }

  it('is tidied up by the next drill after one that was killed', { timeout: 240_000 }, async () => {
    const { space, env, withIdentity } = await shop('{server: local}')
    const running = space.start(['drill', '--json', '--yes', '--identity', space.identity], { env })
    await expect.poll(() => notes(space)[0]?.servers.length ?? 0).toBeGreaterThan(0)
    const [left] = notes(space)
    running.killGroup()
    await running.ended
    expect(await isTokenGone(left?.servers[0] ?? '')).toBe(false)
    expect(existsSync(left?.directories[0] ?? '')).toBe(true)
    const drill = await withIdentity('drill')
    expect(drill.json).toMatchObject({ exitCode: 0, results: [{ result: 'passed' }] })
    await expect.poll(() => isTokenGone(left?.servers[0] ?? '')).toBe(true)
    expect(existsSync(left?.directories[0] ?? '')).toBe(false)
    expect(notes(space)).toEqual([])
  })
})
