import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isTokenGone } from '../../../src/process/running-process.ts'
import { type GithubServer, startGithub } from '../../services/github-api.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { type Job, newJob, type StepResult } from './step.ts'

const limit = { timeout: 240_000 }

/** A query of its own connection, as a migration would make one. */
async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const result = await client.query(sql)
    return (Array.isArray(result) ? result.at(-1) : result).rows
  } finally {
    await client.end()
  }
}

const said = (step: StepResult) =>
  [...step.log.split('\n').filter((line) => !line.startsWith('::add-mask::')), step.summary].join('\n')

describe.runIf(hasPostgres(15))('a copy that stays until the job ends', () => {
  let server: PostgresService
  let service: PostgresService
  const posts: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    ;[server, service] = await Promise.all([startPostgres(), startPostgres()])
    await server.query('create database shop')
    await server.query(
      `create table users as select n as id, 'user' || n || '@example.org' as email from generate_series(1, 50) n;
       create table old (id int); create table padding as select n, md5(n::text) from generate_series(1, 500) n;
       create role shop_reader`,
      'shop',
    )
  })
  afterEach(async () => {
    for (const post of posts.splice(0)) await post()
  })
  afterAll(() => Promise.all([server?.stop(), service?.stop()]))

  const elsewhere = { DOCKER_HOST: 'unix:///nonexistent', TMPDIR: '/tmp' }

  async function shopJob(): Promise<{ job: Job; env: Record<string, string>; ids: string[] }> {
    const job = await newJob()
    job.configure()
    const file = join(job.workspace, 'holdfast.yml')
    const source = `source: { type: postgres, url: "\${DB_URL}", globals: true }`
    writeFileSync(file, readFileSync(file, 'utf8').replace(/source: \{.*\}/, source))
    writeFileSync(join(job.workspace, 'mask.sql'), "update users set email = 'user' || id || '@invalid';\n")
    const env = { ...elsewhere, DB_URL: server.url('shop') }
    const backup = await job.run('backup', {}, env)
    expect(backup.results.errors).toEqual([])
    return { job, env, ids: [backup.outputs.id ?? ''] }
  }

  /** Its `post` runs whatever becomes of the test. */
  async function copied(job: Job, env: Record<string, string>, inputs: Record<string, string> = {}) {
    const given = { keep: 'job', mask: 'mask.sql', ...inputs }
    const step = await job.run('restore-verify', given, env)
    posts.push(() => job.post('restore-verify', step, given))
    return step
  }

  const servers = (job: Job): string[] => {
    const notes = job.path('holdfast-state', 'throwaway')
    return (existsSync(notes) ? readdirSync(notes) : [])
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => JSON.parse(readFileSync(join(notes, name), 'utf8')).servers)
  }

  it('is the last proven backup, masked, and reached by its URL until post', limit, async () => {
    const { job, env, ids } = await shopJob()
    expect(await job.run('restore-verify', {}, env)).toMatchObject({ exitCode: 0 })
    const [row] = await server.query('select count(*)::int as count from users', 'shop')
    await server.query('create table later (id int)', 'shop')
    const newer = await job.run('backup', { level: '0' }, env)
    await server.query('drop table later', 'shop')
    expect(newer).toMatchObject({ exitCode: 0 })

    const step = await copied(job, env)
    expect(step.results.errors).toEqual([])
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: 'success', id: ids[0], container: '' } })
    const { url = '' } = step.outputs
    expect(url).toMatch(/^postgres:\/\/postgres:[\w-]{32}@127\.0\.0\.1:\d+\/shop$/)
    expect(await ask(url, "select count(*)::int as count from users where email like '%@invalid'")).toEqual([
      row,
    ])
    // The password is masked, and so nowhere but in the output itself.
    const { password } = new URL(url)
    expect(step.log).toContain(`::add-mask::${password}\n`)
    expect(said(step)).not.toContain(password)
    expect(step.outputs.results).not.toContain(password)
    const records = job.path('temporary', 'holdfast-copies')
    expect(readdirSync(records).map((name) => statSync(join(records, name)).mode & 0o777)).toEqual([0o600])

    // Other drills of this host leave it alone.
    expect(await job.run('restore-verify', {}, env)).toMatchObject({ exitCode: 0 })
    const [token = ''] = servers(job)
    expect(await isTokenGone(token)).toBe(false)
    expect(await ask(url, 'select count(*)::int as count from padding')).toEqual([{ count: 500 }])

    expect(await job.post('restore-verify', step)).toMatchObject({ exitCode: 0 })
    await expect.poll(() => isTokenGone(token)).toBe(true)
    expect(servers(job)).toEqual([])
    expect(readdirSync(records)).toEqual([])
    await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('is removed when masking fails, which the step fails with', limit, async () => {
    const { job, env } = await shopJob()
    writeFileSync(
      join(job.workspace, 'mask.sql'),
      "update users set email = 'x';\nupdate usres set id = 1;\n",
    )
    const step = await copied(job, env)
    expect(step).toMatchObject({ exitCode: 1, outputs: { status: 'failed', url: '', container: '' } })
    expect(step.results.errors).toMatchObject([
      { code: 'mask-failed', message: expect.stringMatching(/^masking shop failed at line 2: .*usres/) },
    ])
    expect(servers(job)).toEqual([])
  })

  it('goes in post when the step was killed', limit, async () => {
    const { job, env } = await shopJob()
    writeFileSync(join(job.workspace, 'mask.sql'), 'select pg_sleep(600);\n')
    const running = job.start('restore-verify', { keep: 'job', mask: 'mask.sql' }, env)
    let log = ''
    running.child.stdout?.on('data', (chunk) => {
      log += String(chunk)
    })
    await expect.poll(() => log, { timeout: 120_000 }).toContain('masking the copy')
    const [token = ''] = servers(job)
    running.child.kill('SIGKILL')
    const step = await running.ended
    expect(await isTokenGone(token)).toBe(false)
    await job.post('restore-verify', step)
    await expect.poll(() => isTokenGone(token)).toBe(true)
    expect(servers(job)).toEqual([])
  })

  it('is a database of its own on the server of service-url', limit, async () => {
    const { job, env } = await shopJob()
    const step = await copied(job, env, { 'service-url': service.url() })
    expect(step.results.errors).toEqual([])
    const { url = '' } = step.outputs
    expect(url).toMatch(/\/holdfast_drill_\w+$/)
    expect(await ask(url, "select count(*)::int as count from users where email like '%@invalid'")).toEqual([
      { count: 50 },
    ])
    const left = "select datname from pg_database where datname like 'holdfast_drill_%'"
    expect(await service.query(left)).toHaveLength(1)
    await job.post('restore-verify', step)
    expect(await service.query(left)).toEqual([])
    expect(await service.query("select 1 from pg_roles where rolname = 'shop_reader'")).toEqual([])
  })

  it('is compared with what the restore gave, in the summary and one comment', limit, async () => {
    const { job, env } = await shopJob()
    const github: GithubServer = await startGithub()
    posts.push(() => github.close())
    writeFileSync(job.path('event.json'), JSON.stringify({ pull_request: { number: 7 } }))
    // As in the workflow: no secret of the backup is there.
    const at = {
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_RUN_ID: '42',
      GITHUB_EVENT_PATH: job.path('event.json'),
    }
    const { url = '', id = '' } = (await copied(job, env)).outputs
    const inputs = { compare: id, comment: 'true', token: github.token }
    const unchanged = await job.run('report', inputs, at)
    expect(unchanged.results.errors).toEqual([])
    expect(unchanged.summary).toContain('nothing changed, 3 tables now')
    await ask(
      url,
      `alter table users add column name text; alter table users drop column email;
       delete from users where id > 40; drop table old; create table "new|one" as select 1 as a`,
    )
    const step = await job.run('report', inputs, at)
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: 'success' } })
    for (const text of [step.summary, github.comments[0]?.body]) {
      expect(text).toContain('since it was restored · 3 tables changed, 3 tables now')
      expect(text).toContain('| ✏️ `public.users` | 50 | 40 | −10 | ➖ `email`<br>➕ `name` text |')
      expect(text).toContain('| ➖ `public.old` | 0 |  |  | table removed |')
      expect(text).toContain('| ➕ `public.new\\|one` |  | 1 | +1 | table added |')
    }
    expect(github.comments).toMatchObject([
      { issue: 7, body: expect.stringMatching(/^<!-- holdfast: compare -->/) },
    ])
    expect(said(step)).not.toContain(new URL(url).password)
  })
})

describe('keep, mask and compare', () => {
  it('say what is wrong before anything is restored', async () => {
    const job = await newJob()
    job.configure()
    await job.run('backup')
    const refused = async (inputs: Record<string, string>) =>
      (await job.run('restore-verify', inputs)).results.errors
    expect(await refused({ mask: 'mask.sql' })).toMatchObject([
      { code: 'input-invalid', message: expect.stringContaining('mask goes with keep: job') },
    ])
    expect(await refused({ keep: 'job', mask: 'mask.sql' })).toMatchObject([
      { code: 'input-invalid', message: 'mask: mask.sql cannot be read (ENOENT)' },
    ])
    expect(await refused({ keep: 'job', depth: 'checksum' })).toMatchObject([
      { code: 'input-invalid', message: 'keep: job needs depth restore' },
    ])
    expect(await refused({ keep: 'job' })).toMatchObject([
      { code: 'usage', message: 'a copy of tree cannot stay: it is no database' },
    ])
    const missing = await job.run('report', { compare: '20260101T000000Z-L0-aaaaaa' })
    expect(missing.results.errors).toMatchObject([{ code: 'copy-missing' }])
  })
})
