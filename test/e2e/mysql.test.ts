import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MariadbServer, startMariadb } from '../services/mariadb.ts'
import { has } from '../services/program.ts'
import { fillBulk, fillShop } from '../sources/mysql/shop.ts'
import { s3Workspace, soak, useMinio } from './s3/bucket.ts'
import type { Workspace } from './workspace.ts'

/** 1 GB with `npm run soak`. */
const bulk = soak ? 1_000_000_000 : 20_000_000

/** Writes as fast as it may until it is stopped; how many rows that were. */
function writers(server: MariadbServer): () => Promise<number> {
  let running = true
  let written = 0
  const work = async (): Promise<void> => {
    const session = await server.connect()
    try {
      while (running) {
        written += 1
        await session.query(`INSERT INTO shop.audit VALUES ('written during the backup ${written}')`)
        await session.query(`INSERT INTO shop.log VALUES ('${written}')`)
      }
    } finally {
      await session.end()
    }
  }
  const working = work()
  return async () => {
    running = false
    await working
    return written
  }
}

/** Figures of the soak. */
function tell(what: string, result: { readonly [name: string]: unknown }): void {
  const { sourceBytes, storedBytes, seconds, rtoSeconds } = result
  if (soak) console.info(what, { sourceBytes, storedBytes, seconds, rtoSeconds })
}

describe.skipIf(!has('mariadb', 'mariadb-client', 'mariadb-backup', 'minio'))(
  'MariaDB under writes',
  {
    timeout: soak ? 1_800_000 : 180_000,
  },
  () => {
    const minio = useMinio()
    let server: MariadbServer
    let other: MariadbServer

    beforeAll(
      async () => {
        server = await startMariadb({ options: ['--log-bin=bin'] })
        other = await startMariadb()
        await fillShop(server)
        await fillBulk(server, bulk)
      },
      soak ? 900_000 : 120_000,
    )
    afterAll(async () => {
      await server?.stop()
      await other?.stop()
    })

    const environment = () => ({ SHOP_URL: server.url, OTHER_URL: other.url })
    async function run(space: Workspace, ...args: string[]) {
      const ran = await space.run([...args, '--json'], { env: environment() })
      expect(ran.json.errors).toEqual([])
      expect(ran.stdout + ran.stderr).not.toContain(server.password)
      return ran.json.results[0]
    }
    const drill = (space: Workspace) => run(space, 'drill', 'tree', '--identity', space.identity)
    const failed = (result: { checks: { result: string }[] }) =>
      result.checks.filter(({ result }) => result !== 'passed')

    test('a hot copy and two increments to S3 are proven by a server that starts on them', async () => {
      const { stop, start } = server.commands()
      const space = await s3Workspace(minio(), {
        source: [
          ...['type: mysql', 'method: physical', 'url: ${SHOP_URL}'],
          `server: ${JSON.stringify({ stop, start })}`,
        ],
        job: [
          'levels: {0: monthly, 1: weekly, 2: daily}',
          'verify: {server: local, checks: [{sql: "select count(*) from shop.audit", min: 1}]}',
        ],
      })
      const chain: { sourceBytes: number }[] = []
      for (const level of ['0', '1', '2']) {
        const stop = writers(server)
        const result = await run(space, 'backup', '--level', level)
        expect(result.level).toBe(Number(level))
        expect(await stop()).toBeGreaterThan(0)
        chain.push(result)
        tell(`hot copy, level ${level}`, result)
      }
      expect(chain[2]?.sourceBytes).toBeLessThan((chain[0]?.sourceBytes ?? 0) / 2)
      const proof = await drill(space)
      tell('its drill', proof)
      expect(failed(proof)).toEqual([])
      // Nobody looked at the moment that the copy is of: definitions and the engine's own checks prove it.
      expect(proof).toMatchObject({ result: 'passed', evidence: 'load-only' })
      expect(proof.checks.map(({ name }: { name: string }) => name)).toEqual([
        ...['prepare', 'tables', 'check table', 'schema', 'select count(*) from shop.audit'],
      ])

      // With writers paused the copy is equal.
      const still = await run(space, 'backup', '--level', '2')
      expect(still.level).toBe(2)
      const equal = await drill(space)
      expect(failed(equal)).toEqual([])
      expect(equal).toMatchObject({ result: 'passed', evidence: 'snapshot' })

      const before = await server.rows('SELECT COUNT(*) FROM shop.audit')
      await server.run('DROP DATABASE shop')
      await run(
        space,
        'restore',
        'tree',
        '--to',
        `datadir:${server.datadir}`,
        '--overwrite',
        '--yes',
        '--identity',
        space.identity,
      )
      expect(await server.rows('SELECT COUNT(*) FROM shop.audit')).toEqual(before)
    })

    test('a dump to S3 is equal to its own snapshot though all of it was written to meanwhile', async () => {
      const space = await s3Workspace(minio(), {
        source: ['type: mysql', 'url: ${SHOP_URL}'],
        job: ['verify: {server: local}'],
      })
      const stop = writers(server)
      const backup = await run(space, 'backup')
      expect(await stop()).toBeGreaterThan(0)
      expect(backup.level).toBe(0)
      tell('dump', backup)
      const proof = await drill(space)
      tell('its drill', proof)
      expect(failed(proof)).toEqual([])
      expect(proof).toMatchObject({ result: 'passed', evidence: 'snapshot' })
      await run(space, 'restore', 'tree', '--to', 'env:OTHER_URL', '--yes', '--identity', space.identity)
      expect(await other.rows('SELECT COUNT(*) FROM bulk.filler')).toEqual(
        await server.rows('SELECT COUNT(*) FROM bulk.filler'),
      )
    })
  },
)
