import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listener } from '../../services/listener.ts'
import { newJob } from './step.ts'

describe('the backup action', () => {
  it('backs up the jobs of the configuration and says so in outputs and summary', async () => {
    const job = await newJob()
    job.configure()
    const step = await job.run('backup', { tag: 'release, nightly', 'on-busy': '', jobs: '' })
    expect(step).toMatchObject({ exitCode: 0, annotations: [] })
    const { id = '' } = step.outputs
    expect(id).toMatch(/^\d{8}T\d{6}Z-L0-[a-z2-7]{6}$/)
    expect(step.outputs).toMatchObject({ status: 'success', 'exit-code': '0', ids: JSON.stringify([id]) })
    expect(Number(step.outputs['stored-bytes'])).toBeGreaterThan(500)
    expect(Number(step.outputs['duration-seconds'])).toBeGreaterThan(0)
    expect(step.results).toMatchObject({
      command: 'backup',
      status: 'success',
      results: [{ job: 'tree', id, level: 0 }],
    })
    expect(JSON.parse(readFileSync(step.outputs['results-file'] ?? '', 'utf8'))).toEqual(step.results)
    expect(step.summary).toContain('### ✅ Backup')
    expect(step.summary).toContain(`\`${id}\`<br>full`)
    expect(existsSync(job.path('repository', 'manifests', 'tree', `${id}.json`))).toBe(true)
    expect(step.state.finished).toBe('true')
  })

  it('tells notifiers, whose URLs are masked, and goes on when they cannot be told', async () => {
    const job = await newJob()
    const hook = await listener(({ path }) => ({ status: path.includes('refusing') ? 500 : 200 }))
    const url = (name: string) => `${hook.url}/services/${name}`
    const config = `version: 1
destinations: { local: { type: filesystem, path: ${job.repository} } }
encryption: { recipients: [${job.keys.recipient}] }
notifiers:
  good: { type: webhook, url: "\${HOOK}", on: [success] }
  bad: { type: slack, url: "\${REFUSING}", on: [success] }
jobs: { home: { source: { type: directory, path: "${job.source}" }, to: [local], notify: [good, bad] } }
`
    const env = `HOOK=${url('listening')}\nREFUSING=${url('refusing')}`
    const run = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/backups',
      GITHUB_RUN_ID: '7',
    }
    const step = await job.run('backup', { config, env }, run)
    expect(step.exitCode).toBe(0)
    expect(step.log).toContain(`::add-mask::${url('refusing')}\n`)
    expect(step.results.warnings).toMatchObject([
      { code: 'notification-failed', message: 'the notifier bad was not told: it answered 500' },
    ])
    expect(hook.json()[0]).toMatchObject({ run: { url: 'https://github.com/acme/backups/actions/runs/7' } })
    expect(hook.heard).toHaveLength(2)
  })

  it('works without a configuration, and builds on what was there', async () => {
    const job = await newJob()
    const inputs = {
      source: `home=${job.source}`,
      destination: job.repository,
      recipients: job.keys.recipient,
    }
    const first = await job.run('backup', inputs)
    const second = await job.run('backup', { ...inputs, compression: 'gzip:9' })
    expect([first.exitCode, second.exitCode]).toEqual([0, 0])
    expect(second.results.results).toMatchObject([{ job: 'home', level: 1, parent: first.outputs.id }])
    expect(second.summary).toContain('first of level 1')
  })

  it('takes inline YAML, variables of env, and writes the results where it is told to', async () => {
    const job = await newJob()
    const config = `version: 1
destinations: { local: { type: filesystem, path: "\${PLACE}" } }
encryption: { passphrase: "\${PHRASE}" }
jobs: { home: { source: { type: directory, path: "${job.source}" }, to: [local] } }
`
    const env = `PLACE=${job.repository}\nPHRASE=correct horse battery\nSHORT=abc\nUSE_TOKEN=true\nEMPTY=`
    const step = await job.run('backup', { config, env, 'results-file': 'out.json', summary: 'false' })
    expect(step.exitCode).toBe(0)
    expect(step.log).toContain('::add-mask::correct horse battery\n')
    expect(step.log).not.toContain('::add-mask::abc')
    expect(step.results.warnings).toMatchObject([{ code: 'short-secret' }])
    expect(step.annotations).toEqual([expect.stringContaining('SHORT has fewer than 6 characters')])
    expect(step.outputs['results-file']).toBe(job.path('workspace', 'out.json'))
    expect(existsSync(job.path('workspace', 'out.json'))).toBe(true)
    expect(step.summary).toBe('')
  })

  it('sets every output and explains itself when it fails', async () => {
    const job = await newJob()
    job.configure([`guards: { min-size: { limit: 10GiB, then: fail } }`])
    const step = await job.run('backup')
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({
      status: 'failed',
      'exit-code': '1',
      id: '',
      ids: '[]',
      'stored-bytes': '0',
    })
    expect(step.results.errors).toMatchObject([{ code: 'backup-too-small' }])
    expect(step.annotations).toHaveLength(1)
    expect(step.annotations[0]).toMatch(
      /^::error title=Holdfast%3A backup-too-small::job tree stored .*%0ALook whether/,
    )
    expect(step.summary).toMatch(/^### ❌ Backup: failed\n\n- ❌ job tree stored/)
    expect(step.summary).toContain('→ Look whether the source is really that small')
  })

  it('tells of a job that is not due, unless it is forced', async () => {
    const job = await newJob()
    job.configure(['every: 24h'])
    await job.run('backup')
    const again = await job.run('backup', { due: 'true' })
    expect(again.outputs).toMatchObject({ status: 'success', ids: '[]', id: '' })
    expect(again.summary).toContain('not due yet')
    const forced = await job.run('backup', { due: 'true', force: 'true' })
    expect(JSON.parse(forced.outputs.ids ?? '')).toHaveLength(1)
  })

  it('fails on warnings where it is told to', async () => {
    const job = await newJob()
    job.configure()
    const step = await job.run('backup', { 'fail-on-warning': 'true', env: 'A=b' })
    expect(step.outputs).toMatchObject({ status: 'failed', 'exit-code': '1' })
    expect(step.outputs.id).not.toBe('')
    expect(step.results.errors).toMatchObject([{ code: 'failed-on-warning' }])
    expect((await job.run('backup', { 'fail-on-warning': 'true' })).exitCode).toBe(0)
  })
})

