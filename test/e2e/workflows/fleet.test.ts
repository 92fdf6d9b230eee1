import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type S3Service, startMinio } from '../../services/s3.ts'
import { type Consumer, consumer, inPlaceOfAmazon, outcomeOf, outputOf, targetWorkflows } from './consumer.ts'

/** Several hosts, which are this one under two labels. `DATABASE_URL` is what the workflow gives each leg. */
const configOf = ({ recipient, directory }: Consumer) => `version: 1
destinations:
  offsite: { type: s3, bucket: acme-backups, prefix: prod, region: eu-central-1, role-arn: "\${HOLDFAST_ROLE_ARN:-}" }
encryption: { recipients: [${recipient}] }
defaults: { to: [offsite], every: 1h }
jobs:
  db: { source: { type: directory, path: "\${DATABASE_URL}" }, runner: [self-hosted, db-1], environment: prod-db-1 }
  mail: { source: { type: directory, path: ${directory('mail', { inbox: 'hello' })} }, runner: [self-hosted, db-1], environment: prod-db-1 }
  uploads: { source: { type: directory, path: ${directory('uploads', { 'cat.png': 'cat' })} }, runner: [self-hosted, web-1] }
`

let store: S3Service
let site: Consumer

beforeAll(async () => {
  store = await startMinio()
  site = await consumer(targetWorkflows('fleet.yml'))
  await inPlaceOfAmazon(store, 'acme-backups', site)
  site.secrets.DATABASE_URL = site.directory('database', { rows: '1,2,3' })
  site.space.write('holdfast.yml', configOf(site))
})
afterAll(async () => {
  await site?.remove()
  await store?.stop()
})

describe('a fleet', { timeout: 60_000 }, () => {
  it('is planned, and each leg backs up what is its own', async () => {
    const run = await site.run('fleet.yml', { event: 'schedule' })
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { plan: 'success', backup: 'success' } })
    expect(run.outputs['plan/plan']).toMatchObject({ count: '2', status: 'success' })
    expect(JSON.parse(run.outputs['plan/plan']?.matrix ?? '')).toEqual({
      include: [
        { name: 'prod-db-1', runner: ['self-hosted', 'db-1'], environment: 'prod-db-1', jobs: 'db,mail' },
        { name: 'web-1', runner: ['self-hosted', 'web-1'], environment: '', jobs: 'uploads' },
      ],
    })
    const summaries = run.summaries.map(({ text }) => text)
    expect(summaries).toHaveLength(3)
    expect(summaries.filter((text) => text.includes('**db**') && text.includes('**mail**'))).toHaveLength(1)
    expect(summaries.filter((text) => text.includes('**uploads**'))).toHaveLength(1)
    const { results } = (await site.holdfast('list', '--json')).json
    expect(results.map(({ job }) => job).sort()).toEqual(['db', 'mail', 'uploads'])
  })

  it('fails by the plan alone where a job names no runner', async () => {
    site.space.write('holdfast.yml', configOf(site).replace(', runner: [self-hosted, web-1]', ''))
    const run = await site.run('fleet.yml', { event: 'schedule' })
    expect(run.exitCode).toBe(1)
    expect(run.jobs.plan).toBe('failure')
    expect(outputOf(run, 'plan', 'exit-code')).toBe('2')
    expect(run.annotations).toMatchObject([
      { job: 'plan', level: 'error', message: expect.stringContaining('uploads has no runner') },
    ])
  })
})
