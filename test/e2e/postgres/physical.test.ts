import { chmodSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type FaultyProxy, startFaultyProxy } from '../../services/faulty-proxy.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { startPostgresOn } from '../../services/postgres-on.ts'
import {
  makeAccounts,
  soundSql,
  startWriters,
  type Writers,
} from '../../sources/postgres/physical/writers.ts'
import { s3Workspace, useMinio } from '../s3/bucket.ts'
import { type Workspace, workspace } from '../workspace.ts'

const rows = 100_000

describe.skipIf(!hasPostgres(17))('method: physical', { timeout: 180_000 }, () => {
  let server: PostgresService
  let writers: Writers | undefined

  beforeAll(async () => {
    server = await startPostgres({ major: 17, settings: { summarize_wal: 'on' } })
    await makeAccounts(server, 'shop', rows)
  })
  afterAll(() => server?.stop())
  afterEach(async () => {
    await writers?.stop()
    writers = undefined
  })

  const source = ['type: postgres', 'method: physical', 'url: ${SHOP_URL}']
  const job = [
    'levels: {0: monthly, 1: otherwise}',
    'verify: {server: local, checks: [{sql: "select count(*) from accounts", equals: 100000}]}',
  ]
  const around = () => ({
    env: { SHOP_URL: server.url('shop'), PATH: `${server.programs}:${process.env.PATH}` },
  })
  const slots = () => server.query('select slot_name, active from pg_replication_slots')

  function commands(space: Workspace) {
    const run = (...args: string[]) => space.run([...args, '--json'], around())
    const reading = (...args: string[]) => run(...args, '--identity', space.identity, '--yes')
    return { run, reading }
  }

  async function restoredSound(space: Workspace, least: number): Promise<void> {
    chmodSync(space.root, 0o755)
    const path = space.path('restored')
    const { json } = await commands(space).reading('restore', 'tree', '--to', `datadir:${path}`)
    expect(json.errors).toEqual([])
    const copy = await startPostgresOn(path, 17)
    try {
      const [found] = await copy.query(soundSql, 'shop')
      expect(found).toMatchObject({ sound: true, accounts: rows })
      expect(Number(found?.moves)).toBeGreaterThanOrEqual(least)
    } finally {
      await copy.stop()
    }
  }

  it('backs up, adds an increment, drills and restores, while others write', {
    timeout: 180_000,
  }, async () => {
    const space = await workspace()
    space.configure({ source, job })
    const { run, reading } = commands(space)
    writers = await startWriters(server, 'shop', rows)
    const full = await run('backup')
    expect(full.json.errors).toEqual([])
    const committed = writers.committed()
    const increment = await run('backup')
    expect(increment.json.errors).toEqual([])
    expect(increment.json.warnings).toEqual([])
    await writers.stop()
    expect([full, increment].map(({ json }) => json.results[0].level)).toEqual([0, 1])
    expect(increment.json.results[0].parent).toBe(full.json.results[0].id)
    expect(await slots()).toEqual([])

    const drill = await reading('drill', 'tree')
    expect(drill.json.errors).toEqual([])
    expect(drill.json.results[0]).toMatchObject({ result: 'passed', evidence: 'stream' })
    expect(drill.json.results[0].checks.map(({ name }: { name: string }) => name)).toContain('amcheck')
    await restoredSound(space, committed)
    for (const outcome of [full, increment, drill])
      expect(outcome.stdout + outcome.stderr).not.toContain(server.password)
  })

  it('leaves no slot and no backup when it is killed midway, and goes on with the next run', async () => {
    const space = await workspace()
    space.configure({ source, job })
    const { run } = commands(space)
    const running = space.start(['backup', '--json'], around())
    await expect.poll(slots, { timeout: 30_000, interval: 5 }).toMatchObject([{ active: true }])
    running.killGroup()
    expect((await running.ended).signal).toBe('SIGKILL')
    await expect.poll(slots, { timeout: 30_000 }).toEqual([])
    expect((await run('list')).json.results).toEqual([])
    const next = await run('backup')
    expect(next.json.errors).toEqual([])
    expect(next.json.results[0].level).toBe(0)
  })

  it('says what to do where the server cannot be copied', async () => {
    const space = await workspace()
    space.configure({ source, job })
    await server.query("create role clerk login password 'secret-of-clerk'")
    const env = {
      ...around().env,
      SHOP_URL: server.url('shop').replace(/\/\/[^@]+@/, '//clerk:secret-of-clerk@'),
    }
    const { json } = await space.run(['backup', '--json'], { env })
    expect(json.errors).toMatchObject([{ code: 'source-failed', message: 'clerk may not copy the server' }])
    expect(JSON.stringify(json)).not.toContain('secret-of-clerk')
  })

  describe('to a store that goes away', () => {
    const minio = useMinio()
    let proxy: FaultyProxy

    beforeAll(async () => {
      proxy = await startFaultyProxy(minio().endpoint)
    })
    afterAll(() => proxy?.stop())

    it('rides an outage out, while others write', async () => {
      const space = await s3Workspace(minio(), { endpoint: proxy.endpoint, source, job })
      writers = await startWriters(server, 'shop', rows)
      let outage: Promise<void> | undefined
      let seen = 0
      proxy.onRequest = ({ method, url }) => {
        if (method !== 'PUT' || !url.includes('/data/') || ++seen !== 2) return
        outage = (async () => {
          await proxy.become('gone')
          await pause(8000)
          await proxy.become('pass')
        })()
      }
      const { json, milliseconds } = await commands(space).run('backup')
      proxy.onRequest = () => undefined
      await outage
      expect(outage).toBeDefined()
      expect(json.errors).toEqual([])
      expect(milliseconds).toBeGreaterThan(8000)
      expect(await slots()).toEqual([])
      await restoredSound(space, 0)
    })
  })
})
