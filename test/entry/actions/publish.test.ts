import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GithubServer, startGithub } from '../../services/github-api.ts'
import { backedUp } from './backed-up.ts'
import { newJob } from './step.ts'

let github: GithubServer

beforeEach(async () => {
  github = await startGithub()
})

afterEach(() => github.close())

const at = () => ({
  GITHUB_API_URL: github.url,
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_RUN_ID: '42',
})

describe('report with issue', () => {
  it('opens one issue, keeps it true, and closes it when all is well', async () => {
    const job = await newJob()
    job.configure(['every: 24h'])
    const inputs = { issue: 'true', token: github.token }
    const missing = await job.run('report', inputs, at())
    expect(missing.outputs.status).toBe('stale')
    expect(github.issues).toMatchObject([
      { title: 'Backups need attention', state: 'open', labels: ['holdfast'] },
    ])
    expect(github.issues[0]?.body).toContain('[The run](https://github.example/acme/shop/actions/runs/42)')
    expect(github.issues[0]?.body).toContain('is missing')

    await job.run('report', inputs, at())
    expect(github.issues).toHaveLength(1)
    expect(github.comments).toEqual([])

    await job.run('backup')
    const well = await job.run('report', inputs, at())
    expect(well.outputs.status).toBe('success')
    expect(github.issues).toMatchObject([{ state: 'closed' }])
    expect(github.comments).toMatchObject([{ issue: 1, body: expect.stringMatching(/^All is well again/) }])

    const late = { HOLDFAST_NOW: new Date(Date.now() + 3 * 86_400_000).toISOString() }
    await job.run('report', { ...inputs, issue: 'ops' }, { ...at(), ...late })
    expect(github.issues).toMatchObject([{ state: 'closed' }, { state: 'open', labels: ['ops'] }])
    expect(github.issues[1]?.body).toContain('is stale')
  })

  it('names the right that the token lacks', async () => {
    const stale = await newJob()
    stale.configure()
    const refused = await stale.run('report', { issue: 'true', token: 'ghs_another_token_of_ours' }, at())
    expect(refused.results.errors.at(-1)).toMatchObject({
      code: 'github-refused',
      message: expect.stringMatching(/^the API answered 403 to GET \/issues.*Resource not accessible/),
      hint: expect.stringContaining('issues: write'),
    })
    const lines = refused.log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
    expect(lines.join('\n')).not.toContain('ghs_another_token_of_ours')
  })
})

describe('report with comment', () => {
  it('keeps one comment of the pull request', async () => {
    const { job } = await backedUp()
    writeFileSync(job.path('event.json'), JSON.stringify({ pull_request: { number: 7 } }))
    const environment = { ...at(), GITHUB_EVENT_PATH: job.path('event.json') }
    for (let n = 0; n < 101; n++) github.comments.push({ id: n, issue: 7, body: `chatter ${n}` })
    const inputs = { comment: 'true', token: github.token }
    expect((await job.run('report', inputs, environment)).outputs.status).toBe('success')
    expect((await job.run('report', inputs, environment)).outputs.status).toBe('success')
    const ours = github.comments.filter(({ body }) => body.startsWith('<!-- holdfast: report -->'))
    expect(ours).toHaveLength(1)
    expect(ours[0]?.body).toContain('**tree**')
  })

  it('says that there is no pull request', async () => {
    const { job } = await backedUp()
    const step = await job.run('report', { comment: 'true', token: github.token }, at())
    expect(step.results.errors).toMatchObject([
      { code: 'input-invalid', hint: expect.stringContaining('pull_request') },
    ])
  })
})
