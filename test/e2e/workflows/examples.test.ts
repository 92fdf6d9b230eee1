import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type S3Service, startMinio } from '../../services/s3.ts'
import { type Consumer, consumer, inPlaceOfAmazon, outcomeOf, outputOf } from './consumer.ts'

const example = (path: string) => readFileSync(resolve('examples', path), 'utf8')
const workflows = '.github/workflows'

let store: S3Service
let site: Consumer
let home: string
let etc: string

/** An example's configuration with our recipient, and directories that this machine has. */
function configOf(name: string): string {
  return example(`${name}/holdfast.yml`)
    .replace(/age1\w+/, site.recipient)
    .replace('/srv/home', home)
    .replace('path: /etc', `path: ${etc}`)
}

beforeAll(async () => {
  store = await startMinio()
  site = await consumer({
    [`${workflows}/backup.yml`]: example(`directory-to-s3/${workflows}/backup.yml`),
    [`${workflows}/restore-drill.yml`]: example(`drill/${workflows}/restore-drill.yml`),
    [`${workflows}/status.yml`]: example(`status/${workflows}/status.yml`),
  })
  await inPlaceOfAmazon(store, 'acme-backups', site)
  const users = Array.from({ length: 20 }, (_, index) => `${index},user-${index}\n`).join('')
  home = site.directory('home', { 'users.csv': users, 'journal.log': 'begin\n-- end --\n', 'a.tmp': 'no' })
  etc = site.directory('etc', { hosts: '127.0.0.1 localhost\n' })
  site.secrets.HOLDFAST_SIGNING_KEY = readFileSync(site.path('keys', 'drill-signing.key'), 'utf8')
})
afterAll(async () => {
  await site?.remove()
  await store?.stop()
})

describe('the examples', { timeout: 60_000 }, () => {
  it('back up directories to S3', async () => {
    site.space.write('holdfast.yml', configOf('directory-to-s3'))
    const run = await site.run('backup.yml', { event: 'schedule' })
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { backup: 'success' } })
    expect(JSON.parse(outputOf(run, 'backup', 'ids') ?? '')).toHaveLength(2)
  })

  it('say in the morning that nothing is proven yet', async () => {
    site.space.write('holdfast.yml', configOf('status'))
    const run = await site.run('status.yml', { event: 'schedule' })
    expect(run.jobs).toEqual({ status: 'failure' })
    expect(outputOf(run, 'status', 'status')).toBe('stale')
    expect(run.annotations).toMatchObject([
      { level: 'error', message: expect.stringContaining('home at offsite is unproven') },
    ])
  })

  it('drill one job with checks of their own, and sign the proof', async () => {
    site.space.write('holdfast.yml', configOf('drill'))
    const run = await site.run('restore-drill.yml', { event: 'schedule' })
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { home: 'success' } })
    const checks = JSON.parse(outputOf(run, 'home', 'checks') ?? '[]') as { name: string; result: string }[]
    expect(checks).toContainEqual(expect.objectContaining({ name: 'users are listed', result: 'passed' }))
    expect(checks).toContainEqual(
      expect.objectContaining({ name: 'the newest entry is whole', result: 'passed' }),
    )
  })

  it('say in the morning that all is well', async () => {
    site.space.write('holdfast.yml', configOf('status'))
    const run = await site.run('status.yml', { event: 'schedule' })
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { status: 'success' } })
    expect(run.summaries[0]?.text).toMatch(/^### ✅ Backups\n\nall fresh and proven as wanted · 1 backup · /)
  })
})
