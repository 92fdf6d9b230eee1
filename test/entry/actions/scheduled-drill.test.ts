import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { comesDaily } from '../../../src/entry/actions/host/schedule.ts'
import { type GithubServer, startGithub } from '../../services/github-api.ts'
import { backedUp } from './backed-up.ts'
import { type Job, newJob } from './step.ts'

const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** What a runner says of a schedule that it runs for. */
function onSchedule(job: Job, cron: string) {
  writeFileSync(job.path('event.json'), JSON.stringify({ schedule: cron }))
  return { GITHUB_EVENT_NAME: 'schedule', GITHUB_EVENT_PATH: job.path('event.json') }
}

describe('restore-verify on a schedule', { timeout: 120_000 }, () => {
  it('takes what is due where it comes daily, and everything where it comes on some days only', async () => {
    const { job, ids } = await backedUp(['verify: {every: 7d}'])
    const daily = onSchedule(job, '23 5 * * *')
    const first = await job.run('restore-verify', {}, daily)
    expect(first.outputs).toMatchObject({ status: 'success', id: ids[1] })
    const waits = await job.run('restore-verify', {}, daily)
    expect(waits.outputs).toMatchObject({
      status: 'success',
      'exit-code': '0',
      id: '',
      proof: '',
      checks: '[]',
    })
    expect(waits.results.results).toMatchObject([{ job: 'tree', destination: 'local', status: 'not-due' }])
    expect(waits.summary).toContain('### ✅ Restore drill')
    expect(waits.summary).toMatch(
      /\| 💤 \| tree \| local \| not due yet \| last passed .*, wanted every 7 d \|/,
    )
    const weekly = await job.run('restore-verify', {}, onSchedule(job, '23 5 * * 0'))
    expect(weekly.outputs).toMatchObject({ status: 'success', id: ids[0] })
    const asked = await job.run('restore-verify', { id: ids[1] ?? '' }, daily)
    expect(asked.outputs).toMatchObject({ status: 'success', id: ids[1] })
    // Both are proven by now: the one whose proof is older has its turn.
    const later8 = { ...daily, HOLDFAST_NOW: later(8) }
    expect((await job.run('restore-verify', {}, later8)).outputs).toMatchObject({
      status: 'success',
      id: ids[0],
    })
  })
})

describe('comesDaily', () => {
  it.each([
    ['23 5 * * *', true],
    ['17 * * * *', true],
    [' 7,22 */2  * * * ', true],
    ['23 5 * * 0', false],
    ['23 5 1 * *', false],
    ['23 5 * 6 *', false],
    ['23 5 * *', false],
    ['', false],
  ])('%j: %s', async (cron, wanted) => {
    const job = await newJob()
    expect(comesDaily(onSchedule(job, cron))).toBe(wanted)
    expect(comesDaily({ ...onSchedule(job, cron), GITHUB_EVENT_NAME: 'workflow_dispatch' })).toBe(false)
  })

  it('knows no schedule where the event says nothing', async () => {
    const job = await newJob()
    expect(comesDaily({ GITHUB_EVENT_NAME: 'schedule' })).toBe(false)
    expect(comesDaily({ GITHUB_EVENT_NAME: 'schedule', GITHUB_EVENT_PATH: job.path('none.json') })).toBe(
      false,
    )
    writeFileSync(job.path('event.json'), '{}')
    const empty = { GITHUB_EVENT_NAME: 'schedule', GITHUB_EVENT_PATH: job.path('event.json') }
    expect(comesDaily(empty)).toBe(false)
  })
})

describe('the watchdog', { timeout: 120_000 }, () => {
  let github: GithubServer
  beforeEach(async () => {
    github = await startGithub()
  })
  afterEach(() => github.close())

  it('tells of a drill that is overdue, whatever backups do, says it once, and closes its issue', async () => {
    const { job } = await backedUp(['verify: {every: 7d}'])
    const inputs = { issue: 'true', token: github.token }
    const at = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/shop' }
    const report = (days: number) => job.run('report', inputs, { ...at, HOLDFAST_NOW: later(days) })
    expect((await report(0)).outputs.status).toBe('stale')
    expect(github.issues).toMatchObject([{ state: 'open' }])
    expect(github.issues[0]?.body).toContain('tree at local is unproven (no drill of it has passed)')
    await job.run('restore-verify')
    expect((await report(0)).outputs.status).toBe('success')
    expect(github.issues).toMatchObject([{ state: 'closed' }])

    expect((await report(8.7)).outputs.status).toBe('success')
    expect((await report(8.8)).outputs.status).toBe('stale')
    await report(9.8)
    expect(github.issues).toMatchObject([{ state: 'closed' }, { state: 'open' }])
    expect(github.issues[1]?.body).toContain('no drill passed lately, wanted every 7 d')
    // Another day is no other reason, and nobody is told again.
    expect(github.comments.filter(({ issue }) => issue === 2)).toEqual([])
    await job.run('restore-verify', {}, { HOLDFAST_NOW: later(9.9) })
    await report(10)
    expect(github.issues).toMatchObject([{ state: 'closed' }, { state: 'closed' }])
  })
})
