import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newJob } from './step.ts'

describe('secrets', () => {
  const password = 'Tr0ub4dor&3 "quoted"'

  it('are masked before the first line and appear nowhere else', async () => {
    const job = await newJob()
    const url = `postgres://backup-user:${encodeURIComponent(password)}@db.invalid/accounts`
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
    expect(step.results.errors).toMatchObject([{ code: 'database-unreachable' }])
    const lines = step.log.split('\n')
    const masks = lines.filter((line) => line.startsWith('::add-mask::'))
    const said = lines.filter((line) => !line.startsWith('::add-mask::'))
    expect(lines.slice(0, masks.length)).toEqual(masks)
    // The runner undoes the escapes of a command.
    const masked = masks.map((line) => decodeURIComponent(line.slice('::add-mask::'.length)))
    expect(masked).toEqual(expect.arrayContaining([url, password, encodeURIComponent(password)]))
    expect(masked.some((text) => text.startsWith('AGE-SECRET-KEY-'))).toBe(true)
    for (const open of ['backup-user', 'db.invalid', 'accounts']) expect(masked).not.toContain(open)
    const shown = [...said, step.summary, ...Object.values(step.outputs)].join('\n')
    for (const secret of [url, password, encodeURIComponent(password), 'AGE-SECRET-KEY-']) {
      expect(shown).not.toContain(secret)
    }
  })

  it('in the URLs of sources and of any variable are masked', async () => {
    const job = await newJob()
    const inputs = {
      source: 'db=mysql://root:s3cr3t-pass@db/shop',
      destination: job.repository,
      recipients: job.keys.recipient,
    }
    const step = await job.run('backup', inputs, { HTTPS_PROXY: 'http://me:proxy-pass@proxy:8080' })
    for (const text of ['s3cr3t-pass', 'proxy-pass', 'mysql://root:s3cr3t-pass@db/shop']) {
      expect(step.log).toContain(`::add-mask::${text}\n`)
    }
    expect(step.log).not.toMatch(/::add-mask::(root|db|shop|proxy|me)\n/)
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
