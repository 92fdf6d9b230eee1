import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { backedUp } from './backed-up.ts'
import { newJob } from './step.ts'

const read = (file: string | undefined) => JSON.parse(readFileSync(file ?? '', 'utf8')) as unknown

describe('the cleanup action', () => {
  it('deletes by retention, with every reason in the summary and in the decisions file', async () => {
    const { job, ids } = await backedUp(['retention: { keep-last: 1, require-proofs: 0 }'])
    const rehearsed = await job.run('cleanup', { 'dry-run': 'True' })
    expect(rehearsed.outputs).toMatchObject({ status: 'success', deleted: '1', kept: '1' })
    expect(rehearsed.summary).toContain('would delete 1')
    const step = await job.run('cleanup', { 'dry-run': '' })
    expect(step.outputs).toMatchObject({ status: 'success', deleted: '1', kept: '1' })
    expect(Number(step.outputs['freed-bytes'])).toBeGreaterThan(0)
    expect(read(step.outputs['decisions-file'])).toMatchObject([
      { job: 'tree', destination: 'local', dryRun: false, deleted: [{ id: ids[0] }], kept: [{ id: ids[1] }] },
    ])
    expect(step.summary).toContain(`| 🗑️ deleted | \`${ids[0]}\` | last: `)
    expect(step.summary).toMatch(/\*\*tree\*\* at local: █+░+ kept 1 · deleted 1/)
  })

  it('cleans a destination alone by what keep says, of the jobs named', async () => {
    const { job } = await backedUp()
    const inputs = { destination: job.repository, keep: 'last=1' }
    writeFileSync(job.path('workspace', 'holdfast.yml'), '')
    const bare = (more: Record<string, string>) =>
      job.run('cleanup', { ...inputs, ...more, 'results-file': 'r.json' })
    // A configuration that is there is not set aside silently.
    expect((await bare({ jobs: 'tree' })).exitCode).toBe(2)
    const empty = await newJob()
    const unnamed = await empty.run('cleanup', inputs)
    expect(unnamed.results.errors).toMatchObject([{ code: 'input-invalid' }])
    const named = await empty.run('cleanup', { ...inputs, jobs: 'tree' })
    expect(named.outputs).toMatchObject({ status: 'success', deleted: '1', kept: '1' })
  })

  it('sets its outputs where it fails', async () => {
    const job = await newJob()
    job.configure()
    const step = await job.run('cleanup')
    expect(step.results.errors).toMatchObject([{ code: 'repository-missing' }])
    expect(step.outputs).toMatchObject({ status: 'failed', deleted: '0', kept: '0', 'freed-bytes': '0' })
    expect(read(step.outputs['decisions-file'])).toEqual([])
  })
})

describe('the root action', () => {
  it('backs up, reads back what it wrote, and cleans up where it is told to', async () => {
    const job = await newJob()
    job.configure(['retention: { keep-last: 1, require-proofs: 0 }'])
    await job.run('root', { level: '0' })
    const step = await job.run('root', { level: '0', cleanup: 'true' })
    expect(step).toMatchObject({ exitCode: 0, annotations: [] })
    expect(step.outputs).toMatchObject({ status: 'success', deleted: '1', kept: '1' })
    expect(step.results.results).toMatchObject([
      { command: 'backup', job: 'tree' },
      { command: 'verify', job: 'tree', depth: 'checksum', result: 'passed', id: step.outputs.id },
      { command: 'cleanup', job: 'tree' },
    ])
    for (const title of ['Backup', 'Verification', 'Cleanup'])
      expect(step.summary).toContain(`### ✅ ${title}`)
  })

  it('does not clean up after a backup that failed', async () => {
    const job = await newJob()
    job.configure(['retention: { keep-last: 1 }', 'hooks: { before: ["false"] }'])
    const step = await job.run('root', { cleanup: 'true' })
    expect(step).toMatchObject({ exitCode: 1, outputs: { status: 'failed', deleted: '0', kept: '0' } })
    expect(step.summary).not.toContain('Cleanup')
  })
})
