import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { head, lint, repository } from './repository.ts'

const s3 = 'destinations: {offsite: {type: s3, bucket: b, role-arn: "${HOLDFAST_ROLE_ARN:-}"}}\n'
const home = 'source: {type: directory, path: /srv/home}, to: [offsite], every: 24h'
const oneRunner = `${head}${s3}jobs: {home: {${home}, runner: [self-hosted, db-1]}}\n`

describe('workflows --write', () => {
  it('writes what one runner needs, and actionlint finds nothing in it', async () => {
    const site = await repository(oneRunner)
    const ran = await site.run('write')
    expect(ran).toMatchObject({ exitCode: 0, told: [] })
    expect(site.names()).toEqual(['backup.yml', 'cleanup.yml', 'doctor.yml', 'restore-drill.yml'])
    for (const name of site.names()) expect(site.read(name)).toMatchSnapshot(name)
    expect(lint(site.root)).toBe('')
  })

  it('gives each step the variables that it reads, and no others', async () => {
    const site = await repository(`${head}
destinations:
  offsite: {type: s3, bucket: "\${BUCKET:-b}", access-key-id: "\${KEY_ID}", secret-access-key: "\${KEY:-}"}
signing: {key: "\${HOLDFAST_SIGNING_KEY:-}"}
jobs: {app: {source: {type: command, run: [dump, "\${DUMP_TOKEN}", "\${HOME}"]}, to: [offsite], runner: x}}
`)
    await site.run('write')
    const lines = (name: string) => site.read(name).match(/(?<=^ +)\w+: \$\{\{ (?:secrets|vars)\.\w+ \}\}$/gm)
    const store = ['BUCKET: ${{ vars.BUCKET }}', 'KEY_ID: ${{ secrets.KEY_ID }}', 'KEY: ${{ secrets.KEY }}']
    const signing = 'HOLDFAST_SIGNING_KEY: ${{ secrets.HOLDFAST_SIGNING_KEY }}'
    expect(lines('backup.yml')).toEqual(['DUMP_TOKEN: ${{ secrets.DUMP_TOKEN }}', ...store, signing])
    expect(lines('cleanup.yml')).toEqual(store)
    expect(lines('restore-drill.yml')?.sort()).toEqual(
      [
        'DUMP_TOKEN: ${{ secrets.DUMP_TOKEN }}',
        ...store,
        'HOLDFAST_IDENTITY: ${{ secrets.HOLDFAST_IDENTITY }}',
        signing,
      ].sort(),
    )
    expect(site.read('backup.yml')).not.toContain('id-token')
    expect(lint(site.root)).toBe('')
  })

  it('asks for the credentials of the default chain where the runner is of GitHub', async () => {
    const site = await repository(`${head}
destinations: {offsite: {type: s3, bucket: b}, blobs: {type: azure, account: acme, container: backup}}
jobs: {home: {source: {type: directory, path: .}, to: [offsite, blobs], runner: [self-hosted, x]}}
`)
    const { results } = await site.run('write')
    expect(site.read('backup.yml')).not.toContain('AWS_ACCESS_KEY_ID')
    expect(site.read('cleanup.yml')).toContain('AWS_ACCESS_KEY_ID: ${{ secrets.AWS_ACCESS_KEY_ID }}')
    expect(site.read('cleanup.yml')).toContain('AZURE_CLIENT_ID: ${{ secrets.AZURE_CLIENT_ID }}')
    expect(results.find(({ file }) => file.endsWith('cleanup.yml'))?.commands).toContain(
      'gh secret set AWS_ACCESS_KEY_ID --env holdfast-cleanup',
    )
  })

  it('signs in with OIDC only where a destination does', async () => {
    const azure = 'type: azure, account: acme, container: backup'
    const site = await repository(`${head}
destinations: {a: {${azure}, tenant-id: t, client-id: c}, b: {${azure}, sas: "\${SAS}"}}
jobs: {home: {source: {type: directory, path: .}, to: [b], runner: x}}
`)
    await site.run('write')
    expect(site.read('backup.yml')).not.toContain('id-token')
    // doctor looks at every destination there is.
    expect(site.read('doctor.yml')).toContain('id-token: write')
  })

  it('keeps cleanup and drills with the machine that has the only destination', async () => {
    const site = await repository(`${head}
destinations: {disk: {type: filesystem, path: /backups}, offsite: {type: s3, bucket: b, role-arn: "\${R}"}}
defaults: {source: {type: directory, path: .}, runner: [self-hosted, nas]}
jobs: {local: {to: [disk]}, both: {to: [disk, offsite]}, far: {to: [offsite]}}
`)
    await site.run('write')
    const jobs = (name: string) =>
      site
        .read(name)
        .match(/(?<=^ +(?:runs-on|jobs|destination): ).+$/gm)
        ?.map((line) => line.split(' #')[0]?.trim())
    expect(jobs('cleanup.yml')).toEqual(['[self-hosted, nas]', 'local,both', 'ubuntu-latest', 'far'])
    expect(jobs('restore-drill.yml')).toEqual([
      '[self-hosted, nas]',
      'local',
      'ubuntu-latest',
      'both',
      'offsite',
      'ubuntu-latest',
      'far',
    ])
    expect(site.read('restore-drill.yml')).not.toContain('inputs.id')
    expect(lint(site.root)).toBe('')
  })

  it('plans a fleet where there are several runners, and takes away what one runner had', async () => {
    const site = await repository(oneRunner)
    await site.run('write')
    site.write(
      'holdfast.yml',
      `${head}${s3}defaults: {${home}}
jobs:
  home: {runner: [self-hosted, db-1], environment: prod-db-1}
  web: {runner: [self-hosted, web-1], environment: "prod web"}
`,
    )
    const ran = await site.run('write', {})
    expect(ran.results.map(({ file, status }) => [file.replace(/.*\//, ''), status])).toEqual([
      ['fleet.yml', 'written'],
      ['doctor.yml', 'written'],
      ['cleanup.yml', 'unchanged'],
      ['restore-drill.yml', 'unchanged'],
      ['backup.yml', 'removed'],
    ])
    expect(site.read('fleet.yml')).toMatchSnapshot('fleet.yml')
    expect(site.read('doctor.yml')).toMatchSnapshot('fleet doctor.yml')
    expect(lint(site.root)).toBe('')
    expect(ran.results[0]?.commands).toContain("gh variable set HOLDFAST_ROLE_ARN --env 'prod web'")
  })

  it('plans a fleet of more than 256 runners in parts', async () => {
    const jobs = Array.from({ length: 257 }, (_, index) => `  j${index}: {runner: host-${index}}\n`).join('')
    const site = await repository(`${head}${s3}defaults: {${home}}\njobs:\n${jobs}`)
    await site.run('write')
    expect(site.read('fleet.yml').match(/(?<=^ +part: )\d$/gm)).toEqual(['1', '2'])
    expect(site.read('fleet.yml')).toContain('fromJSON(needs.plan-2.outputs.matrix)')
    expect(lint(site.root)).toBe('')
  })

  it('gives the plan the variables that say where jobs run', async () => {
    const site = await repository(`${head}${s3}defaults: {${home}}
jobs: {a: {runner: [self-hosted, "\${HOST_LABEL:-a}"], every: "\${EVERY:-6h}"}, b: {runner: b}}
`)
    await site.run('write')
    const [plan = ''] = site.read('fleet.yml').split('\n  backup:\n')
    expect(plan).toContain('env:\n          HOST_LABEL: ${{ vars.HOST_LABEL }}\n')
    expect(plan).not.toContain('EVERY')
    expect(lint(site.root)).toBe('')
  })

  it('runs as often as the most impatient job wants it', async () => {
    const site = await repository(oneRunner)
    const crons = async (every: string, proof: string) => {
      const text = oneRunner.replace('every: 24h', `every: ${every}, verify: {every: ${proof}}`)
      site.write('holdfast.yml', text)
      await site.run('write')
      return ['backup.yml', 'restore-drill.yml'].map((name) => /cron: "(.+)"/.exec(site.read(name))?.[1])
    }
    expect(await crons('30m', '1d')).toEqual(['7,22,37,52 * * * *', '23 5 * * *'])
    expect(await crons('6h', '30d')).toEqual(['17 * * * *', '23 5 * * *'])
    site.write('holdfast.yml', oneRunner)
    await site.run('write')
    expect(site.read('restore-drill.yml')).toContain('cron: "23 5 * * 0"')
  })

  it('names a configuration that lies elsewhere, and finds the root of the repository', async () => {
    const site = await repository(oneRunner, 'ops/my backup/holdfast.yml')
    await site.run('write')
    expect(site.read('backup.yml')).toContain('config: ops/my backup/holdfast.yml')
    expect(site.read('doctor.yml')).toContain("--config 'ops/my backup/holdfast.yml'")
    expect(lint(site.root)).toBe('')
  })

  it('keeps what it was told, in the files', async () => {
    const site = await repository(oneRunner.replace(', runner: [self-hosted, db-1]', ''))
    await expect(site.run('write')).rejects.toMatchObject({ code: 'usage' })
    await site.run('write', {
      actions: 'acme/holdfast@0123456789012345678901234567890123456789',
      runner: ['self-hosted', 'a=b'],
      cleanupRunner: ['self-hosted'],
      drillRunner: ['self-hosted', 'drills'],
    })
    expect(site.read('backup.yml')).toContain('runs-on: [self-hosted, "a=b"]')
    expect(site.read('backup.yml')).toContain(
      'acme/holdfast/actions/backup@0123456789012345678901234567890123456789',
    )
    expect(site.read('cleanup.yml')).toMatch(/runs-on: self-hosted\n/)
    expect(site.read('restore-drill.yml')).toMatch(/runs-on: \[self-hosted, drills\]\n/)
    expect(await site.run('check', {})).toMatchObject({ exitCode: 0, errors: [] })
    await site.run('write', { runner: ['self-hosted', 'other'] })
    expect(site.read('backup.yml')).toContain('--runner self-hosted,other --drill-runner self-hosted,drills')
  })

  it('takes the owner of the repository where nobody says whose actions, and says so', async () => {
    const site = await repository(oneRunner)
    expect((await site.run('write', {})).told).toEqual(['actions-guessed'])
    expect(site.read('backup.yml')).toContain('uses: acme/holdfast/actions/backup@v1')
    site.write('.git/config', '[core]\n')
    expect((await site.run('check', {})).told).toEqual([])
    const other = await repository(oneRunner)
    other.write('.git/config', '[core]\n')
    await expect(other.run('write', {})).rejects.toMatchObject({ code: 'usage' })
  })

  it('leaves alone what somebody else wrote', async () => {
    const site = await repository(oneRunner)
    site.write('.github/workflows/ci.yml', 'name: CI\n')
    await site.run('write')
    expect(site.read('ci.yml')).toBe('name: CI\n')
    expect(lint(site.root)).toContain('"on" section is missing')
    site.write('.github/workflows/backup.yml', 'name: mine\n')
    await expect(site.run('write')).rejects.toMatchObject({ code: 'target-not-empty' })
    expect(site.read('backup.yml')).toBe('name: mine\n')
  })

  it('warns of files that a checkout does not have, and drills databases on runners of GitHub, ZFS where it is', async () => {
    const site = await repository(`version: 1
encryption: {recipients: [age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p], identity-file: keys/identity.txt}
signing: {key: "\${file:keys/backup-signing.key}"}
${s3}jobs: {tank: {source: {type: zfs, dataset: tank/home}, to: [offsite], runner: x}, db: {source: {type: postgres, url: "\${DATABASE_URL}"}, to: [offsite], runner: x}}
`)
    const { told } = await site.run('write')
    expect(told).toContain('files-not-in-checkout')
    const drills = parse(site.read('restore-drill.yml')).jobs as Record<string, { 'runs-on': string }>
    expect(Object.values(drills).map((job) => job['runs-on'])).toEqual(['x', 'ubuntu-latest'])
  })

  it('refuses a fleet in which a job names no runner', async () => {
    const site = await repository(`${head}${s3}defaults: {${home}}\njobs: {a: {runner: x}, b: {}}\n`)
    await expect(site.run('write', { actions: 'a/b@v1', runner: ['y'] })).rejects.toMatchObject({
      code: 'config-invalid',
    })
    await expect(site.run('write', { actions: 'nonsense' })).rejects.toMatchObject({ code: 'usage' })
  })
})

describe('workflows --check', () => {
  it('writes nothing, and shows what writing would change', async () => {
    const site = await repository(oneRunner)
    const missing = await site.run('check')
    expect(site.names()).toEqual([])
    expect(missing.exitCode).toBe(1)
    expect(missing.results.map(({ status }) => status)).toEqual(['missing', 'missing', 'missing', 'missing'])
    expect(missing.errors.map(({ code }) => code)).toEqual(['workflows-differ'])

    await site.run('write')
    expect(await site.run('check', {})).toMatchObject({ exitCode: 0, errors: [] })
    site.write('.github/workflows/backup.yml', site.read('backup.yml').replace('720', '30'))
    site.write('.github/workflows/fleet.yml', site.read('cleanup.yml'))
    const { results, errors } = await site.run('check', {})
    expect(results.filter(({ status }) => status !== 'unchanged')).toMatchObject([
      {
        status: 'differs',
        diff: expect.arrayContaining([
          "-     timeout-minutes: 30              # GitHub's default kills a run after 6 hours",
          "+     timeout-minutes: 720              # GitHub's default kills a run after 6 hours",
        ]),
      },
      { status: 'obsolete' },
    ])
    expect(errors[0]?.message).toContain('backup.yml differs')
  })

  it('does not mind line ends of another system', async () => {
    const site = await repository(oneRunner)
    await site.run('write')
    for (const name of site.names()) {
      site.write(`.github/workflows/${name}`, site.read(name).replaceAll('\n', '\r\n'))
    }
    expect((await site.run('check', {})).exitCode).toBe(0)
  })
})
