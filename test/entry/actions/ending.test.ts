import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { waitForFile } from '../../e2e/wait-for.ts'
import { type Job, newJob } from './step.ts'

/** A job whose source waits until it is told to go on: the step is in the middle of a backup meanwhile. */
async function slowJob(): Promise<Job> {
  const job = await newJob()
  job.configure()
  const [started, go] = [job.path('started'), job.path('go')]
  // Ends with the test's directory: nobody stops the source of a step that was killed.
  const script = `touch ${started}; while [ -e ${started} -a ! -e ${go} ]; do sleep 0.05; done; echo data`
  writeFileSync(
    job.path('workspace', 'holdfast.yml'),
    `version: 1
destinations: { local: { type: filesystem, path: "${job.repository}" } }
encryption: none
jobs: { slow: { source: { type: command, run: [sh, -c, "${script}"], media-type: text/plain }, to: [local] } }
`,
  )
  return job
}

const leaseOf = (job: Job) =>
  JSON.parse(readFileSync(job.path('repository', 'leases', 'job~slow.json'), 'utf8')) as { state: string }

describe('a step that is cancelled', () => {
  it('stops, lets its lease go, and still says everything', async () => {
    const job = await slowJob()
    const step = job.start('backup')
    await waitForFile(job.path('started'))
    expect(leaseOf(job).state).toBe('held')
    step.child.kill('SIGINT')
    const result = await step.ended
    expect(result).toMatchObject({
      exitCode: 130,
      outputs: { status: 'cancelled', 'exit-code': '130', ids: '[]' },
    })
    expect(result.results.errors).toMatchObject([{ code: 'interrupted' }])
    expect(result.summary).toContain('### ⏹️ Backup: cancelled')
    expect(leaseOf(job).state).toBe('free')
  })
})

describe('post', () => {
  it('gives back what a main step that was killed held, as often as it runs', async () => {
    const job = await slowJob()
    const step = job.start('backup')
    await waitForFile(job.path('started'))
    step.child.kill('SIGKILL')
    const killed = await step.ended
    expect(leaseOf(job).state).toBe('held')
    expect(readdirSync(job.temporary)).toHaveLength(1)
    expect(killed.state.finished).toBeUndefined()
    const post = await job.post('backup', killed)
    expect(post).toMatchObject({ exitCode: 0, outputs: {}, summary: '' })
    expect(post.log).toContain('the step was killed: 1 lease released')
    expect(leaseOf(job).state).toBe('free')
    expect(readdirSync(job.temporary)).toEqual([])
    const again = await job.post('backup', killed)
    expect(again.exitCode).toBe(0)
    expect(again.log).toContain('0 leases released')
  })

  it('leaves the lease of another run alone', async () => {
    const job = await slowJob()
    const step = job.start('backup')
    await waitForFile(job.path('started'))
    const busy = await job.run('backup', { 'on-busy': 'fail' })
    expect(busy).toMatchObject({ exitCode: 6, outputs: { status: 'busy' } })
    const skipped = await job.run('backup', { 'on-busy': 'skip' })
    expect(skipped).toMatchObject({ exitCode: 0, outputs: { status: 'success', ids: '[]' } })
    expect(skipped.summary).toContain('skipped: another run holds it')
    const post = await job.post('backup', busy, {}, { ...busy.state, finished: '' })
    expect(post.log).toContain('0 leases released')
    expect(leaseOf(job).state).toBe('held')
    const waiting = job.start('backup')
    writeFileSync(job.path('go'), '')
    expect((await step.ended).exitCode).toBe(0)
    expect((await waiting.ended).exitCode).toBe(0)
  })

  it('does nothing but tidy up after a step that came to its end, and never fails', async () => {
    const job = await newJob()
    job.configure()
    const step = await job.run('backup')
    expect(existsSync(step.outputs['results-file'] ?? '')).toBe(true)
    const post = await job.post('backup', step)
    expect(post).toMatchObject({ exitCode: 0, log: '' })
    expect(readdirSync(job.temporary)).toEqual([])
    const bad = await job.post('backup', step, { nonsense: 'x' }, { ...step.state, finished: '' })
    expect(bad.exitCode).toBe(0)
    // A runner that keeps no state must not have the backup made again.
    expect(await job.post('backup', step, {}, {})).toMatchObject({ exitCode: 0, log: '', outputs: {} })
    expect(bad.log).toContain('leases were left to run out by themselves: input-invalid')
  })
})