describe('the backup action refuses', () => {
  it.each([
    ['the workspace', 'workspace'],
    ['RUNNER_TEMP', 'temporary'],
  ])('a destination inside %s, by whatever way', async (what, directory) => {
    const job = await newJob()
    symlinkSync(job.path(directory), job.path('elsewhere'))
    const inputs = { source: job.source, recipients: job.keys.recipient }
    for (const destination of [job.path(directory, 'backups'), job.path('elsewhere', 'deep', 'backups')]) {
      const step = await job.run('backup', { ...inputs, destination })
      expect(step).toMatchObject({ exitCode: 7, outputs: { status: 'refused' } })
      expect(step.results.errors).toMatchObject([{ code: 'destination-in-workspace' }])
      expect(step.results.errors[0]?.message).toContain(`inside ${what}: the next checkout wipes it`)
      expect(existsSync(job.path(directory, 'backups'))).toBe(false)
    }
  })

  it('inputs that do not exist, exclude each other or have no configuration, and says what to do', async () => {
    const job = await newJob()
    const errors = async (inputs: Record<string, string>) => (await job.run('backup', inputs)).results.errors
    expect(await errors({ jbos: 'a' })).toMatchObject([
      { code: 'input-invalid', message: 'there is no input jbos; did you mean jobs?' },
    ])
    const [missing] = await errors({})
    expect(missing).toMatchObject({ code: 'checkout-missing' })
    expect(missing?.hint).toContain('- uses: actions/checkout@v7')
    mkdirSync(job.path('workspace', 'src'))
    expect(await errors({})).toMatchObject([{ code: 'config-not-found' }])
    expect(await errors({ source: job.source })).toMatchObject([{ message: 'source needs a destination' }])
    expect(await errors({ source: job.source, destination: job.repository })).toMatchObject([
      { code: 'recipient-missing' },
    ])
    job.configure()
    const both = { source: job.source, config: 'holdfast.yml', destination: job.repository }
    expect(await errors(both)).toMatchObject([{ message: 'config and source exclude each other' }])
    expect(await errors({ compression: 'zstd' })).toMatchObject([{ code: 'input-invalid' }])
    expect(await errors({ env: 'NOT A LINE' })).toMatchObject([
      { message: 'line 1 of the input env is not NAME=value' },
    ])
  })

  it('a configuration that is wrong, at the very line', async () => {
    const job = await newJob()
    job.configure(['retenshun: {}'])
    const step = await job.run('backup')
    expect(step.exitCode).toBe(2)
    expect(step.annotations[0]).toMatch(
      /^::error title=Holdfast%3A config-invalid,file=holdfast.yml,line=8::/,
    )
  })
})

describe('the backup action says what is wrong', () => {
  it('with HOLDFAST_NOW, with a file that cannot be written, and with all variables at once', async () => {
    const job = await newJob()
    job.configure()
    const late = await job.run('backup', {}, { HOLDFAST_NOW: 'tomorrow' })
    expect(late.results.errors).toMatchObject([{ code: 'usage' }])
    const unwritable = await job.run('backup', { 'results-file': 'no/such/folder/r.json' })
    expect(unwritable).toMatchObject({ exitCode: 1, outputs: { status: 'failed' } })
    expect(unwritable.results.errors).toMatchObject([{ code: 'target-unwritable' }])
    expect(unwritable.outputs.id).not.toBe('')
    const config = `version: 1
destinations: { local: { type: filesystem, path: "\${PLACE}" } }
encryption: none
jobs: { home: { source: { type: directory, path: "\${SOURCE}" }, to: [local] } }
`
    const [missing] = (await job.run('backup', { config })).results.errors
    expect(missing?.code).toBe('config-variable-missing')
    expect(missing?.hint).toContain('PLACE: ${{ secrets.PLACE }}')
    expect(missing?.hint).toContain('SOURCE: ${{ secrets.SOURCE }}')
  })
})
