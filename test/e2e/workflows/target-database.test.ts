import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { type S3Service, startMinio } from '../../services/s3.ts'
import { type Consumer, consumer, inPlaceOfAmazon, outcomeOf, outputOf, targetWorkflows } from './consumer.ts'

const folder = '.github/workflows'
const files = targetWorkflows('backup.yml', 'restore-drill.yml', 'cleanup.yml', 'minimal.yml')
const textOf = (name: string) => files[`${folder}/${name}`] ?? ''

/** The whole of what a user writes, with a real database; only keys, ports and paths are this machine's. */
describe.runIf(hasPostgres(15))(
  'the workflows and the configuration that belong together',
  {
    timeout: 240_000,
  },
  () => {
    let store: S3Service
    let database: PostgresService
    let service: PostgresService
    let site: Consumer

    beforeAll(async () => {
      ;[store, database, service] = await Promise.all([startMinio(), startPostgres(), startPostgres()])
      await database.query('create database app')
      await database.query(
        'create table users as select n as id, md5(n::text) || md5((n * 7)::text) as name from generate_series(1, 2000) n',
        'app',
      )
      // What `services:` starts, which act leaves out on a host.
      await service.query("alter user postgres password 'throwaway'")
      site = await consumer({ [`${folder}/backup.yml`]: textOf('backup.yml') })
      await inPlaceOfAmazon(store, 'acme-backups', site)
      const home = site.directory('home', { 'letter.txt': 'dear diary\n'.repeat(1000) })
      const here = (text: string) =>
        text
          .replace(/age1\w+/, site.recipient)
          .replace('/srv/home', home)
          .replaceAll('55432', String(service.port))
          .replace('/prod?', '/bare?')
      for (const name of ['restore-drill.yml', 'cleanup.yml', 'minimal.yml'])
        site.space.write(`${folder}/${name}`, here(textOf(name)))
      site.space.write(
        'holdfast.yml',
        here(readFileSync(resolve('test', 'fixtures', 'holdfast.yml'), 'utf8')),
      )
      site.env.DOCKER_HOST = 'unix:///nonexistent'
    })
    afterAll(async () => {
      await site?.remove()
      await Promise.all([store?.stop(), database?.stop(), service?.stop()])
    })

    const onlyWith = async (names: readonly string[], run: () => ReturnType<Consumer['run']>) => {
      const all: Record<string, string> = {
        APP_DATABASE_URL: database.url('app'),
        HOLDFAST_IDENTITY: site.secrets.HOLDFAST_IDENTITY ?? '',
      }
      const kept = { ...site.secrets }
      for (const name of Object.keys(all)) delete site.secrets[name]
      for (const name of names) site.secrets[name] = all[name] ?? ''
      try {
        return await run()
      } finally {
        Object.assign(site.secrets, kept)
      }
    }

    it('back up with the URL and without the identity', async () => {
      const run = await onlyWith(['APP_DATABASE_URL'], () => site.run('backup.yml', { event: 'schedule' }))
      expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { backup: 'success' } })
      expect(JSON.parse(outputOf(run, 'backup', 'ids') ?? '')).toHaveLength(2)
      expect(run.log).not.toContain(database.password)
    })

    it('drill the database in the service of the job with the identity and without the URL', async () => {
      const run = await onlyWith(['HOLDFAST_IDENTITY'], () =>
        site.run('restore-drill.yml', { event: 'schedule' }),
      )
      expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { 'app-db': 'success', home: 'success' } })
      const checks = JSON.parse(outputOf(run, 'app-db', 'checks') ?? '[]')
      expect(checks).toContainEqual(expect.objectContaining({ name: 'table public.users', result: 'passed' }))
      expect(checks).toContainEqual(
        expect.objectContaining({ name: 'select count(*) from users', result: 'passed', found: '2000' }),
      )
      const left = await service.query("select datname from pg_database where datname like 'holdfast%'")
      expect(left).toEqual([])
      expect(run.log).not.toContain('AGE-SECRET-KEY')
    })

    it('drill one backup by its id, when it is asked for by hand', async () => {
      const [newest] = (await site.holdfast('list', 'app-db', '--json')).json.results
      const inputs = { id: newest.id }
      const run = await onlyWith(['HOLDFAST_IDENTITY'], () =>
        site.run('restore-drill.yml', { event: 'workflow_dispatch', inputs, job: 'app-db' }),
      )
      expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { 'app-db': 'success' } })
      expect(outputOf(run, 'app-db', 'id')).toBe(newest.id)
    })

    it('clean up with neither', async () => {
      const run = await onlyWith([], () => site.run('cleanup.yml', { event: 'schedule' }))
      expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { cleanup: 'success' } })
      expect(outputOf(run, 'cleanup', 'kept')).toBe('2')
    })

    it('back up a database without a configuration and without a check-out', async () => {
      site.secrets.AWS_ACCESS_KEY_ID = store.accessKeyId
      site.secrets.AWS_SECRET_ACCESS_KEY = store.secretAccessKey
      const run = await onlyWith(['APP_DATABASE_URL'], () => site.run('minimal.yml', { event: 'schedule' }))
      expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { backup: 'success' } })
      const found = await site.holdfast(
        'list',
        '--json',
        '--destination',
        's3://acme-backups/bare?region=eu-central-1',
      )
      expect(found.json.results.map(({ job }) => job).sort()).toEqual(['app-db', 'home'])
      expect(run.log).not.toContain(database.password)
    })
  },
)
