import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isTokenGone } from '../../../src/process/running-process.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { type Job, newJob } from './step.ts'

const limit = { timeout: 240_000 }

describe.runIf(hasPostgres(15))('the restore-verify action with PostgreSQL', () => {
  let server: PostgresService
  let service: PostgresService
  beforeAll(async () => {
    ;[server, service] = await Promise.all([startPostgres(), startPostgres()])
    await server.query('create database shop')
    await server.query('create table items as select n as id from generate_series(1, 5000) n', 'shop')
  })
  afterAll(() => Promise.all([server?.stop(), service?.stop()]))

  const elsewhere = { DOCKER_HOST: 'unix:///nonexistent', TMPDIR: '/tmp' }

  async function shopJob(): Promise<{ job: Job; env: Record<string, string> }> {
    const job = await newJob()
    job.configure()
    const file = join(job.workspace, 'holdfast.yml')
    const source = `source: { type: postgres, url: "\${DB_URL}" }`
    writeFileSync(file, readFileSync(file, 'utf8').replace(/source: \{.*\}/, source))
    const env = { ...elsewhere, DB_URL: server.url('shop') }
    expect(await job.run('backup', {}, env)).toMatchObject({ exitCode: 0 })
    return { job, env }
  }

  it('drills on the server of service-url, whose URL is masked', limit, async () => {
    const { job, env } = await shopJob()
    const step = await job.run('restore-verify', { 'service-url': service.url() }, env)
    expect(step.results.errors).toEqual([])
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: { status: 'success', proof: expect.stringMatching(/^proofs\//) },
    })
    expect(JSON.parse(step.outputs.checks ?? '')).toContainEqual(
      expect.objectContaining({ name: 'table public.items', result: 'passed' }),
    )
    const said = step.log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
    expect([...said, step.summary, step.outputs.checks].join('\n')).not.toContain(service.password)
    const refused = await job.run('restore-verify', { 'service-url': server.url() }, env)
    expect(refused).toMatchObject({ exitCode: 7, outputs: { status: 'refused' } })
    expect(refused.results.errors).toMatchObject([{ code: 'server-is-source' }])
  })

  it('removes in post what a main step that was killed had started', limit, async () => {
    const { job, env } = await shopJob()
    const notes = job.path('holdfast-state', 'throwaway')
    const servers = (): string[] =>
      existsSync(notes)
        ? readdirSync(notes)
            .filter((name) => name.endsWith('.json'))
            .flatMap((name) => JSON.parse(readFileSync(join(notes, name), 'utf8')).servers)
        : []
    const step = job.start('restore-verify', {}, env)
    await expect.poll(servers).toHaveLength(1)
    const [token = ''] = servers()
    step.child.kill('SIGKILL')
    const killed = await step.ended
    expect(await isTokenGone(token)).toBe(false)
    const post = await job.post('restore-verify', killed)
    expect(post).toMatchObject({ exitCode: 0 })
    expect(post.log).toContain('the step was killed: 1 throwaway servers removed')
    await expect.poll(() => isTokenGone(token)).toBe(true)
    expect(servers()).toEqual([])
  })
})
