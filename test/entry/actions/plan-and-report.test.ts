import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backedUp } from './backed-up.ts'
import { newJob } from './step.ts'

describe('the plan action', () => {
  it('makes a matrix, and none for nothing', async () => {
    const job = await newJob()
    job.configure(['runner: [self-hosted, db-1]', 'environment: prod', 'every: 24h'])
    const step = await job.run('plan')
    expect(step.outputs).toMatchObject({ status: 'success', count: '1' })
    expect(JSON.parse(step.outputs.matrix ?? '')).toEqual({
      include: [
        { name: expect.any(String), runner: ['self-hosted', 'db-1'], environment: 'prod', jobs: 'tree' },
      ],
    })
    expect(step.summary).toContain('### ✅ Plan')
    const homeless = await newJob()
    homeless.configure()
    const failed = await homeless.run('plan')
    expect(failed.outputs).toMatchObject({ status: 'failed', matrix: '{"include":[]}', count: '0' })
  })

  it('fails where GitHub would drop the matrix', async () => {
    const job = await newJob()
    job.configure(['runner: [self-hosted]', 'environment: production'])
    const step = await job.run('plan', {}, { DB_PASSWORD: 'production' })
    expect(step.results.errors).toMatchObject([{ code: 'output-masked' }])
    expect(step.outputs.count).toBe('0')
  })
})

describe('the report action', () => {
  it('shows every job at a glance, and fails for what is missing', async () => {
    const { job } = await backedUp()
    const step = await job.run('report')
    expect(step.outputs.status).toBe('success')
    expect(step.summary).toContain('### ✅ Backups\n')
    expect(step.summary).toMatch(
      /\| ✅ \| \*\*tree\*\* \| local \| just now \| never \| 2 \| [^|]+ \| ██ \| unsigned \|/,
    )
    const none = await newJob()
    none.configure()
    expect((await none.run('report')).results.errors[0]).toMatchObject({ code: 'repository-missing' })
  })

  it('writes pages', async () => {
    const { job } = await backedUp()
    const step = await job.run('report', { 'pages-dir': 'public/backups' })
    expect(step.outputs.status).toBe('success')
    const index = readFileSync(join(job.workspace, 'public', 'backups', 'index.html'), 'utf8')
    expect(index).toContain('href="jobs/tree.html"')
  })

  it('does not compare a copy and look at backups in one step', async () => {
    const job = await newJob()
    job.configure()
    const { errors } = (await job.run('report', { compare: 'x', 'pages-dir': 'x' })).results
    expect(errors).toMatchObject([{ code: 'input-invalid', message: expect.stringContaining('pages-dir') }])
  })
})
