import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type S3Service, startMinio } from '../../services/s3.ts'
import { type Consumer, consumer, inPlaceOfAmazon, outcomeOf, outputOf, targetWorkflows } from './consumer.ts'

/** The configuration that belongs to the workflows, its database being a directory. */
const configOf = ({ recipient }: Consumer, home: string) => `version: 1
timezone: Europe/Berlin
destinations:
  offsite:
    type: s3
    bucket: acme-backups
    prefix: prod
    region: eu-central-1
    role-arn: \${HOLDFAST_ROLE_ARN:-}
encryption:
  recipients: [${recipient}]
  identity: \${HOLDFAST_IDENTITY}
defaults:
  to: [offsite]
  every: 24h
  levels: { 0: otherwise }
  retention: { keep-last: 1, require-proofs: 1 }
jobs:
  app-db: { source: { type: directory, path: "\${APP_DATABASE_URL}" } }
  home: { source: { type: directory, path: ${home} } }
`

let store: S3Service
let site: Consumer
let home: string

beforeAll(async () => {
  store = await startMinio()
  site = await consumer(targetWorkflows('backup.yml', 'cleanup.yml', 'restore-drill.yml', 'minimal.yml'))
  await inPlaceOfAmazon(store, 'acme-backups', site)
  home = site.directory('home', { 'letter.txt': 'dear diary\n'.repeat(1000), 'photos/cat.txt': 'cat' })
  site.secrets.APP_DATABASE_URL = site.directory('database', { 'rows.csv': 'a,1\nb,2\n' })
  site.space.write('holdfast.yml', configOf(site, home))
})
afterAll(async () => {
  await site?.remove()
  await store?.stop()
})

const idsOf = (text: string | undefined) => JSON.parse(text ?? 'null') as string[]
const results = async (...args: string[]) => (await site.holdfast(...args, '--json')).json.results

describe('the workflows that users should be able to write', { timeout: 60_000 }, () => {
  it('back up on schedule', async () => {
    const run = await site.run('backup.yml', { event: 'schedule', payload: { schedule: '17 2 * * *' } })
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { backup: 'success' } })
    expect(idsOf(outputOf(run, 'backup', 'ids'))).toHaveLength(2)
    expect(outputOf(run, 'backup', 'status')).toBe('success')
    expect(run.summaries.map(({ text }) => text).join()).toMatch(/\*\*app-db\*\*.*\n.*\*\*home\*\*/)
    expect(run.annotations).toEqual([])
    expect(run.log).not.toContain('AGE-SECRET-KEY')
    expect(await results('list')).toHaveLength(2)
  })

  it('back up by hand: with inputs one job, tagged; with empty inputs all', async () => {
    writeFileSync(join(home, 'letter.txt'), 'dear diary, today nothing happened\n')
    const inputs = { jobs: 'home', tag: 'before-release', force: 'true' }
    const one = await site.run('backup.yml', { event: 'workflow_dispatch', inputs })
    expect(outcomeOf(one)).toEqual({ exitCode: 0, jobs: { backup: 'success' } })
    const id = outputOf(one, 'backup', 'id')
    expect(await results('list', 'home')).toContainEqual(
      expect.objectContaining({ id, level: 0, tags: ['before-release'] }),
    )
    // Not forced, and all of today's are made.
    const empty = { jobs: '', tag: '', force: 'false' }
    const all = await site.run('backup.yml', { event: 'workflow_dispatch', inputs: empty })
    expect(outcomeOf(all)).toEqual({ exitCode: 0, jobs: { backup: 'success' } })
    expect(idsOf(outputOf(all, 'backup', 'ids'))).toEqual([])
  })

  it('drill a directory, and leave a proof', async () => {
    const run = await site.run('restore-drill.yml', { event: 'schedule', job: 'home' })
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { home: 'success' } })
    expect(outputOf(run, 'home', 'proof')).toMatch(/^proofs\/home\//)
    const backups = await results('list', 'home')
    expect(backups.filter(({ proven }) => proven).map(({ id }) => id)).toEqual([outputOf(run, 'home', 'id')])
    expect(run.summaries.map(({ text }) => text).join()).toContain('✅')
  })

  it('show what is superfluous before they delete it, and delete only what a proof allows', async () => {
    const before = await results('list')
    const dry = await site.run('cleanup.yml', { event: 'workflow_dispatch', inputs: { 'dry-run': 'true' } })
    expect(outcomeOf(dry)).toEqual({ exitCode: 0, jobs: { cleanup: 'success' } })
    expect(outputOf(dry, 'cleanup', 'deleted')).toBe('1')
    const text = dry.summaries.map((summary) => summary.text).join()
    expect(text).toContain('no proven restore yet')
    expect(text).toContain('proven 1 of 1')
    expect(await results('list')).toEqual(before)
    const real = await site.run('cleanup.yml', { event: 'schedule' })
    expect(outcomeOf(real)).toEqual({ exitCode: 0, jobs: { cleanup: 'success' } })
    expect(await results('list')).toHaveLength(before.length - 1)
  })

  it('restore what they backed up', async () => {
    const target = site.path('restored')
    expect((await site.holdfast('restore', 'home', '--to', target, '--yes')).exitCode).toBe(0)
    expect(readFileSync(join(target, 'letter.txt'), 'utf8')).toContain('nothing happened')
    expect(readFileSync(join(target, 'photos/cat.txt'), 'utf8')).toBe('cat')
  })

  it('back up without a configuration and without a check-out', async () => {
    const text = targetWorkflows('minimal.yml')['.github/workflows/minimal.yml'] ?? ''
    site.space.write(
      '.github/workflows/minimal.yml',
      text.replace('/srv/home', home).replace('/prod?', '/bare?'),
    )
    site.secrets.AWS_ACCESS_KEY_ID = store.accessKeyId
    site.secrets.AWS_SECRET_ACCESS_KEY = store.secretAccessKey
    const run = await site.run('minimal.yml', { event: 'schedule' })
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { backup: 'success' } })
    expect(idsOf(outputOf(run, 'backup', 'ids'))).toHaveLength(2)
    const found = await results('list', '--destination', 's3://acme-backups/bare?region=eu-central-1')
    expect(found.map(({ job }) => job).sort()).toEqual(['app-db', 'home'])
  })
})
