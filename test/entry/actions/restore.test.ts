import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { backedUp } from './backed-up.ts'
import { newJob } from './step.ts'

describe('the restore-verify action', () => {
  it('drills the newest unproven backup and shows the proof', async () => {
    const { job, ids } = await backedUp()
    const step = await job.run('restore-verify', { jobs: 'tree' })
    expect(step.outputs).toMatchObject({ status: 'success', id: ids[1], url: '', container: '' })
    expect(step.outputs.proof).toMatch(new RegExp(`^proofs/tree/${ids[1]}/`))
    expect(Number(step.outputs['restored-bytes'])).toBeGreaterThan(10_000)
    expect(Number(step.outputs['rto-seconds'])).toBeGreaterThan(0)
    const checks = JSON.parse(step.outputs.checks ?? '') as { result: string }[]
    expect(checks.length).toBeGreaterThan(0)
    expect(checks.every(({ result }) => result === 'passed')).toBe(true)
    expect(step.summary).toContain('### ✅ Restore drill')
    expect(step.summary).toContain(`- 🧾 proof \`${step.outputs.proof}\``)
    const chosen = await job.run('restore-verify', { id: ids[0] ?? '', depth: 'checksum' })
    expect(chosen.outputs).toMatchObject({ status: 'success', id: ids[0], proof: '' })
    expect(chosen.summary).toContain('### ✅ Verification')
  })

  it('fails a damaged backup with the reason', async () => {
    const { job } = await backedUp()
    const { results } = await job.run('restore-verify', { depth: 'exists' })
    const [{ id }] = results.results as [{ id: string }]
    const volume = execFileSync('find', [job.path('repository', 'data', 'tree', id), '-name', '00000000-*'], {
      encoding: 'utf8',
    })
    writeFileSync(volume.split('\n')[0] ?? '', 'rubbish')
    const step = await job.run('restore-verify', { id })
    expect(step).toMatchObject({ exitCode: 5, outputs: { status: 'unverified', id } })
    expect(step.annotations[0]).toMatch(/^::error title=Holdfast%3A verification-failed::/)
    expect(step.summary).toContain('### ❌ Restore drill: unverified')
  })

  it('refuses what only databases have, and an attestation that nobody could sign', async () => {
    const { job } = await backedUp()
    for (const input of ['image', 'service-url']) {
      const step = await job.run('restore-verify', { [input]: 'x' })
      expect(step.results.errors).toMatchObject([
        { code: 'usage', hint: expect.stringMatching(/scratch directory/) },
      ])
    }
    const both = await job.run('restore-verify', { image: 'x', 'service-url': 'y' })
    expect(both.results.errors).toMatchObject([{ code: 'usage', message: expect.stringContaining('both') }])
    const step = await job.run('restore-verify', { attest: 'true', keep: 'never' })
    expect(step.results.errors).toMatchObject([{ code: 'signing-key-missing' }])
  })
})

describe('the restore action', () => {
  it('restores to a directory, also from a destination and an identity alone', async () => {
    const { job, ids } = await backedUp()
    const step = await job.run('restore', { to: job.path('restored') })
    expect(step.outputs).toMatchObject({ status: 'success' })
    expect(Number(step.outputs['restored-bytes'])).toBeGreaterThan(10_000)
    expect(readFileSync(job.path('restored', 'more.txt'), 'utf8')).toBe('more\n')
    const bare = await newJob()
    const identity = readFileSync(job.path('keys', 'identity.txt'), 'utf8')
    const first = await bare.run(
      'restore',
      { destination: job.repository, id: ids[0] ?? '', to: bare.path('out') },
      { HOLDFAST_IDENTITY: identity },
    )
    expect(first).toMatchObject({ exitCode: 0, results: { results: [{ id: ids[0] }] } })
    const again = await bare.run(
      'restore',
      { destination: job.repository, jobs: 'tree', to: bare.path('out') },
      { HOLDFAST_IDENTITY: identity },
    )
    expect(again.results.errors).toMatchObject([{ code: 'target-not-empty' }])
  })

  it('needs one job and a place', async () => {
    const job = await newJob()
    job.configure()
    const message = async (inputs: Record<string, string>) =>
      (await job.run('restore', inputs)).results.errors[0]?.message
    expect(await message({})).toBe('input to is missing')
    expect(await message({ to: '-' })).toBe('an action cannot restore to its own output')
    expect(await message({ to: 'x', jobs: 'a,b' })).toBe('restore takes one job')
  })
})
