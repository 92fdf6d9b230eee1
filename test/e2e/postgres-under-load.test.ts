import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FaultyProxy, startFaultyProxy } from '../services/faulty-proxy.ts'
import { type PostgresService, startPostgres } from '../services/postgres.ts'
import { hasPostgres } from '../services/postgres-installation.ts'
import { has } from '../services/program.ts'
import { makeRealData } from '../services/real-data.ts'
import { type S3Service, startVersitygw } from '../services/s3.ts'
import { startWriters } from '../sources/postgres/physical/writers.ts'
import { workspace } from './workspace.ts'

const soak = process.env.HOLDFAST_SOAK === '1'
const megabytes = soak ? 1000 : 20
/** Milliseconds for which the store is away. */
const outage = soak ? 120_000 : 3000
const rows = 1000

describe.runIf(hasPostgres(15) && has('versitygw'))('a database that is written to, in S3', () => {
  let server: PostgresService
  let store: S3Service
  let proxy: FaultyProxy

  beforeAll(async () => {
    ;[server, store] = await Promise.all([startPostgres(), startVersitygw({})])
    proxy = await startFaultyProxy(store.endpoint)
    await makeRealData(server, { megabytes, only: ['shop'] })
    await server.query(
      `create table accounts (id int primary key, balance int);
       insert into accounts select n, 100 from generate_series(1, ${rows}) n;
       create table moves (at timestamptz default now())`,
      'shop',
    )
  }, 600_000)
  afterAll(() => Promise.all([server?.stop(), proxy?.stop(), store?.stop()]))

  it('is dumped through an outage of the store, and every table of the copy is equal to its snapshot', {
    timeout: soak ? 3_600_000 : 300_000,
  }, async () => {
    const space = await workspace()
    space.configure({
      source: ['type: postgres', 'url: ${DB_URL}', 'fingerprint: full', 'budget: 30m'],
      destinations: [
        `offsite: {type: s3, bucket: ${store.bucket}, prefix: shop, endpoint: ${proxy.endpoint}, path-style: true}`,
      ],
      to: 'offsite',
      job: ['verify: {server: local, checks: [{sql: "select sum(balance) from accounts", equals: 100000}]}'],
    })
    const env = {
      ...store.environment,
      DB_URL: server.url('shop'),
      DOCKER_HOST: 'unix:///nonexistent',
      TMPDIR: '/tmp',
    }
    const writers = await startWriters(server, 'shop', rows)
    let away: Promise<void> | undefined
    proxy.onRequest = ({ method, url }) => {
      if (away !== undefined || method !== 'PUT' || !url.includes('/data/')) return
      away = (async () => {
        await proxy.become('gone')
        await sleep(outage)
        await proxy.become('pass')
      })()
    }
    const backup = await space.run(['backup', '--json'], { env })
    await away
    await writers.stop()
    expect(away).toBeDefined()
    expect(writers.committed()).toBeGreaterThan(0)
    expect(backup.json).toMatchObject({ exitCode: 0, errors: [] })

    const drill = await space.run(['drill', '--json', '--identity', space.identity], { env })
    const [result] = drill.json.results
    expect(drill.json.errors).toEqual([])
    expect(result).toMatchObject({ result: 'passed', evidence: 'snapshot' })
    const tables = result.checks.filter(({ name }: { name: string }) => name.startsWith('table '))
    expect(tables.length).toBeGreaterThan(15)
    expect(result.checks).toContainEqual(
      expect.objectContaining({ name: 'table public.accounts', result: 'passed' }),
    )
    if (soak) {
      const [{ sourceBytes, storedBytes, seconds }] = backup.json.results
      console.info({
        sourceBytes,
        storedBytes,
        seconds,
        rtoSeconds: result.rtoSeconds,
        tables: tables.length,
      })
    }
  })
})
