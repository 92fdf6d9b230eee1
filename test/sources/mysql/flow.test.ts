import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../../src/process/clock.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { keepFlowing } from '../../../src/sources/mysql/logical/flow.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { capture } from './capture.ts'
import { fillBulk } from './shop.ts'

const piece = (number: number) => Buffer.alloc(100_000, number % 256)

/** A source of many pieces that says how many it gave. */
function counted(count: number, given: { pieces: number }): Readable {
  const pieces = async function* () {
    for (let number = 0; number < count; number++) {
      given.pieces = number + 1
      yield piece(number)
    }
  }
  return Readable.from(pieces(), { objectMode: false })
}

describe('a dump that nobody takes', () => {
  it('flows on a little, so that the server does not hang up, and comes whole in the end', async () => {
    const given = { pieces: 0 }
    const flow = keepFlowing(async () => counted(200, given), {
      clock: systemClock,
      maxStall: 600_000,
      every: 20,
      helping: 300_000,
    })
    await expect.poll(() => given.pieces).toBeGreaterThan(50)
    const chunks: Buffer[] = []
    for await (const chunk of flow) chunks.push(Buffer.from(chunk as Buffer))
    const all = Buffer.concat(Array.from({ length: 200 }, (_, number) => piece(number)))
    expect(Buffer.concat(chunks).equals(all)).toBe(true)
  })

  it('is given up after max-stall', async () => {
    const flow = keepFlowing(async () => counted(10_000, { pieces: 0 }), {
      clock: systemClock,
      maxStall: 200,
      every: 50,
      helping: 100_000,
    })
    const failed = new Promise((resolve) => flow.once('error', resolve))
    expect(await failed).toMatchObject({ code: 'source-stalled', hint: expect.stringContaining('max-stall') })
  })

  it('fails with whatever begins it', async () => {
    const flow = keepFlowing(
      async () => {
        throw new Error('cannot begin')
      },
      { clock: systemClock, maxStall: 1000 },
    )
    await expect(flow.toArray()).rejects.toThrow('cannot begin')
  })
})

describe.skipIf(!has('mariadb', 'mariadb-client'))('a dump of a server', () => {
  let server: MariadbServer
  let work: string
  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
    server = await startMariadb()
    await fillBulk(server, 60_000_000)
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(work, { recursive: true, force: true })
  })
  const source = () => createMysqlSource(mysqlConfig.parse({ type: 'mysql', url: server.url }))
  const directory = (name: string) => {
    mkdirSync(join(work, name))
    return join(work, name)
  }

  it('is no backup when somebody ends its connection', async () => {
    const cut = async () => {
      await expect
        .poll(async () => {
          const rows = await server.rows(
            "SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT /*!40001 SQL_NO_CACHE */%'",
          )
          return rows[0]?.[0]
        })
        .toBeDefined()
      for (const [id] of await server.rows(
        "SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT /*!40001 SQL_NO_CACHE */%'",
      )) {
        await server.run(`KILL ${id}`)
      }
    }
    await expect(
      capture(source(), directory('cut'), {
        onOpen: async (stream) => {
          if (stream === 'dump') await cut()
        },
      }),
    ).rejects.toMatchObject({ code: 'tool-failed' })
  })

  it('is no backup when the server is killed, and the next one is', async () => {
    await expect(
      capture(source(), directory('killed'), {
        onOpen: async (stream) => {
          if (stream === 'dump') await server.kill()
        },
      }),
    ).rejects.toMatchObject({ name: 'HoldfastError' })
    await expect(capture(source(), directory('down'))).rejects.toMatchObject({
      code: 'source-unreadable',
      hint: expect.stringContaining('start the server'),
    })
    await server.start()
    const { result } = await capture(source(), directory('again'))
    expect(result.evidence).toBe('snapshot')
  })
})
