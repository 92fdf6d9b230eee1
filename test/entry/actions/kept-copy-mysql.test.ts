import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isTokenGone } from '../../../src/process/running-process.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { fillShop } from '../../sources/mysql/shop.ts'
import { type Job, newJob, type StepResult } from './step.ts'

const limit = { timeout: 240_000 }

/** The first row of the last statement's answer, of a connection of its own, as a migration would make one. */
async function ask(url: string, ...statements: readonly string[]): Promise<unknown> {
  const session = await createConnection({ uri: url, rowsAsArray: true })
  session.on('error', () => undefined)
  try {
    let rows: unknown
    for (const statement of statements) [rows] = await session.query(statement)
    return (rows as unknown[])[0]
  } finally {
    await session.end()
  }
}

const said = (step: StepResult) =>
  [...step.log.split('\n').filter((line) => !line.startsWith('::add-mask::')), step.summary].join('\n')

const mask = `-- people and their mail
UPDATE customers SET name = CONCAT('customer ', id);
DELIMITER //
CREATE PROCEDURE masked() BEGIN SELECT 'yes'; END//
DELIMITER ;
`

describe.skipIf(!has('mariadb', 'mariadb-client'))('a copy of MariaDB that stays until the job ends', () => {
  let server: MariadbServer
  let service: MariadbServer
  const posts: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    server = await startMariadb()
    service = await startMariadb()
    await fillShop(server)
    await server.run(
      'DROP DATABASE `odd ``name`',
      'INSERT INTO shop.audit SELECT SHA2(seq, 512) FROM shop.seq_1_to_100',
    )
  })
  afterEach(async () => {
    for (const post of posts.splice(0)) await post()
  })
  afterAll(async () => {
    await server?.stop()
    await service?.stop()
  })

  async function shopJob(): Promise<{ job: Job; env: Record<string, string>; id: string }> {
    const job = await newJob()
    job.configure()
    const file = join(job.workspace, 'holdfast.yml')
    const source = `source: { type: mysql, url: "\${DB_URL}" }`
    writeFileSync(file, readFileSync(file, 'utf8').replace(/source: \{.*\}/, source))
    writeFileSync(join(job.workspace, 'mask.sql'), mask)
    const env = { DOCKER_HOST: 'unix:///nonexistent', TMPDIR: '/tmp', DB_URL: server.url }
    const backup = await job.run('backup', {}, env)
    expect(backup.results.errors).toEqual([])
    return { job, env, id: backup.outputs.id ?? '' }
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

  it('is masked, reached by its URL, without the passwords of the backup, until post', limit, async () => {
    const { job, env, id } = await shopJob()
    const step = await copied(job, env)
    expect(step.results.errors).toEqual([])
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: 'success', id, container: '' } })
    const { url = '' } = step.outputs
    expect(url).toMatch(/^mysql:\/\/holdfast_copy:[\da-f]{36}@127\.0\.0\.1:\d+\/shop$/)
    expect(await ask(url, 'SELECT COUNT(*), MIN(name) FROM customers')).toEqual([3, 'customer 1'])
    expect(await ask(url, 'CALL masked()')).toEqual([['yes']])
    // What views need of accounts is there, and nobody comes in by them.
    expect(await ask(url, 'SELECT COUNT(*) FROM totals')).toEqual([3])
    const { port, password } = new URL(url)
    const others = ['reader:reader-password', `root:${server.password}`, 'root:']
    for (const login of others) {
      await expect(ask(`mysql://${login}@127.0.0.1:${port}/shop`, 'SELECT 1')).rejects.toThrow(
        /denied|locked/,
      )
    }
    const [hash] = await server.rows("SELECT authentication_string FROM mysql.user WHERE User = 'reader'")
    expect(await ask(url, "SELECT COUNT(*) FROM mysql.user WHERE User = 'reader'")).toEqual([1])
    expect(
      await ask(url, `SELECT COUNT(*) FROM mysql.user WHERE authentication_string = '${hash?.[0]}'`),
    ).toEqual([0])
    expect(step.log).toContain(`::add-mask::${password}\n`)
    expect(said(step)).not.toContain(password)
    expect(step.outputs.results).not.toContain(password)

    // Other drills of this host leave it alone, and so does another copy.
    expect(await job.run('restore-verify', {}, env)).toMatchObject({ exitCode: 0 })
    const second = await copied(job, env)
    expect(second.results.errors).toEqual([])
    expect(second.outputs.url).not.toBe(url)
    expect(await ask(url, 'FLUSH TABLES', 'SELECT COUNT(*) FROM shop.audit')).toEqual([100])

    const tokens = servers(job)
    expect(tokens).toHaveLength(2)
    for (const post of posts.splice(0)) expect(await post()).toMatchObject({ exitCode: 0 })
    for (const token of tokens) await expect.poll(() => isTokenGone(token)).toBe(true)
    expect(servers(job)).toEqual([])
    await expect(ask(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('is removed when masking fails, which the step says with the line', limit, async () => {
    const { job, env } = await shopJob()
    writeFileSync(
      join(job.workspace, 'mask.sql'),
      "UPDATE customers SET name = 'x';\nUPDATE custmers SET id = 1;\n",
    )
    const step = await copied(job, env)
    expect(step).toMatchObject({ exitCode: 1, outputs: { status: 'failed', url: '', container: '' } })
    expect(step.results.errors).toMatchObject([
      { code: 'mask-failed', message: expect.stringMatching(/^masking shop failed at line 2: .*custmers/) },
    ])
    expect(servers(job)).toEqual([])
  })

  it('goes in post when the step was killed', limit, async () => {
    const { job, env } = await shopJob()
    writeFileSync(join(job.workspace, 'mask.sql'), 'DO SLEEP(600);\n')
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

  it('lies on the server of service-url, which is empty again after post', limit, async () => {
    const { job, env } = await shopJob()
    const accounts = () => service.rows('SELECT User, Host FROM mysql.user ORDER BY 1, 2')
    const before = await accounts()
    // A drill takes away what it made, accounts included.
    const drill = await job.run('restore-verify', { 'service-url': service.url }, env)
    expect(drill.results.errors).toEqual([])
    expect(await accounts()).toEqual(before)
    expect((await service.rows('SHOW DATABASES')).flat()).not.toContain('shop')
    const own = await job.run('restore-verify', { 'service-url': server.url }, env)
    expect(own.results.errors).toMatchObject([{ code: 'server-is-source' }])

    const step = await copied(job, env, { 'service-url': service.url })
    expect(step.results.errors).toEqual([])
    const { url = '' } = step.outputs
    expect(new URL(url).pathname).toBe('/shop')
    expect(await ask(url, 'SELECT MIN(name) FROM customers')).toEqual(['customer 1'])
    expect((await accounts()).length).toBeGreaterThan(before.length)
    const used = await job.run('restore-verify', { 'service-url': service.url }, env)
    expect(used.results.errors).toMatchObject([{ code: 'server-not-empty' }])
    await job.post('restore-verify', step)
    expect((await service.rows('SHOW DATABASES')).flat()).not.toContain('shop')
    expect(await accounts()).toEqual(before)
  })

  it('is compared with what the restore gave', limit, async () => {
    const { job, env } = await shopJob()
    const { url = '', id = '' } = (await copied(job, env)).outputs
    const inputs = { compare: id }
    const unchanged = await job.run('report', inputs)
    expect(unchanged.results.errors).toEqual([])
    expect(unchanged.summary).toContain('nothing changed, 5 tables now')
    await ask(
      url,
      'ALTER TABLE customers ADD COLUMN mail VARCHAR(50) NOT NULL, DROP COLUMN note',
      'DELETE FROM audit LIMIT 10',
      'DROP TABLE shop.empty',
      'CREATE TABLE `new|one` (a INT)',
    )
    const step = await job.run('report', inputs)
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: 'success' } })
    expect(step.summary).toContain('since it was restored · 4 tables changed, 5 tables now')
    expect(step.summary).toContain('| ✏️ `shop.audit` | 100 | 90 | −10 |')
    expect(step.summary).toContain('➕ `mail` varchar(50) not null<br>➖ `note`')
    expect(step.summary).toContain('| ➖ `shop.empty` | 0 |  |  | table removed |')
    expect(step.summary).toContain('| ➕ `shop.new\\|one` |  | 0 |  | table added |')
    expect(said(step)).not.toContain(new URL(url).password)
  })
})

describe.skipIf(!has('mariadb', 'mariadb-backup'))('a hot copy', () => {
  it('cannot stay, and says so before anything is restored', limit, async () => {
    const server = await startMariadb()
    try {
      await fillShop(server)
      const job = await newJob()
      job.configure()
      const file = join(job.workspace, 'holdfast.yml')
      const source = `source: { type: mysql, method: physical, url: "\${DB_URL}" }`
      writeFileSync(file, readFileSync(file, 'utf8').replace(/source: \{.*\}/, source))
      const backup = await job.run('backup', {}, { DB_URL: server.url })
      expect(backup.results.errors).toEqual([])
      const step = await job.run('restore-verify', { keep: 'job' }, { DB_URL: server.url })
      expect(step.results.errors).toMatchObject([
        {
          code: 'usage',
          message: expect.stringMatching(
            /^a copy of tree cannot stay: backup .* is a copy of a whole server/,
          ),
          hint: expect.stringContaining('method logical'),
        },
      ])
    } finally {
      await server.stop()
    }
  })
})
