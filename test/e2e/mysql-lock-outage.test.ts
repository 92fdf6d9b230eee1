import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FaultyProxy, startFaultyProxy } from '../services/faulty-proxy.ts'
import { type MariadbServer, startMariadb } from '../services/mariadb.ts'
import { has } from '../services/program.ts'
import { fillShop } from '../sources/mysql/shop.ts'
import { s3Workspace, soak, useMinio } from './s3/bucket.ts'

/** Bytes of what is copied while writers wait, and milliseconds for which the store is away from then on. */
const [locked, outage] = soak ? [400_000_000, 120_000] : [60_000_000, 12_000]

const waiting =
  "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE STATE LIKE 'Waiting for backup lock%' OR STATE LIKE 'Waiting for%lock' AND INFO LIKE 'INSERT INTO shop.old%'"

describe.skipIf(!has('mariadb', 'mariadb-backup', 'minio'))(
  'a store that goes away while writers wait',
  () => {
    const minio = useMinio()
    let server: MariadbServer
    let proxy: FaultyProxy

    beforeAll(async () => {
      server = await startMariadb()
      proxy = await startFaultyProxy(minio().endpoint)
      await fillShop(server)
      await server.run(
        'CREATE TABLE shop.old (id INT PRIMARY KEY AUTO_INCREMENT, what VARCHAR(1100)) ENGINE=MyISAM',
        `INSERT INTO shop.old (what) SELECT CONCAT(REPEAT(SHA2(seq, 256), 15), seq) FROM shop.seq_1_to_${Math.ceil(locked / 1000)}`,
      )
    })
    afterAll(async () => {
      await proxy?.stop()
      await server?.stop()
    })

    test('holds them up no longer than the copy itself does', {
      timeout: soak ? 900_000 : 240_000,
    }, async () => {
      const space = await s3Workspace(minio(), {
        endpoint: proxy.endpoint,
        source: ['type: mysql', 'method: physical', 'url: ${SHOP_URL}', 'max-lock: 30s'],
        job: ['verify: {server: local}'],
      })
      let running = true
      let longest = 0
      const write = async (): Promise<void> => {
        const session = await server.connect()
        while (running) {
          const began = performance.now()
          await session.query("INSERT INTO shop.old (what) VALUES ('written meanwhile')")
          longest = Math.max(longest, performance.now() - began)
        }
        await session.end()
      }
      // While they wait the store goes, and comes back when they have long gone on.
      let away = false
      const meddle = async (): Promise<void> => {
        const session = await server.connect()
        while (running && !away) {
          const [rows] = await session.query(waiting)
          if ((rows as unknown as string[][])[0]?.[0] !== '0') {
            away = true
            await proxy.become('gone')
          }
        }
        await session.end()
        if (!away) return
        await sleep(outage)
        await proxy.become('pass')
      }
      const env = { SHOP_URL: server.url }
      const others = [write(), meddle()]
      const backup = await space.run(['backup', '--json'], { env })
      running = false
      await Promise.all(others)
      expect(away).toBe(true)
      expect(backup.json.errors).toEqual([])
      expect(backup.milliseconds).toBeGreaterThan(outage)
      expect(longest).toBeGreaterThan(0)
      expect(longest).toBeLessThan(outage)
      const drill = await space.run(['drill', '--json', '--identity', space.identity], { env })
      expect(drill.json.errors).toEqual([])
      expect(drill.json.results[0]).toMatchObject({ result: 'passed' })
      if (soak) console.info({ locked, outage, longest, seconds: backup.milliseconds / 1000 })
    })
  },
)
