import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaptureContext } from '../../../src/domain/source.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { checkSpool } from '../../../src/sources/mysql/physical/spool-room.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { executable } from './fake-tool.ts'

describe.skipIf(!has('mariadb', 'mariadb-backup'))('while a hot copy holds writers up', () => {
  let server: MariadbServer
  let work: string

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
    server = await startMariadb()
    await server.run(
      'CREATE DATABASE shop',
      'CREATE TABLE shop.orders (id INT PRIMARY KEY AUTO_INCREMENT, what VARCHAR(50)) ENGINE=InnoDB',
      'CREATE TABLE shop.old (id INT PRIMARY KEY, what VARCHAR(1000)) ENGINE=MyISAM',
      "INSERT INTO shop.old SELECT seq, REPEAT('MARKER-OF-MYISAM ', 50) FROM shop.seq_1_to_30000",
    )
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(work, { recursive: true, force: true })
  })

  const begin = (settings: Record<string, unknown>, more: Partial<CaptureContext> = {}) =>
    createMysqlSource(
      mysqlConfig.parse({ type: 'mysql', method: 'physical', url: server.url, ...settings }),
    ).capture({
      ...sourceContext(),
      level: 0,
      repository: '0123456789abcdef',
      index: { add: () => undefined },
      allowUnread: [],
      ...more,
    })

  it('its output flows on though no destination takes it, and writers go on', async () => {
    const spool = join(work, 'spool')
    mkdirSync(spool)
    const capture = await begin({}, { scratch: spool })
    const stream = capture.streams[0]?.open()
    if (stream === undefined) throw new Error('no stream')
    const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    let bytes = 0
    // Files of MyISAM are copied while writers wait.
    for (;;) {
      const { value, done } = await chunks.next()
      if (done) throw new Error('the copy ended before it came to MyISAM')
      bytes += value.length
      if (value.includes('MARKER-OF-MYISAM')) break
    }
    // From here on nobody reads: the writer waits for the tool, not for us.
    await server.run(
      "INSERT INTO shop.orders (what) VALUES ('written meanwhile')",
      "INSERT INTO shop.old VALUES (0, 'also')",
    )
    for (;;) {
      const { value, done } = await chunks.next()
      if (done) break
      bytes += value.length
    }
    const result = await capture.finish()
    await capture.abort()
    expect(bytes).toBeGreaterThan(25_000_000)
    const throughSpool = Number(/(\d+) bytes went through the spool/.exec(result.toolOutput ?? '')?.[1])
    expect(throughSpool).toBeGreaterThan(10_000_000)
    expect(readdirSync(spool)).toEqual([])
  })

  it('it is ended after max-lock', async () => {
    const bin = join(work, 'bin')
    mkdirSync(bin)
    // One that locks and then goes on for ever, as on a disk that hangs.
    await executable(
      join(bin, 'mariadb-backup'),
      `if (process.argv.includes('--version')) console.error('mariadb-backup based on MariaDB server 10.11.19-MariaDB Linux (x86_64)')
       else { console.error('[00] Starting BACKUP STAGE FLUSH'); process.stdout.write('something'); setInterval(() => undefined, 1000) }`,
    )
    const base = sourceContext()
    const environment = { ...base.environment, PATH: [bin, base.environment.PATH].join(delimiter) }
    const capture = await begin({ 'max-lock': '1s' }, { environment })
    const read = async () => {
      for await (const _ of capture.streams[0]?.open() ?? []);
    }
    await expect(read()).rejects.toMatchObject({
      code: 'lock-too-long',
      hint: expect.stringContaining('max-lock'),
    })
    await expect(capture.finish()).rejects.toThrow()
    await capture.abort()
  })

  it('and says in advance that the spool has no room', async () => {
    await expect(checkSpool(work, Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({
      code: 'scratch-too-small',
      hint: expect.stringContaining('spool:'),
    })
  })
})
