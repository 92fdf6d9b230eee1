import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
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
    const env = `PLACE=${job.repository}\nPHRASE=correct horse battery\nSHORT=abc`
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

describe('secrets', () => {
  const password = 'Tr0ub4dor&3 "quoted"'

  it('are masked before the first line and appear nowhere else', async () => {
    const job = await newJob()
    const url = `postgres://backup-user:${encodeURIComponent(password)}@db.example.org/accounts`
    const step = await job.run(
      'backup',
      {
        config: `version: 1
destinations: { local: { type: filesystem, path: "${job.repository}" } }
encryption: { recipients: [${job.keys.recipient}], state-identity: "\${HOLDFAST_STATE_IDENTITY}" }
jobs: { db: { source: { type: postgres, url: "\${URL_OF_DB}" }, to: [local] } }
`,
      },
      {
        URL_OF_DB: url,
        MY_PASSWORD: password,
        HOLDFAST_STATE_IDENTITY: readFileSync(job.path('keys', 'state-identity.txt'), 'utf8'),
        RUNNER_DEBUG: '1',
      },
    )
    expect(step.results.errors).toMatchObject([{ code: 'driver-not-built' }])
    const lines = step.log.split('\n')
    const masks = lines.filter((line) => line.startsWith('::add-mask::'))
    const said = lines.filter((line) => !line.startsWith('::add-mask::'))
    expect(lines.slice(0, masks.length)).toEqual(masks)
    // The runner undoes the escapes of a command.
    const masked = masks.map((line) => decodeURIComponent(line.slice('::add-mask::'.length)))
    expect(masked).toEqual(expect.arrayContaining([url, password, encodeURIComponent(password)]))
    expect(masked.some((text) => text.startsWith('AGE-SECRET-KEY-'))).toBe(true)
    for (const open of ['backup-user', 'db.example.org', 'accounts']) expect(masked).not.toContain(open)
    const shown = [...said, step.summary, ...Object.values(step.outputs)].join('\n')
    for (const secret of [url, password, encodeURIComponent(password), 'AGE-SECRET-KEY-']) {
      expect(shown).not.toContain(secret)
    }
  })

  it('that a run makes for itself are not even told the runner', async () => {
    const job = await newJob()
    job.configure()
    const step = await job.run('backup')
    const identity = readFileSync(job.path('keys', 'identity.txt'), 'utf8')
      .split('\n')
      .find((line) => line.startsWith('AGE'))
    const keys = step.log.split('\n').filter((line) => line.includes('AGE-SECRET-KEY-'))
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.filter((line) => !line.includes(identity ?? '-'))).toEqual([])
  })
})

describe('the log', () => {
  it('holds no command that a file name would be', async () => {
    const job = await newJob()
    const evil = '::set-output name=status::hacked'
    writeFileSync(job.path('source', `a\n${evil}`), 'x')
    job.configure([`hooks: { before: [sh, -c, "echo '##[error]x' >&2; echo '${evil}' >&2; exit 1"] }`])
    const step = await job.run('backup', {}, { RUNNER_DEBUG: '1' })
    expect(step.results.errors).toMatchObject([{ code: 'hook-failed' }])
    const commands = step.log.split('\n').filter((line) => /^\s*::|##\[/.test(line))
    expect(commands.filter((line) => !/^::(add-mask|error title)/.test(line))).toEqual([])
    expect(step.outputs.status).toBe('failed')
  })
})
